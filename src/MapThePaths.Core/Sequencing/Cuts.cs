using MapThePaths.Core.Geo;
using MapThePaths.Core.Model;

namespace MapThePaths.Core.Sequencing;

/// <summary>
/// Cuts one camera's photos where the pause or the distance to the next one is too long. Pauses come first, and near-duplicates are left
/// out after them (mapillary-v4.md §11): a stop at a red light with a photo each second is no pause.
/// </summary>
internal static class Cuts
{
    /// <param name="photos">In order of time; not empty.</param>
    /// <param name="first">Why the first of the pieces begins.</param>
    public static IEnumerable<(Reason Cut, IReadOnlyList<ArrangedPhoto> Photos)> AtGaps(
        IReadOnlyList<ArrangedPhoto> photos, SequencingRules rules, Reason first) =>
        Cut(photos, first, Reason.Gap, (earlier, later) => (later.TakenAt - earlier.TakenAt).TotalSeconds > rules.MaxGap);

    /// <inheritdoc cref="AtGaps"/>
    public static IEnumerable<Run> AtJumps(IReadOnlyList<ArrangedPhoto> photos, SequencingRules rules, Reason first) =>
        Cut(photos, first, Reason.Jump, (earlier, later) => Geodesy.Distance(earlier.Position, later.Position) > rules.MaxJump)
            .Select(piece => new Run(piece.Cut, piece.Photos));

    private static IEnumerable<(Reason Cut, IReadOnlyList<ArrangedPhoto> Photos)> Cut(
        IReadOnlyList<ArrangedPhoto> photos, Reason first, Reason further, Func<ArrangedPhoto, ArrangedPhoto, bool> isCut)
    {
        var begin = 0;
        for (var i = 1; i <= photos.Count; i++)
        {
            if (i == photos.Count || isCut(photos[i - 1], photos[i]))
            {
                yield return (begin == 0 ? first : further, [.. photos.Skip(begin).Take(i - begin)]);
                begin = i;
            }
        }
    }
}
