using System.Buffers.Binary;
using System.Globalization;
using System.Text;

namespace MapThePaths.Tests.Emulator;

/// <summary>The fewest bytes that are a photo: a header with what the test says, a frame of a given size, no picture.</summary>
internal sealed class TinyJpeg
{
    private readonly List<TinyTag> _main = [];
    private readonly List<TinyTag> _exif = [];
    private readonly List<TinyTag> _gps = [];
    private string? _xmp;

    public ushort Width { get; init; } = 1200;

    public ushort Height { get; init; } = 900;

    public static byte[] Described(double latitude, double longitude, string captureTime, string more = "")
    {
        var description = string.Create(
            CultureInfo.InvariantCulture,
            $$"""{"MAPCaptureTime":"{{captureTime}}","MAPLatitude":{{latitude}},"MAPLongitude":{{longitude}}{{more}}}""");
        return new TinyJpeg().With(TinyTag.Text(0x010E, description)).Bytes();
    }

    public TinyJpeg With(TinyTag mainTag)
    {
        _main.Add(mainTag);
        return this;
    }

    public TinyJpeg WithExif(TinyTag tag)
    {
        _exif.Add(tag);
        return this;
    }

    public TinyJpeg WithGps(TinyTag tag)
    {
        _gps.Add(tag);
        return this;
    }

    public TinyJpeg WithXmp(string property)
    {
        _xmp = $"""
            <x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
            <rdf:Description rdf:about="" xmlns:GPano="http://ns.google.com/photos/1.0/panorama/" {property}/></rdf:RDF></x:xmpmeta>
            """;
        return this;
    }

    public byte[] Bytes()
    {
        var jpeg = new List<byte> { 0xFF, 0xD8 };
        jpeg.AddRange(Segment(0xE1, [.. "Exif\0\0"u8, .. TinyTiff.Write(_main, _exif, _gps)]));
        if (_xmp is not null)
        {
            jpeg.AddRange(Segment(0xE1, [.. "http://ns.adobe.com/xap/1.0/\0"u8, .. Encoding.UTF8.GetBytes(_xmp)]));
        }

        jpeg.AddRange(Segment(0xC0, [8, (byte)(Height >> 8), (byte)Height, (byte)(Width >> 8), (byte)Width, 1, 1, 0x11, 0]));
        jpeg.AddRange(Segment(0xDA, [1, 1, 0, 0, 63, 0]));
        jpeg.AddRange(Enumerable.Range(0, 16).Select(index => (byte)index));
        jpeg.AddRange([0xFF, 0xD9]);
        return [.. jpeg];
    }

    private static byte[] Segment(byte marker, byte[] content)
    {
        var length = new byte[2];
        BinaryPrimitives.WriteUInt16BigEndian(length, (ushort)(content.Length + 2));
        return [0xFF, marker, .. length, .. content];
    }
}
