using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using MapThePaths.Core.Destinations;
using MapThePaths.Core.Geo;
using NodaTime;

namespace MapThePaths.Tests.Fixtures;

/// <summary>The smallest photo that a service can place: a JPEG header with a description, and a picture of noise.</summary>
internal sealed class AGeotaggedPhoto : IDisposable
{
    private readonly string _path = Path.Combine(Path.GetTempPath(), $"geotagged-{Guid.NewGuid():n}.jpg");

    /// <param name="number">Two seconds and some metres behind the photo before.</param>
    public AGeotaggedPhoto(int number)
    {
        CapturedAt = Instant.FromUtc(2023, 5, 10, 10, 0, 0) + Duration.FromMilliseconds(250 + (2_000 * number));
        Position = new GeoPoint(50.9 + (number * 0.0001), -0.54);
        var header = Header();
        var picture = new byte[600_000];
        new Random(number).NextBytes(picture);
        File.WriteAllBytes(_path, picture);
        Bytes = [.. header, .. picture];
        Body = new PhotoBody(_path, Convert.ToHexStringLower(SHA256.HashData(Bytes)), header, tailOffset: 0, picture.Length);
    }

    public Instant CapturedAt { get; }

    public GeoPoint Position { get; }

    public byte[] Bytes { get; }

    public PhotoBody Body { get; }

    public void Dispose() => File.Delete(_path);

    private byte[] Header()
    {
        var time = CapturedAt.ToString("uuuu_MM_dd_HH_mm_ss_fff", null);
        var description = FormattableString.Invariant(
            $$"""{"MAPCaptureTime":"{{time}}","MAPLatitude":{{Position.Latitude}},"MAPLongitude":{{Position.Longitude}}}""");
        byte[] exif = [.. "Exif\0\0"u8, .. Tiff(Encoding.ASCII.GetBytes(description + "\0"))];
        byte[] start = [0xFF, 0xD8, 0xFF, 0xE1, 0, 0];
        BinaryPrimitives.WriteUInt16BigEndian(start.AsSpan(4), (ushort)(exif.Length + 2));
        byte[] frame = [0xFF, 0xC0, 0, 11, 8, 0, 16, 0, 16, 1, 1, 0x11, 0];
        byte[] scan = [0xFF, 0xDA, 0, 8, 1, 1, 0, 0, 63, 0];
        return [.. start, .. exif, .. frame, .. scan];
    }

    /// <summary>One directory with one entry: tag 0x010E, ASCII.</summary>
    private static byte[] Tiff(byte[] description)
    {
        byte[] tiff = [.. "II*\0"u8, 8, 0, 0, 0, 1, 0, 0x0E, 0x01, 2, 0, 0, 0, 0, 0, 26, 0, 0, 0, 0, 0, 0, 0, .. description];
        BinaryPrimitives.WriteInt32LittleEndian(tiff.AsSpan(14), description.Length);
        return tiff;
    }
}
