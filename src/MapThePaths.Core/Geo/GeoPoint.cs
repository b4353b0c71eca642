namespace MapThePaths.Core.Geo;

/// <summary>A place on the WGS 84 ellipsoid, without height.</summary>
/// <param name="Latitude">Degrees north of the equator, -90 to 90; negative is south.</param>
/// <param name="Longitude">Degrees east of Greenwich, -180 to 180; negative is west.</param>
public readonly record struct GeoPoint(double Latitude, double Longitude)
{
    /// <summary>Exactly 0°, 0°: what receivers without a fix report. Either coordinate alone may be 0.</summary>
    public bool IsNullIsland => Latitude == 0 && Longitude == 0;
}
