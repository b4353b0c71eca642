using MapThePaths.Core.Destinations;
using MapThePaths.Core.Model;

namespace MapThePaths.Core.Preparing;

/// <summary>Splits a run that is too long for a destination into pieces of nearly equal length, so that none is left with one photo.</summary>
internal static class PartLimits
{
    // A photo whose size nobody knows counts as a square of this side (mapillary-v4.md §11).
    private const long UnknownPixels = 1024 * 1024;

    /// <param name="wished">The sequence's own limit; counts where it is the lower one.</param>
    public static IEnumerable<Run> Split(Run run, DestinationRules rules, int? wished)
    {
        var most = Math.Min(wished ?? int.MaxValue, rules.MaxPhotosPerPart);
        var pieces = Ceiling(run.Photos.Count, most);
        var (reason, measure) = (Reason.TooManyPhotos, new CutMeasure(run.Photos.Count, most));
        foreach (var (tooMany, limit, sum) in Sums(rules))
        {
            while (pieces < run.Photos.Count && Balanced(run.Photos, pieces).Any(piece => sum(piece) > limit))
            {
                pieces++;
                (reason, measure) = (tooMany, new CutMeasure(sum(run.Photos), limit));
            }
        }

        return Balanced(run.Photos, pieces).Select((photos, index) => index == 0 ? run with { Photos = photos } : new Run(reason, photos) { Measure = measure });
    }

    // What the photos of a part have together.
    private static IEnumerable<(Reason TooMany, long Limit, Func<IEnumerable<ArrangedPhoto>, long> Sum)> Sums(DestinationRules rules) =>
    [
        (Reason.TooManyPixels, rules.MaxPixelsPerPart, Pixels),
        (Reason.TooManyBytes, rules.MaxBytesPerPart, photos => photos.Sum(photo => photo.Photo.Size)),
    ];

    // Lengths differ by one at most, the longer ones first: 501 becomes 251 and 250.
    private static IEnumerable<ArrangedPhoto[]> Balanced(IReadOnlyList<ArrangedPhoto> photos, int pieces)
    {
        var begin = 0;
        for (var piece = 0; piece < pieces; piece++)
        {
            var length = (photos.Count / pieces) + (piece < photos.Count % pieces ? 1 : 0);
            yield return [.. photos.Skip(begin).Take(length)];
            begin += length;
        }
    }

    private static long Pixels(IEnumerable<ArrangedPhoto> photos) => photos.Sum(photo =>
        photo.Photo.Capture is { Width: > 0, Height: > 0 } known ? (long)known.Width * known.Height : UnknownPixels);

    private static int Ceiling(int count, int limit) => (count / limit) + (count % limit > 0 ? 1 : 0);
}
