using MapThePaths.Core.Model;
using NodaTime;

namespace MapThePaths.Core.Sequencing;

/// <summary>Turns what camera clocks showed into instants.</summary>
internal static class CameraClocks
{
    // Zones lie on quarters of an hour; a camera's clock may be a few minutes off and still tell its zone.
    private const int ZoneStepMinutes = 15;
    private const int ToleranceMinutes = 5;
    private const int MaxOffsetHours = 14;

    /// <summary>
    /// The zone of a clock that says none: the sequence's own when the user gave one, else the offset between clock and GPS time of the
    /// camera's photos that have both, if they agree. Null when neither is known. The computer's zone is never asked.
    /// </summary>
    /// <param name="photos">Of one camera.</param>
    public static DateTimeZone? ZoneFor(Sequence sequence, IEnumerable<Photo> photos) =>
        sequence.TimeZone is { } zone ? TimeZones.Parse(zone) : DeriveZone(photos);

    /// <summary>
    /// The instant of a photo: the camera's own, else its wall clock in <paramref name="zone"/>. Clock times that a change of zone rules
    /// skipped or repeated take the later or the earlier instant, as NodaTime's lenient resolver does.
    /// </summary>
    /// <returns>Null when the camera gave no time.</returns>
    public static Instant? TakenAt(Capture capture, DateTimeZone zone) =>
        capture.TakenAt ?? capture.CameraTime?.InZoneLeniently(zone).ToInstant();

    private static DateTimeZone? DeriveZone(IEnumerable<Photo> photos)
    {
        var offsets = photos
            .Where(photo => photo.Capture is { TakenAt: not null, CameraTime: not null })
            .Select(photo => ZoneOffset(photo.Capture.CameraTime!.Value, photo.Capture.TakenAt!.Value))
            .Distinct()
            .Take(2)
            .ToList();
        return offsets is [{ } only] ? DateTimeZone.ForOffset(only) : null;
    }

    private static Offset? ZoneOffset(LocalDateTime clock, Instant taken)
    {
        var minutes = (clock.InUtc().ToInstant() - taken).TotalMinutes;
        var zone = Math.Round(minutes / ZoneStepMinutes) * ZoneStepMinutes;
        return Math.Abs(minutes - zone) <= ToleranceMinutes && Math.Abs(zone) <= MaxOffsetHours * 60
            ? Offset.FromSeconds((int)zone * 60)
            : null;
    }
}
