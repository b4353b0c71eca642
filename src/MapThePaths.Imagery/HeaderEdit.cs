namespace MapThePaths.Imagery;

/// <summary>What to write into a photo's EXIF; null leaves a tag as it is.</summary>
public sealed record HeaderEdit
{
    /// <summary>EXIF 0x010E. ASCII by the standard; other characters are written as UTF-8. No NUL inside.</summary>
    public string? ImageDescription { get; init; }

    /// <summary>EXIF GPS 0x0001 to 0x0004, to a millionth of an arc second.</summary>
    public Position? Position { get; init; }

    /// <summary>
    /// Metres, negative below sea level, to the millimetre: EXIF GPS 0x0005 and 0x0006. At most 4,000,000 either way. The reference is
    /// written as 0 or 1, which every reader knows; in a file of EXIF 3.0 these are counted from the ellipsoid.
    /// </summary>
    public double? Altitude { get; init; }

    /// <summary>Degrees clockwise from true north, 0 ≤ x &lt; 360, to 0.0001: EXIF GPS 0x0010 and 0x0011.</summary>
    public double? Heading { get; init; }

    /// <summary>
    /// UTC, to the millisecond: EXIF GPS 0x0007 and 0x001D. The camera's own times are wall clocks and stay as they are, unless
    /// <see cref="CameraTime"/> is given too.
    /// </summary>
    public DateTime? CapturedAt { get; init; }

    /// <summary>
    /// What the camera's clock should have shown, to the millisecond, and how far it was from UTC: EXIF 0x9003
    /// DateTimeOriginal, 0x9291 SubSecTimeOriginal, 0x9011 OffsetTimeOriginal. The times of digitising and of changing stay as they are.
    /// </summary>
    public DateTimeOffset? CameraTime { get; init; }

    /// <summary>EXIF 0x013B, written as UTF-8.</summary>
    public string? Artist { get; init; }

    /// <summary>EXIF 0x8298, written as UTF-8.</summary>
    public string? Copyright { get; init; }
}
