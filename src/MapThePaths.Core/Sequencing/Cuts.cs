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
    public static IEnumerable<Piece> AtGaps(List<EditedPhoto> photos, SequencingRules rules, Reason first) =>
        Cut(new Piece(first, Measure: null, photos), Reason.Gap, rules.MaxGap, Lines.Seconds);

    /// <inheritdoc cref="AtGaps"/>
    public static IEnumerable<Piece> AtJumps(Piece piece, SequencingRules rules) => Cut(piece, Reason.Jump, rules.MaxJump, Lines.Distance);

    private static IEnumerable<Piece> Cut(Piece whole, Reason further, double limit, Func<EditedPhoto, EditedPhoto, double> measure)
    {
        var photos = whole.Photos;
        var begin = 0;
        var piece = whole with { Photos = [] };
        for (var i = 1; i <= photos.Count; i++)
        {
            var value = i < photos.Count ? measure(photos[i - 1], photos[i]) : double.PositiveInfinity;
            if (value > limit)
            {
                yield return piece with { Photos = photos.GetRange(begin, i - begin) };
                piece = new Piece(further, new CutMeasure(value, limit) { Metres = i < photos.Count ? Lines.Distance(photos[i - 1], photos[i]) : 0 }, []);
                begin = i;
            }
        }
    }
}

/// <summary>Photos between two cuts, on their way to become a run.</summary>
internal sealed record Piece(Reason Cut, CutMeasure? Measure, List<EditedPhoto> Photos);
