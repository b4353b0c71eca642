namespace MapThePaths.Core.Sequencing.Edits;

/// <summary>Says in which zone camera clocks without one were set. Times that a camera gave with a zone, or by GPS, stay.</summary>
/// <param name="Zone">An IANA name, <c>utc</c> or an offset, seconds and all.</param>
public sealed record SetTimeZone(string Zone) : CameraEdit
{
    protected override string What => $"camera clocks read in the zone {Zone}";

    protected override Func<EditedPhoto, EditedPhoto> Change()
    {
        var zone = TimeZones.Parse(Zone);
        return photo => photo.In(zone);
    }

    protected override string? WhyWrong(IReadOnlyList<EditedPhoto> photos) => photos.Any(photo => photo.IsByClock)
        ? null
        : $"No photo {(Camera is null ? "of the sequence" : $"of {Camera}")} has its time from a camera clock without a zone; shifting the time moves all times.";
}
