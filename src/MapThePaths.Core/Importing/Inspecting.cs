using MapThePaths.Core.Geo;
using MapThePaths.Core.Model;
using MapThePaths.Imagery;
using NodaTime;

namespace MapThePaths.Core.Importing;

/// <summary>What one look at a file tells. Nothing is stored.</summary>
/// <param name="Fingerprint">Identifies the content; null when the file could not be read.</param>
/// <param name="ModifiedAt">Milliseconds since 1970, UTC.</param>
/// <param name="Picture">Identifies the picture without its header; null likewise.</param>
/// <param name="Capture">Null when <paramref name="Defect"/> is not.</param>
/// <param name="Defect">What is wrong with the file itself.</param>
public sealed record Inspection(string Path, long Size, long ModifiedAt, string? Fingerprint, string? Picture, Capture? Capture, Reason? Defect)
{
    /// <summary>Why it cannot stand in a sequence as it is; null when it can.</summary>
    public Reason? WhyLeftOut => Defect ?? Capture?.WhyUnusable;
}

/// <summary>Reads files and takes from the raw metadata what the flow needs.</summary>
public static class Inspecting
{
    /// <summary>Reads one file's header. A file that cannot be read is a finding, not a failure.</summary>
    public static Inspection Inspect(string path, TimeProvider time)
    {
        try
        {
            var reading = PhotoReader.Read(path, time);
            return new Inspection(
                path,
                reading.Size,
                FileTime.Of(reading.ModifiedAt),
                reading.Fingerprint,
                reading.Picture,
                reading.Facts is { } facts ? CaptureOf(facts) : null,
                reading.Defect is { } defect ? Reason.Of(defect.Code()) : null);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return new Inspection(path, Size: 0, ModifiedAt: 0, Fingerprint: null, Picture: null, Capture: null, Reason.Unreadable);
        }
    }

    private static Capture CaptureOf(CaptureFacts facts) => new()
    {
        Position = facts.Position is { } position ? new GeoPoint(position.Latitude, position.Longitude) : null,
        PositionSource = facts.PositionSource,
        Altitude = facts.Altitude,
        AltitudeReference = facts.AltitudeReference,
        TakenAt = facts.Time is { IsUtc: true } instant ? InstantOf(instant.Value) : null,
        CameraTime = (facts.CameraTime ?? (facts.Time is { IsUtc: false } clock ? clock.Value : null)) is { } wallClock
            ? LocalDateTime.FromDateTime(wallClock)
            : null,
        TimeSource = facts.Time?.Source,
        Heading = facts.Heading?.Degrees,
        HeadingReference = facts.Heading?.Reference ?? NorthReference.Unknown,
        HeadingSource = facts.Heading?.Source,
        Pitch = facts.Pitch,
        Roll = facts.Roll,
        Speed = facts.Speed,
        Projection = facts.Projection,
        Width = facts.Width,
        Height = facts.Height,
        Orientation = facts.Orientation,
        Make = facts.Make,
        Model = facts.Model,
        CameraId = CameraId(facts.BodySerial, facts.LensSerial),
        Warnings = facts.Warnings,
    };

    private static Instant InstantOf(DateTime utc) => Instant.FromDateTimeUtc(DateTime.SpecifyKind(utc, DateTimeKind.Utc));

    // MAPCameraUUID (mapillary-v4.md §10.1): letters and digits of the body's serial, '_', of the lens's.
    private static string? CameraId(string? bodySerial, string? lensSerial)
    {
        var serials = new[] { bodySerial, lensSerial }
            .Select(serial => string.Concat((serial ?? "").Where(char.IsAsciiLetterOrDigit)))
            .Where(serial => serial.Length > 0);
        var id = string.Join('_', serials);
        return id.Length > 0 ? id : null;
    }
}
