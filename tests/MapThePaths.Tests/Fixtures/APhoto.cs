using System.Globalization;

namespace MapThePaths.Tests.Fixtures;

/// <summary>
/// A small real photo in a mapper's words: <c>APhoto.At(47.1, 8.5).Facing(90).TakenUtc("2023-05-10 10:00:05.250").SaveTo(path)</c>.
/// </summary>
public sealed class APhoto
{
    private readonly TiffBytes _exif = new();
    private readonly JpegBytes _jpeg = new();
    private string _panorama = "";

    public static APhoto Anywhere() => new();

    public static APhoto At(double latitude, double longitude)
    {
        var photo = new APhoto();
        photo._exif.At(latitude, longitude);
        return photo;
    }

    /// <param name="reference">EXIF's code; null for 0 or 1, by the sign: sea level, and the ellipsoid in a photo of EXIF 3.0.</param>
    public APhoto Altitude(double metres, byte? reference = null)
    {
        _exif.GpsByte(5, reference ?? (metres < 0 ? (byte)1 : (byte)0)).GpsRational(6, (uint)Math.Round(Math.Abs(metres) * 1000), 1000);
        return this;
    }

    public APhoto ByExif3()
    {
        _exif.ExifBytes(0x9000, 7, 4, [.. "0300"u8]);
        return this;
    }

    /// <param name="degrees">Clockwise.</param>
    /// <param name="north"><c>T</c> for true, <c>M</c> for magnetic; null where the camera does not say.</param>
    public APhoto Facing(double degrees, string? north = "T")
    {
        if (north is not null)
        {
            _exif.GpsAscii(16, north);
        }

        _exif.GpsRational(17, (uint)Math.Round(degrees * 100), 100);
        return this;
    }

    /// <summary>GPS time.</summary>
    public APhoto TakenUtc(string time)
    {
        var utc = DateTime.Parse(time, CultureInfo.InvariantCulture);
        var milliseconds = (uint)((utc.Second * 1000) + utc.Millisecond);
        _exif.GpsRational(7, (uint)utc.Hour, 1, (uint)utc.Minute, 1, milliseconds, 1000)
            .GpsAscii(29, utc.ToString("yyyy':'MM':'dd", CultureInfo.InvariantCulture));
        return this;
    }

    /// <summary>What the camera's clock showed, without a zone.</summary>
    public APhoto TakenByClock(string time)
    {
        var clock = DateTime.Parse(time, CultureInfo.InvariantCulture);
        _exif.ExifAscii(0x9003, clock.ToString("yyyy':'MM':'dd HH':'mm':'ss", CultureInfo.InvariantCulture))
            .ExifAscii(0x9291, clock.ToString("fff", CultureInfo.InvariantCulture));
        return this;
    }

    public APhoto Offset(string offset)
    {
        _exif.ExifAscii(0x9011, offset);
        return this;
    }

    public APhoto Camera(string make, string model, string? serial = null)
    {
        _exif.Ascii(0x010F, make).Ascii(0x0110, model);
        if (serial is not null)
        {
            _exif.ExifAscii(0xA431, serial);
        }

        return this;
    }

    /// <summary>Kilometres an hour, by the receiver.</summary>
    public APhoto Moving(uint speed)
    {
        _exif.GpsAscii(12, "K").GpsRational(13, speed, 1);
        return this;
    }

    public APhoto Projected(string projection)
    {
        _panorama += $" GPano:ProjectionType=\"{projection}\"";
        return this;
    }

    /// <summary>Degrees above the horizon; degrees with the right side down.</summary>
    public APhoto Held(double pitch, double roll)
    {
        _panorama += string.Create(CultureInfo.InvariantCulture, $" GPano:PosePitchDegrees=\"{pitch}\" GPano:PoseRollDegrees=\"{roll}\"");
        return this;
    }

    /// <summary>Makes the file larger without making the header larger.</summary>
    public APhoto OfSize(int bytes)
    {
        _jpeg.ScanPadding(Math.Max(0, bytes - 1500));
        return this;
    }

    public byte[] Bytes()
    {
        _jpeg.Exif(_exif);
        if (_panorama.Length > 0)
        {
            _jpeg.Xmp(XmpPacket.Of(_panorama));
        }

        return _jpeg.Build();
    }

    public string SaveTo(string path)
    {
        File.WriteAllBytes(path, Bytes());
        return path;
    }
}
