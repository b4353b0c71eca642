namespace MapThePaths.Imagery;

/// <summary>
/// What the camera knew when it took the photo, as the header tells it. Null always means that the file does not say, or that
/// what it says is impossible; nothing is ever set to 0 for want of a value.
/// </summary>
public sealed record CaptureFacts
{
    /// <summary>(0,0) is reported as found: whether to believe it is not decided here. Both parts come from the same source.</summary>
    public Position? Position { get; init; }

    public string? PositionSource { get; init; }

    /// <summary>Metres, radius around the position: EXIF GPS 0x001F GPSHPositioningError.</summary>
    public double? PositionError { get; init; }

    /// <summary>Metres, negative below the reference: EXIF GPS 0x0006 with the sign from 0x0005, else XMP exif:GPSAltitude.</summary>
    public double? Altitude { get; init; }

    /// <summary>What <see cref="Altitude"/> is counted from. Never converted here, for that needs a model of the geoid.</summary>
    public AltitudeReference AltitudeReference { get; init; }

    public string? AltitudeSource { get; init; }

    /// <summary>The best time there is: GPS, then original, digitised, changed, then the same in XMP.</summary>
    public CaptureTime? Time { get; init; }

    /// <summary>UTC, from the GPS receiver. Kept beside <see cref="Time"/> for checks of the clock over many photos.</summary>
    public DateTime? GpsTime { get; init; }

    /// <summary>What the camera's own clock showed, zone unknown unless <see cref="CameraOffset"/> is there.</summary>
    public DateTime? CameraTime { get; init; }

    /// <summary>Camera time minus UTC, -14 to +14 hours.</summary>
    public TimeSpan? CameraOffset { get; init; }

    public Heading? Heading { get; init; }

    /// <summary>Degrees above the horizon, -90 to 90: GPano:PosePitchDegrees, else EXIF 0x9405 CameraElevationAngle.</summary>
    public double? Pitch { get; init; }

    /// <summary>Degrees, -180 to 180, right side of the camera down is positive: GPano:PoseRollDegrees.</summary>
    public double? Roll { get; init; }

    /// <summary>Metres a second: EXIF GPS 0x000D in the unit of 0x000C (km/h when that is missing).</summary>
    public double? Speed { get; init; }

    /// <summary>
    /// Pixels as stored, before any turning by <see cref="Orientation"/>; from the frame header, not from EXIF. 0 without a frame
    /// header.
    /// </summary>
    public int Width { get; init; }

    /// <inheritdoc cref="Width"/>
    public int Height { get; init; }

    /// <summary>EXIF 0x0112, 1 to 8; 1 (upright) when missing or impossible.</summary>
    public int Orientation { get; init; } = 1;

    public string? Make { get; init; }

    public string? Model { get; init; }

    /// <summary>EXIF 0xA431, else the XMP of editors that moved it there.</summary>
    public string? BodySerial { get; init; }

    /// <summary>EXIF 0xA435, else the XMP of editors that moved it there.</summary>
    public string? LensSerial { get; init; }

    /// <summary>XMP GPano:ProjectionType as written, <c>equirectangular</c> for a sphere; <c>flat</c> when there is none.</summary>
    public string Projection { get; init; } = "flat";

    /// <summary>Null unless all six numbers are there and fit into one another.</summary>
    public PanoramaCrop? Crop { get; init; }

    /// <summary>Codes of <see cref="CaptureWarning"/>, each at most once; usually empty.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];
}
