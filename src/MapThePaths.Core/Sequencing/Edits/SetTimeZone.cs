namespace MapThePaths.Core.Sequencing.Edits;

/// <summary>Says in which zone camera clocks without one were set. Times that a camera gave with a zone, or by GPS, stay.</summary>
/// <param name="Zone">An IANA name, <c>utc</c> or an offset, seconds and all.</param>
public sealed record SetTimeZone(string Zone) : Edit
{
    public override string Text => $"camera clocks read in the zone {Zone}";

    public override EditResult Apply(IReadOnlyList<EditedPhoto> photos)
    {
        var zone = TimeZones.Parse(Zone);
        return EditResult.Each(photos, photo => photo.In(zone));
    }

    public override string? WhyRefused(IReadOnlyList<EditedPhoto> photos) => photos.Any(photo => photo.IsByClock)
        ? null
        : "No photo of the sequence has its time from a camera clock without a zone; shifting the time moves all times.";
}
