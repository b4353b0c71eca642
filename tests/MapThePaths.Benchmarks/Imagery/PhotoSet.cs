using System.Globalization;
using System.Text;
using MapThePaths.Tests.Fixtures;

namespace MapThePaths.Benchmarks.Imagery;

/// <summary>Photos and tracks like those of a drive, made on the spot.</summary>
internal static class PhotoSet
{
    private const int ThumbnailLength = 8000;

    private static readonly DateTime Begin = new(2023, 5, 10, 10, 0, 1, DateTimeKind.Utc);

    /// <summary>A 360° photo with position, time, thumbnail and XMP.</summary>
    /// <param name="number">Its place in the drive: a second and a metre behind the one before.</param>
    /// <param name="length">Bytes, the trailer included.</param>
    /// <param name="trailer">Bytes behind the end of the image.</param>
    public static byte[] Photo(int number, int length, int trailer = 0)
    {
        var time = Begin.AddSeconds(number);
        var exif = new TiffBytes(number % 2 == 0).Ascii(0x010F, "Maker").Ascii(0x0110, "Model").Short(0x0112, 1)
            .ExifAscii(0x9003, Text(time.AddHours(2), "yyyy:MM:dd HH:mm:ss")).ExifAscii(0x9291, "250").ExifAscii(0x9011, "+02:00")
            .At(47 + (number * 1e-5), 8.5).GpsByte(5, 0).GpsRational(6, 4321, 10).GpsAscii(16, "T").GpsRational(17, 90, 1)
            .GpsAscii(29, Text(time, "yyyy:MM:dd")).GpsRational(7, (uint)time.Hour, 1, (uint)time.Minute, 1, (uint)time.Second, 1)
            .Thumbnail(new JpegBytes().ScanPadding(Math.Min(ThumbnailLength, length / 4)).Build());
        var header = new JpegBytes().Exif(exif).Xmp(XmpPacket.Of(
            "GPano:ProjectionType='equirectangular' GPano:FullPanoWidthPixels='5760' GPano:FullPanoHeightPixels='2880' " +
            "GPano:CroppedAreaImageWidthPixels='5760' GPano:CroppedAreaImageHeightPixels='2880' " +
            "GPano:CroppedAreaLeftPixels='0' GPano:CroppedAreaTopPixels='0' GPano:PoseHeadingDegrees='90'")).Trailer(JpegBytes.Noise(trailer));
        return header.ScanPadding(length - header.Build().Length).Build();
    }

    public static List<string> Save(TemporaryFolder folder, int count, int length) =>
        [.. Enumerable.Range(0, count).Select(i => folder.Save($"{i:00000}.jpg", Photo(i, length)))];

    private static string Text(DateTime time, string format) => time.ToString(format, CultureInfo.InvariantCulture);

    public static byte[] Track(int points)
    {
        var text = new StringBuilder("<gpx xmlns=\"http://www.topografix.com/GPX/1/1\"><trk><trkseg>\n");
        for (var i = 0; i < points; i++)
        {
            text.Append("<trkpt lat=\"").Append(47 + (i * 1e-6)).Append("\" lon=\"8.5\"><ele>").Append(400 + (i % 50))
                .Append(".5</ele><time>").Append(DateTime.UnixEpoch.AddSeconds(i).ToString("yyyy-MM-ddTHH:mm:ss")).Append("Z</time></trkpt>\n");
        }

        return Encoding.UTF8.GetBytes(text.Append("</trkseg></trk></gpx>").ToString());
    }
}
