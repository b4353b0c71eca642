using MapThePaths.Core.Geo;
using MapThePaths.Imagery;
using NodaTime;

namespace MapThePaths.Core.Model;

/// <summary>What the camera knew when it took a photo, each fact with its source. Facts, not decisions: edits never change them.</summary>
public sealed record Capture
{
    /// <summary>Null when the camera had no receiver or no fix.</summary>
    public GeoPoint? Position { get; init; }

    public string? PositionSource { get; init; }

    /// <summary>Metres above <see cref="AltitudeReference"/>, negative below; null when unknown, never 0 for it.</summary>
    public double? Altitude { get; init; }

    public AltitudeReference AltitudeReference { get; init; }

    /// <summary>The instant, when the camera told one: by GPS time, or by its clock with an offset. Milliseconds count.</summary>
    public Instant? TakenAt { get; init; }

    /// <summary>What the camera's own clock showed, in whatever zone it was set to; null when it did not say.</summary>
    public LocalDateTime? CameraTime { get; init; }

    /// <summary>The EXIF tag or XMP property behind the time that counts.</summary>
    public string? TimeSource { get; init; }

    /// <summary>Where the lens looked: degrees clockwise from <see cref="HeadingReference"/>, 0 ≤ x &lt; 360; null when the camera did not know.</summary>
    public double? Heading { get; init; }

    public NorthReference HeadingReference { get; init; }

    public string? HeadingSource { get; init; }

    /// <summary>Of the lens: degrees above the horizon, -90 to 90; null when the camera did not know.</summary>
    public double? Pitch { get; init; }

    /// <summary>Degrees, -180 to 180, right side of the camera down is positive; null when the camera did not know.</summary>
    public double? Roll { get; init; }

    /// <summary>Of the receiver: metres a second; null when unknown.</summary>
    public double? Speed { get; init; }

    /// <summary><c>GPano:ProjectionType</c> as written; <c>flat</c> for none.</summary>
    public string Projection { get; init; } = "flat";

    /// <summary>Pixels, from the frame header.</summary>
    public int Width { get; init; }

    /// <summary>Pixels, from the frame header.</summary>
    public int Height { get; init; }

    /// <summary>EXIF orientation, 1 to 8; 1 when absent.</summary>
    public int Orientation { get; init; } = 1;

    public string? Make { get; init; }

    public string? Model { get; init; }

    /// <summary>Make and model as people say it: a make that the model begins with is not said twice. Null for an unknown camera.</summary>
    public string? Camera => (Make?.Trim(), Model?.Trim()) switch
    {
        (null or "", null or "") => null,
        (null or "", { } model) => model,
        ({ } make, null or "") => make,
        ({ } make, { } model) => model.StartsWith(make.Split(' ')[0], StringComparison.OrdinalIgnoreCase) ? model : $"{make} {model}",
    };

    /// <summary>Letters and digits of the body's and the lens's serial numbers (mapillary-v4.md §10.1, MAPCameraUUID); null for none.</summary>
    public string? CameraId { get; init; }

    /// <summary>Codes of doubts about these facts (<see cref="Reason"/>).</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];

    /// <summary>Why a photo with these facts cannot stand in a sequence; null when it can. A time without a zone is enough.</summary>
    public Reason? WhyUnusable => this switch
    {
        { Position: null } => Reason.NoPosition,
        { Position.IsNullIsland: true } => Reason.NullIsland,
        { TakenAt: null, CameraTime: null } => Reason.NoCaptureTime,
        _ => null,
    };
}
