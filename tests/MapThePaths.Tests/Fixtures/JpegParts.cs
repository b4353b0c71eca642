using System.Buffers.Binary;

namespace MapThePaths.Tests.Fixtures;

/// <summary>A JPEG taken apart by a second, simple walker, to see what changed between two files.</summary>
/// <param name="Segments">Header segments whole, in order, without the EXIF one.</param>
/// <param name="ExifBlock">The TIFF block of the first EXIF segment; empty when there is none.</param>
/// <param name="Rest">From the start of scan to the end of the file.</param>
public sealed record JpegParts(IReadOnlyList<byte[]> Segments, byte[] ExifBlock, byte[] Rest)
{
    public static JpegParts Of(byte[] jpeg)
    {
        var segments = new List<byte[]>();
        byte[] exif = [];
        var at = 2;
        while (jpeg[at + 1] != 0xDA)
        {
            var length = 2 + BinaryPrimitives.ReadUInt16BigEndian(jpeg.AsSpan(at + 2));
            var segment = jpeg[at..(at + length)];
            var isBlock = segment.AsSpan(4).StartsWith("Exif\0\0II*"u8) || segment.AsSpan(4).StartsWith("Exif\0\0MM"u8);
            if (isBlock && exif.Length == 0)
            {
                exif = segment[10..];
            }
            else
            {
                segments.Add(segment);
            }

            at += length;
        }

        return new JpegParts(segments, exif, jpeg[at..]);
    }
}
