namespace MapThePaths.Imagery.Exif;

/// <summary>Tag numbers of EXIF 3.0 / TIFF 6.0, with type and count as the standard has them.</summary>
internal static class ExifTag
{
    /// <summary>ASCII, any.</summary>
    public const ushort ImageDescription = 0x010E;

    /// <summary>ASCII, any.</summary>
    public const ushort Make = 0x010F;

    /// <summary>ASCII, any.</summary>
    public const ushort Model = 0x0110;

    /// <summary>SHORT, 1.</summary>
    public const ushort Orientation = 0x0112;

    /// <summary>ASCII, 20: "YYYY:MM:DD HH:MM:SS".</summary>
    public const ushort DateTime = 0x0132;

    /// <summary>LONG, 1: where the small picture begins in the block (JPEGInterchangeFormat); in the directory after the first.</summary>
    public const ushort ThumbnailOffset = 0x0201;

    /// <summary>LONG, 1: bytes of the small picture (JPEGInterchangeFormatLength).</summary>
    public const ushort ThumbnailLength = 0x0202;

    /// <summary>ASCII, any.</summary>
    public const ushort Artist = 0x013B;

    /// <summary>ASCII, any.</summary>
    public const ushort Copyright = 0x8298;

    /// <summary>LONG, 1.</summary>
    public const ushort ExifDirectory = 0x8769;

    /// <summary>LONG, 1.</summary>
    public const ushort GpsDirectory = 0x8825;

    /// <summary>UNDEFINED, 4: "0231" for version 2.31.</summary>
    public const ushort Version = 0x9000;

    /// <summary>ASCII, 20.</summary>
    public const ushort DateTimeOriginal = 0x9003;

    /// <summary>ASCII, 20.</summary>
    public const ushort DateTimeDigitized = 0x9004;

    /// <summary>ASCII, 7: "+02:00".</summary>
    public const ushort OffsetTime = 0x9010;

    /// <summary>ASCII, 7.</summary>
    public const ushort OffsetTimeOriginal = 0x9011;

    /// <summary>ASCII, 7.</summary>
    public const ushort OffsetTimeDigitized = 0x9012;

    /// <summary>ASCII, any: decimal digits behind the second.</summary>
    public const ushort SubSecTime = 0x9290;

    /// <summary>ASCII, any.</summary>
    public const ushort SubSecTimeOriginal = 0x9291;

    /// <summary>ASCII, any.</summary>
    public const ushort SubSecTimeDigitized = 0x9292;

    /// <summary>SRATIONAL, 1: degrees.</summary>
    public const ushort CameraElevationAngle = 0x9405;

    /// <summary>ASCII, any.</summary>
    public const ushort BodySerialNumber = 0xA431;

    /// <summary>ASCII, any.</summary>
    public const ushort LensSerialNumber = 0xA435;
}

/// <summary>Tag numbers inside the GPS directory.</summary>
internal static class GpsTag
{
    /// <summary>BYTE, 4.</summary>
    public const ushort Version = 0x0000;

    /// <summary>ASCII, 2: N or S.</summary>
    public const ushort LatitudeRef = 0x0001;

    /// <summary>RATIONAL, 3: degrees, minutes, seconds.</summary>
    public const ushort Latitude = 0x0002;

    /// <summary>ASCII, 2: E or W.</summary>
    public const ushort LongitudeRef = 0x0003;

    /// <summary>RATIONAL, 3.</summary>
    public const ushort Longitude = 0x0004;

    /// <summary>BYTE, 1: 0 above, 1 below sea level. EXIF 3.0 means the ellipsoid by these, and adds 2 above, 3 below sea level.</summary>
    public const ushort AltitudeRef = 0x0005;

    /// <summary>RATIONAL, 1: metres.</summary>
    public const ushort Altitude = 0x0006;

    /// <summary>RATIONAL, 3: hour, minute, second in UTC.</summary>
    public const ushort TimeStamp = 0x0007;

    /// <summary>ASCII, 2: A measuring, V no fix.</summary>
    public const ushort Status = 0x0009;

    /// <summary>ASCII, 2: K km/h, M miles an hour, N knots.</summary>
    public const ushort SpeedRef = 0x000C;

    /// <summary>RATIONAL, 1.</summary>
    public const ushort Speed = 0x000D;

    /// <summary>ASCII, 2: T or M.</summary>
    public const ushort TrackRef = 0x000E;

    /// <summary>RATIONAL, 1: degrees.</summary>
    public const ushort Track = 0x000F;

    /// <summary>ASCII, 2: T or M.</summary>
    public const ushort ImgDirectionRef = 0x0010;

    /// <summary>RATIONAL, 1: degrees.</summary>
    public const ushort ImgDirection = 0x0011;

    /// <summary>ASCII, 11: "YYYY:MM:DD" in UTC.</summary>
    public const ushort DateStamp = 0x001D;

    /// <summary>RATIONAL, 1: metres.</summary>
    public const ushort HorizontalError = 0x001F;
}
