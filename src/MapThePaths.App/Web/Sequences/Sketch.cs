using MapThePaths.Core.Catalog;
using MapThePaths.Core.Geo;
using NodaTime;

namespace MapThePaths.App.Web.Sequences;

/// <summary>A sequence at a glance: its line on a small map, how long it is and when it was.</summary>
/// <param name="Line">Longitude and latitude, as in GeoJSON; at most <see cref="MostPoints"/> of them.</param>
/// <param name="Distance">Metres along all photos, in order of time.</param>
internal sealed record Sketch(double[][] Line, double Distance, Instant? First, Instant? Last)
{
    private const int MostPoints = 60;

    public static Sketch Of(IReadOnlyList<SketchPoint> points)
    {
        var distance = points.Zip(points.Skip(1), (from, to) => Geodesy.Distance(Place(from), Place(to))).Sum();
        return new Sketch(LineOf(points), distance, points.Count > 0 ? points[0].TakenAt : null, points.Count > 0 ? points[^1].TakenAt : null);
    }

    // Evenly spaced in number; the first and the last are always among them.
    private static double[][] LineOf(IReadOnlyList<SketchPoint> points)
    {
        var count = Math.Min(points.Count, MostPoints);
        return [.. Enumerable.Range(0, count)
            .Select(i => points[count < 2 ? 0 : (int)((long)i * (points.Count - 1) / (count - 1))])
            .Select(point => new[] { Math.Round(point.Longitude, 6), Math.Round(point.Latitude, 6) })];
    }

    private static GeoPoint Place(SketchPoint point) => new(point.Latitude, point.Longitude);
}
