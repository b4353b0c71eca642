using MapThePaths.Core.Model;
using MapThePaths.Core.Sequencing.Doctors;
using MapThePaths.Core.Sequencing.Edits;

namespace MapThePaths.Core.Sequencing;

/// <summary>
/// Applies the edits of a sequence to its photos, puts them in order, leaves out what cannot stand in it, and cuts it. Pure: the same photos
/// and edits give the same runs.
/// </summary>
public static class Arranging
{
    /// <param name="unusable">Files that were already left out on import.</param>
    /// <param name="edits">In the order in which they were made.</param>
    public static ArrangedSequence Arrange(Sequence sequence, IReadOnlyList<Photo> photos, IReadOnlyList<LeftOut> unusable, params IReadOnlyList<Edit> edits)
    {
        var edited = Editing.Apply(sequence, photos, edits);
        List<LeftOut> leftOut = [.. unusable, .. edited.LeftOut];
        leftOut.AddRange(edited.Photos.Where(photo => photo.WhyUnusable is not null).Select(photo => photo.LeaveOut(photo.WhyUnusable!)));
        List<Piece> pieces = [];
        foreach (var line in Lines.Of(edited.Photos, sequence.Rules))
        {
            AddPieces(line, sequence.Rules, pieces, leftOut);
        }

        var runs = pieces.OrderBy(piece => piece.Photos[0].TakenAt).ThenBy(piece => piece.Photos[0].Photo.Path, StringComparer.Ordinal).Select(Headings.Fill).ToArray();
        return new ArrangedSequence(
            sequence,
            runs,
            [.. leftOut.OrderBy(left => left.Path, StringComparer.Ordinal)],
            NeedsTimeZone: edited.Photos.Any(photo => photo is { WhyUnusable: null, LacksZone: true }))
        {
            Edits = edited.Applied,
            Proposals = [.. edited.Proposals, .. ClockDoctor.Examine(edited.Photos, edited.Proposals), .. HeadingDoctor.Examine(runs, photos)],
        };
    }

    private static void AddPieces(List<EditedPhoto> line, SequencingRules rules, List<Piece> pieces, List<LeftOut> leftOut)
    {
        foreach (var between in Cuts.AtGaps(line, rules, WhyLineBegins(pieces, line[0])))
        {
            // What a stray position hid may show the same place once more.
            var kept = Without(between.Photos, NearDuplicates.Of(between.Photos, rules), Reason.DuplicatePosition, leftOut);
            kept = Without(kept, ZigZags.Of(kept, rules), Reason.ZigZag, leftOut);
            kept = Without(kept, NearDuplicates.Of(kept, rules), Reason.DuplicatePosition, leftOut);
            foreach (var piece in Cuts.AtJumps(between with { Photos = kept }, rules))
            {
                if (Speeds.IsPlausible(piece.Photos, rules))
                {
                    pieces.Add(piece);
                }
                else
                {
                    leftOut.AddRange(piece.Photos.Select(photo => photo.LeaveOut(Reason.ImplausibleSpeed)));
                }
            }
        }
    }

    private static List<EditedPhoto> Without(List<EditedPhoto> photos, IEnumerable<EditedPhoto> unwanted, Reason reason, List<LeftOut> leftOut)
    {
        var goes = unwanted.Select(photo => photo.Photo.Id).ToHashSet();
        leftOut.AddRange(photos.Where(photo => goes.Contains(photo.Photo.Id)).Select(photo => photo.LeaveOut(reason)));
        return goes.Count == 0 ? photos : [.. photos.Where(photo => !goes.Contains(photo.Photo.Id))];
    }

    private static Reason WhyLineBegins(List<Piece> before, EditedPhoto first)
    {
        if (before.Count == 0)
        {
            return Reason.FirstPart;
        }

        return before.Exists(piece => piece.Photos[0].Line.Body == first.Line.Body) ? Reason.SizeChange : Reason.CameraChange;
    }
}
