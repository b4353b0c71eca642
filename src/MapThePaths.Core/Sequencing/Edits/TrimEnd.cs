using MapThePaths.Core.Model;

namespace MapThePaths.Core.Sequencing.Edits;

/// <summary>Which end of a sequence.</summary>
public enum SequenceEnd
{
    Start,
    End,
}

/// <summary>
/// Leaves out the photos at one end of the sequence, up to the first one that is as far away from that end as asked. Measured straight, since
/// a receiver that stands still at home walks around by itself. What comes back there later is a matter for a privacy zone.
/// </summary>
public sealed record TrimEnd(SequenceEnd End, double Metres) : Edit
{
    public override string Text => $"{(End == SequenceEnd.Start ? "first" : "last")} {Metres:0.###} m trimmed";

    public override EditResult Apply(IReadOnlyList<EditedPhoto> photos)
    {
        var placed = Lines.InOrder(photos.Where(photo => photo.WhyUnusable is null));
        if (End == SequenceEnd.End)
        {
            placed.Reverse();
        }

        return EditResult.Without(photos, placed.TakeWhile(photo => Lines.Distance(placed[0], photo) < Metres), Reason.Trimmed);
    }

    public override string? WhyRefused(IReadOnlyList<EditedPhoto> photos)
    {
        if (!(Metres > 0 && double.IsFinite(Metres)))
        {
            return "A length to trim must be more than 0 metres.";
        }

        return Apply(photos).Photos.Any(photo => photo.WhyUnusable is null) ? null : $"Nothing would be left: no photo is {Metres:0.###} m away from that end.";
    }
}
