namespace MapThePaths.Imagery;

/// <summary>Stable codes for doubts about a photo that is usable all the same.</summary>
public static class CaptureWarning
{
    /// <summary>The capture time is a wall clock without a zone.</summary>
    public const string TimeZoneUnknown = "time-zone-unknown";

    /// <summary>GPS time and camera time differ by more than any time zone explains.</summary>
    public const string GpsDateOff = "gps-date-off";

    /// <summary>The camera's clock was most likely never set.</summary>
    public const string TimeBefore2000 = "time-before-2000";

    public const string TimeInFuture = "time-in-future";

    /// <summary>The heading is counted from magnetic north.</summary>
    public const string HeadingMagnetic = "heading-magnetic";

    /// <summary>A latitude or longitude came without its reference: north and east were taken.</summary>
    public const string HemisphereUnknown = "hemisphere-unknown";

    /// <summary>EXIF GPS 0x0009 says that the receiver had no fix; the position may be an old one.</summary>
    public const string GpsWithoutFix = "gps-without-fix";

    /// <summary>A tag that would have been used has an impossible value or points outside its block; it was passed over.</summary>
    public const string ExifDamaged = "exif-damaged";

    /// <summary>The XMP packet is not well-formed; what stood before the fault was used.</summary>
    public const string XmpDamaged = "xmp-damaged";
}
