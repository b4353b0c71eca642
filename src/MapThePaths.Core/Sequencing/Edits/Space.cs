using MapThePaths.Core.Model;

namespace MapThePaths.Core.Sequencing.Edits;

/// <summary>What photos are spaced by.</summary>
public enum SpacedBy
{
    Seconds,
    Metres,
    Altitude,
}

/// <summary>
/// Thins out: keeps the first photo of each camera, then every one that is far enough from the last kept one (mtpdu.md §14). Photos without
/// a time, a position or, where that is asked for, an altitude are left to others.
/// </summary>
/// <param name="Least">Seconds or metres; as far as this is far enough.</param>
public sealed record Space(SpacedBy By, double Least) : Edit
{
    // Positions have some rounding: a millimetre or a tenth of a millisecond.
    private double Enough => By == SpacedBy.Seconds ? Least - 0.0001 : Least - 0.001;

    public override string Text => By switch
    {
        SpacedBy.Seconds => $"at least {Least:0.###} s between photos",
        SpacedBy.Metres => $"at least {Least:0.###} m between photos",
        _ => $"at least {Least:0.###} m of altitude between photos",
    };

    public override EditResult Apply(IReadOnlyList<EditedPhoto> photos) => EditResult.Without(photos, Lines.Of(photos).SelectMany(TooNear), Reason.SpacedOut);

    public override string? WhyRefused(IReadOnlyList<EditedPhoto> photos)
    {
        if (!(Least > 0 && double.IsFinite(Least)))
        {
            return "Space between photos must be more than 0.";
        }

        return By == SpacedBy.Altitude && photos.All(photo => photo.Altitude is null) ? "No photo of the sequence has an altitude." : null;
    }

    private IEnumerable<EditedPhoto> TooNear(List<EditedPhoto> line)
    {
        EditedPhoto? kept = null;
        foreach (var photo in line.Where(photo => By != SpacedBy.Altitude || photo.Altitude is not null))
        {
            if (kept is not null && Between(kept, photo) < Enough)
            {
                yield return photo;
            }
            else
            {
                kept = photo;
            }
        }
    }

    private double Between(EditedPhoto kept, EditedPhoto photo) => By switch
    {
        SpacedBy.Seconds => Lines.Seconds(kept, photo),
        SpacedBy.Metres => Lines.Distance(kept, photo),
        _ => Math.Abs(photo.Altitude!.Value - kept.Altitude!.Value),
    };
}
