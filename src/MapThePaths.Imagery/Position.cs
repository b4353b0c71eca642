namespace MapThePaths.Imagery;

/// <summary>A place on the WGS 84 ellipsoid, without a height.</summary>
/// <param name="Latitude">Degrees, -90 (south pole) to 90 (north pole).</param>
/// <param name="Longitude">Degrees, -180 to 180, east of Greenwich positive.</param>
public readonly record struct Position(double Latitude, double Longitude)
{
    /// <summary>False for numbers that are no place: out of range, or not a number.</summary>
    public bool IsOnEarth => Math.Abs(Latitude) <= 90 && Math.Abs(Longitude) <= 180;
}
