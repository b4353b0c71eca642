namespace MapThePaths.Imagery;

/// <summary>Where the lens looked, or for <see cref="CaptureSource.GpsTrack"/> where the camera moved.</summary>
/// <param name="Degrees">Clockwise from <paramref name="Reference"/>, 0 ≤ x &lt; 360; 90 is east.</param>
/// <param name="Reference">The north it is counted from. A magnetic reading is never turned into a true one here.</param>
/// <param name="Source">The tag it was taken from, see <see cref="CaptureSource"/>.</param>
public readonly record struct Heading(double Degrees, NorthReference Reference, string Source);

/// <summary>The north that a heading is counted from.</summary>
public enum NorthReference
{
    /// <summary>The file does not say (XMP GPano never does).</summary>
    Unknown,

    /// <summary>EXIF reference <c>T</c>.</summary>
    TrueNorth,

    /// <summary>EXIF reference <c>M</c>; differs from true north by the local declination.</summary>
    MagneticNorth,
}
