namespace DrawSamples.Geometry;

internal enum Material
{
    Ground,
    Bark,
    Needle,
    Leaf,
    Grass,
    Petal,
    Rock,
    Weathered,
    Plank,
    Trim,
    Shutter,
    Masonry,
    RoofSlab,
    Glass,
    SignPlate,
}
