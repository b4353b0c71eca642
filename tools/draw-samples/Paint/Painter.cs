using System.Numerics;
using DrawSamples.Geometry;
using DrawSamples.World;

namespace DrawSamples.Paint;

/// <summary>Gives each thing that a ray meets its colour and its fine relief.</summary>
internal sealed class Painter(Terrain terrain, TrackMap map)
{
    private readonly GroundPaint _ground = new(terrain, map);

    public Surface Paint(in Hit hit) => hit.Material switch
    {
        Material.Ground => _ground.Paint(hit),
        Material.Bark => PlantPaint.Bark(hit),
        Material.Needle => PlantPaint.Needle(hit),
        Material.Leaf => PlantPaint.Leaf(hit),
        Material.Grass => PlantPaint.Grass(hit),
        Material.Petal => PlantPaint.Petal(hit),
        Material.Rock => StonePaint.Rock(hit),
        Material.Masonry => StonePaint.Masonry(hit),
        Material.RoofSlab => StonePaint.RoofSlab(hit),
        Material.Weathered => WoodPaint.Weathered(hit),
        Material.Plank => WoodPaint.Plank(hit),
        Material.Trim => WoodPaint.Trim(hit),
        Material.Shutter => WoodPaint.Shutter(hit),
        Material.SignPlate => SignPaint.Plate(hit),
        Material.Glass => new Surface(new Vector3(0.02f, 0.024f, 0.028f), hit.Normal, Gloss: 0.8f),
        _ => throw new InvalidOperationException($"No paint for {hit.Material}"),
    };

    /// <summary>Tilts a normal by noise, as small bumps would.</summary>
    public static Vector3 Roughen(Vector3 normal, Vector3 place, float amount, uint seed)
    {
        var bumps = new Vector3(Noise.Solid(place, seed), Noise.Solid(place, seed + 1), Noise.Solid(place, seed + 2));
        return Vector3.Normalize(normal + (amount * bumps));
    }
}
