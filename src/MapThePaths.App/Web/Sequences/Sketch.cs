using MapThePaths.Core.Geo;
using MapThePaths.Core.Model;

namespace MapThePaths.App.Web.Sequences;

/// <summary>A sequence at a glance: its line on a small map, how long it is and when it was.</summary>
/// <param name="Line">Longitude and latitude, as in GeoJSON; at most <see cref="MostPoints"/> of them.</param>
/// <param name="Distance">Metres along the photos of all runs, in order of time; pauses between runs do not count.</param>
internal sealed record Sketch(double[][] Line, double Distance, DateTimeOffset? First, DateTimeOffset? Last, int LeftOut, bool NeedsTimeZone)
{
    public static readonly Sketch Empty = new([], Distance: 0, First: null, Last: null, LeftOut: 0, NeedsTimeZone: false);

    private const int MostPoints = 60;

    public static Sketch Of(ArrangedSequence arranged)
    {
        var photos = arranged.Runs.SelectMany(run => run.Photos).ToList();
        return new Sketch(
            LineOf(photos),
            arranged.Runs.Sum(run => Length(run.Photos)),
            photos.Count > 0 ? photos[0].TakenAt.ToDateTimeOffset() : null,
            photos.Count > 0 ? photos.Max(photo => photo.TakenAt).ToDateTimeOffset() : null,
            arranged.LeftOut.Count,
            arranged.NeedsTimeZone);
    }

    private static double Length(IReadOnlyList<ArrangedPhoto> photos)
    {
        var metres = 0.0;
        for (var i = 1; i < photos.Count; i++)
        {
            metres += Geodesy.Distance(photos[i - 1].Position, photos[i].Position);
        }

        return Math.Round(metres, 1);
    }

    // Evenly spaced in number; the first and the last are always among them.
    private static double[][] LineOf(List<ArrangedPhoto> photos)
    {
        var count = Math.Min(photos.Count, MostPoints);
        return [.. Enumerable.Range(0, count)
            .Select(i => photos[count < 2 ? 0 : (int)((long)i * (photos.Count - 1) / (count - 1))].Position)
            .Select(place => new[] { Math.Round(place.Longitude, 6), Math.Round(place.Latitude, 6) })];
    }
}
