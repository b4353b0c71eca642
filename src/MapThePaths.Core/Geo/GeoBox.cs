namespace MapThePaths.Core.Geo;

/// <summary>The smallest box of latitudes and longitudes around some points. Does not cross the 180° meridian.</summary>
/// <param name="West">Smallest longitude, degrees.</param>
/// <param name="South">Smallest latitude, degrees.</param>
/// <param name="East">Largest longitude, degrees.</param>
/// <param name="North">Largest latitude, degrees.</param>
public sealed record GeoBox(double West, double South, double East, double North)
{
    /// <summary>The box around <paramref name="points"/>, which must not be empty.</summary>
    public static GeoBox Around(IReadOnlyCollection<GeoPoint> points) => new(
        points.Min(point => point.Longitude),
        points.Min(point => point.Latitude),
        points.Max(point => point.Longitude),
        points.Max(point => point.Latitude));
}
