using MapThePaths.Imagery.Facts;

namespace MapThePaths.Imagery.Exif;

/// <summary>
/// What the tags say, before anything is chosen or judged. Null: not there, empty, or unreadable (then <see cref="IsDamaged"/>).
/// </summary>
internal sealed class ExifValues
{
    /// <summary>A tag that is of use had a value that cannot be.</summary>
    public bool IsDamaged { get; set; }

    public string? Make { get; set; }

    public string? Model { get; set; }

    public int? Orientation { get; set; }

    public string? BodySerial { get; set; }

    public string? LensSerial { get; set; }

    /// <summary>Degrees.</summary>
    public double? ElevationAngle { get; set; }

    public WrittenTime? Original { get; set; }

    public WrittenTime? Digitized { get; set; }

    public WrittenTime? Changed { get; set; }

    /// <summary>UTC.</summary>
    public DateTime? GpsTime { get; set; }

    public Position? Position { get; set; }

    public bool IsHemisphereUnknown { get; set; }

    public bool IsWithoutFix { get; set; }

    /// <summary>Metres.</summary>
    public double? PositionError { get; set; }

    /// <summary>Metres.</summary>
    public double? Altitude { get; set; }

    public AltitudeReference AltitudeReference { get; set; }

    /// <summary>ExifVersion is 3.0 or higher.</summary>
    public bool IsExif3 { get; set; }

    /// <summary>Metres a second.</summary>
    public double? Speed { get; set; }

    public Heading? Direction { get; set; }

    public Heading? Track { get; set; }
}
