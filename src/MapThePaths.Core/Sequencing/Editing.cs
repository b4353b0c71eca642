using MapThePaths.Core.Model;
using MapThePaths.Core.Sequencing.Edits;

namespace MapThePaths.Core.Sequencing;

/// <summary>Applies a sequence's edits one after the other, before anything is cut. Pure.</summary>
public static class Editing
{
    public static EditedSequence Apply(Sequence sequence, IReadOnlyList<Photo> photos, IReadOnlyList<Edit> edits)
    {
        var now = SameTimes.Spread(AsTaken(sequence, photos), sequence.Rules);
        List<LeftOut> leftOut = [];
        List<AppliedEdit> applied = [];
        List<Proposal> proposals = [];
        foreach (var edit in edits)
        {
            var undo = edits.Count - applied.Count;
            var before = Lines.InOrder(now);
            var result = edit.Apply(before);
            if (edit.Examine(before) is { } found)
            {
                proposals = [.. found.Select(proposal => proposal with { UndoFirst = undo })];
            }

            applied.Add(new AppliedEdit(applied.Count + 1, EditTable.KindOf(edit), edit.Text, Changed(before, result.Photos), result.LeftOut.Count) { Camera = (edit as CameraEdit)?.Camera });
            leftOut.AddRange(result.LeftOut);
            now = [.. result.Photos];
        }

        return new EditedSequence(SameTimes.MakeUnique(now.Select(photo => photo.JudgedAt(sequence.CreatedAt))), leftOut, applied, proposals);
    }

    private static IEnumerable<EditedPhoto> AsTaken(Sequence sequence, IReadOnlyList<Photo> photos) =>
        from camera in photos.GroupBy(photo => CameraLine.Of(photo).Body)
        let zone = CameraClocks.ZoneFor(sequence, camera)
        from photo in camera
        select EditedPhoto.From(photo, zone);

    private static int Changed(IReadOnlyList<EditedPhoto> before, IReadOnlyList<EditedPhoto> after)
    {
        var earlier = before.ToDictionary(photo => photo.Photo.Id);
        return after.Count(photo => !ReferenceEquals(photo, earlier[photo.Photo.Id]));
    }
}

/// <summary>A sequence's photos after its edits: each of them is here once, or left out once.</summary>
/// <param name="Photos">In order of time, no two at the same millisecond.</param>
/// <param name="LeftOut">By the edits.</param>
/// <param name="Proposals">What the last track says of the clocks.</param>
public sealed record EditedSequence(
    IReadOnlyList<EditedPhoto> Photos, IReadOnlyList<LeftOut> LeftOut, IReadOnlyList<AppliedEdit> Applied, IReadOnlyList<Proposal> Proposals);
