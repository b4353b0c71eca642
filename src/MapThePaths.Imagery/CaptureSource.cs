namespace MapThePaths.Imagery;

/// <summary>Names of the tags and properties a fact can come from; stable, and fit to be shown.</summary>
public static class CaptureSource
{
    /// <summary>EXIF GPS 0x0002 and 0x0004 with their references.</summary>
    public const string GpsPosition = "GPSLatitude";

    /// <summary>XMP exif:GPSLatitude and exif:GPSLongitude.</summary>
    public const string XmpPosition = "XMP exif:GPSLatitude";

    /// <summary>EXIF GPS 0x0006, reference 0x0005.</summary>
    public const string GpsAltitude = "GPSAltitude";

    public const string XmpAltitude = "XMP exif:GPSAltitude";

    /// <summary>EXIF GPS 0x001D GPSDateStamp and 0x0007 GPSTimeStamp: UTC.</summary>
    public const string GpsTime = "GPSTimeStamp";

    /// <summary>EXIF 0x9003, with 0x9291 SubSecTimeOriginal and 0x9011 OffsetTimeOriginal.</summary>
    public const string DateTimeOriginal = "DateTimeOriginal";

    /// <summary>EXIF 0x9004, with 0x9292 SubSecTimeDigitized and 0x9012 OffsetTimeDigitized.</summary>
    public const string DateTimeDigitized = "DateTimeDigitized";

    /// <summary>TIFF 0x0132, with 0x9290 SubSecTime and 0x9010 OffsetTime. Many programs set it on saving.</summary>
    public const string DateTime = "DateTime";

    public const string XmpGpsTime = "XMP exif:GPSTimeStamp";

    public const string XmpDateTimeOriginal = "XMP exif:DateTimeOriginal";

    public const string XmpDateCreated = "XMP photoshop:DateCreated";

    public const string XmpCreateDate = "XMP xmp:CreateDate";

    /// <summary>EXIF GPS 0x0011, reference 0x0010.</summary>
    public const string GpsImgDirection = "GPSImgDirection";

    public const string XmpImgDirection = "XMP exif:GPSImgDirection";

    /// <summary>XMP GPano:PoseHeadingDegrees: heading of the middle of the panorama.</summary>
    public const string PoseHeading = "PoseHeadingDegrees";

    /// <summary>EXIF GPS 0x000F, reference 0x000E: the direction of movement, not of the lens.</summary>
    public const string GpsTrack = "GPSTrack";
}
