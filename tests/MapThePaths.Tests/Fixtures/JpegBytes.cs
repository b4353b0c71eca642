using System.Buffers.Binary;
using System.Text;

namespace MapThePaths.Tests.Fixtures;

/// <summary>Puts JPEG files together from segments; each is a picture that decoders open.</summary>
public sealed class JpegBytes
{
    public const int Width = 32;
    public const int Height = 16;

    // A test pattern of 32 x 16 pixels from its first DQT to its EOI.
    private const string PictureBase64 =
        "/9sAQwAIEBATEBMWFhYWFhYaGBobGxsaGhoaGxsbHR0dIiIiHR0dGxsdHSAgIiIlJiUjIyIjJiYoKCgwMC4uODg6RUVT/8QAdwAAAwEBAAAAAA" +
        "AAAAAAAAAAAgQGBQcBAAMBAAAAAAAAAAAAAAAAAAMFBAcQAAAEBAIHCQEAAAAAAAAAABECAwEhEgQAIgVDQYIxwRMGkYFxoWIyYRRCUREAAgIB" +
        "BAMBAAAAAAAAAAAAAQIDBBExIRIABUEyQv/AABEIABAAIAMBIgACEQADEQD/2gAMAwEAAhEDEQA/AIDp5Eqy6jGixWYwPrAWDtcbLMdHtcLp8g" +
        "padExz/bSM5ysWTCziMP2+/wALGroUFHKxqtMgCDvLEQ/qjW+8RfrRyspL8i2+IpD+cDcKR2maZqsVmOcsFMddYgAXXImkZ/gEDUbnXT13qmY6" +
        "Pa4Wp00sZRNcho8vlg/w80O4Lxs0rVimIzUqjswxxR3ei08mqF6Mipk6VWoZST2zYZZtbEMIj5Xn/jaFqsnJwgUjfjLE22T6VydcdFQjSyb7gK" +
        "SzVTAWIU8lRw31gg8SdjjIzjv/2Q==";

    private readonly List<byte[]> _segments = [];
    private byte[] _trailer = [];
    private int _scanPadding;

    /// <summary>Tables, frame, scan and end of image: what follows the application segments.</summary>
    public static byte[] Picture { get; } = Convert.FromBase64String(PictureBase64);

    /// <summary>Where in <see cref="Picture"/> the coded scan begins.</summary>
    public static int ScanStartInPicture { get; } = ScanStartIn(Picture);

    public static byte[] Segment(byte marker, params ReadOnlySpan<byte> payload)
    {
        var length = payload.Length + 2;
        return [0xFF, marker, (byte)(length >> 8), (byte)length, .. payload];
    }

    public JpegBytes With(byte marker, params ReadOnlySpan<byte> payload)
    {
        _segments.Add(Segment(marker, payload));
        return this;
    }

    public JpegBytes Jfif() => With(0xE0, "JFIF\0\u0001\u0001\0\0\u0001\0\u0001\0\0"u8);

    public JpegBytes Exif(TiffBytes exif) => With(0xE1, [.. "Exif\0\0"u8, .. exif.Build()]);

    public JpegBytes Xmp(string packet, Encoding? encoding = null) =>
        With(0xE1, [.. "http://ns.adobe.com/xap/1.0/\0"u8, .. (encoding ?? Encoding.UTF8).GetBytes(packet)]);

    public JpegBytes IccProfile(int length) => With(0xE2, [.. "ICC_PROFILE\0\u0001\u0001"u8, .. Noise(length)]);

    public JpegBytes Comment(string text) => With(0xFE, Encoding.UTF8.GetBytes(text));

    /// <summary>Bytes between segments or in front of them that no standard knows.</summary>
    public JpegBytes Raw(params byte[] bytes)
    {
        _segments.Add(bytes);
        return this;
    }

    /// <summary>Bytes behind the end of the image.</summary>
    public JpegBytes Trailer(params byte[] bytes)
    {
        _trailer = bytes;
        return this;
    }

    /// <summary>Makes the scan longer, as a larger picture would; decoders pass over the surplus.</summary>
    public JpegBytes ScanPadding(int bytes)
    {
        _scanPadding = bytes;
        return this;
    }

    public byte[] Build()
    {
        IEnumerable<byte> header = [0xFF, 0xD8, .. _segments.SelectMany(segment => segment)];
        return [.. header, .. Picture[..^2], .. Noise(_scanPadding), .. Picture[^2..], .. _trailer];
    }

    /// <summary>Bytes without FF that do not compress; always the same.</summary>
    public static byte[] Noise(int length)
    {
        var random = new Random(20081022);
        var bytes = new byte[length];
        random.NextBytes(bytes);
        bytes.AsSpan().Replace((byte)0xFF, (byte)0x7F);
        return bytes;
    }

    private static int ScanStartIn(byte[] picture)
    {
        var marker = picture.AsSpan().IndexOf((ReadOnlySpan<byte>)[0xFF, 0xDA]);
        return marker + 2 + BinaryPrimitives.ReadUInt16BigEndian(picture.AsSpan(marker + 2));
    }
}
