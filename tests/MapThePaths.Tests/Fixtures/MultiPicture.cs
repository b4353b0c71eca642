using System.Buffers.Binary;

namespace MapThePaths.Tests.Fixtures;

/// <summary>A multi-picture file (CIPA DC-007): a second JPEG behind the first, found through offsets in an APP2 segment.</summary>
public static class MultiPicture
{
    private const int EntryLength = 16;
    private const int IndexLength = 8 + 2 + (3 * 12) + 4 + (2 * EntryLength);

    public static byte[] Second { get; } = new JpegBytes().Comment("the second picture").Build();

    /// <summary>The index stands behind the EXIF segment, as the standard wants it.</summary>
    public static byte[] Build(TiffBytes exif) => Build(index => new JpegBytes().Exif(exif).With(0xE2, index));

    public static byte[] IndexFirst(TiffBytes exif) => Build(index => new JpegBytes().With(0xE2, index).Exif(exif));

    private static byte[] Build(Func<byte[], JpegBytes> with)
    {
        // Written twice: the second time with the length that the first turned out to have.
        var first = with([.. "MPF\0"u8, .. new byte[IndexLength]]).Build();
        var start = first.AsSpan().IndexOf("MPF\0"u8) + 4;
        return with([.. "MPF\0"u8, .. Index(first.Length, first.Length - start)]).Trailer(Second).Build();
    }

    /// <summary>The bytes behind "MPF".</summary>
    /// <param name="firstLength">Of the first picture.</param>
    /// <param name="secondOffset">Of the second picture, from the index's own start.</param>
    private static byte[] Index(int firstLength, int secondOffset)
    {
        List<byte> index = [.. "MM\0*"u8, .. U32(8), 0, 3];
        index.AddRange([.. Entry(0xB000, 7, 4), .. "0100"u8]);
        index.AddRange([.. Entry(0xB001, 4, 1), .. U32(2)]);
        index.AddRange([.. Entry(0xB002, 7, 2 * EntryLength), .. U32(8 + 2 + (3 * 12) + 4)]);
        index.AddRange(U32(0));
        index.AddRange([.. U32(0x030000), .. U32(firstLength), .. U32(0), .. U32(0)]);
        index.AddRange([.. U32(0), .. U32(Second.Length), .. U32(secondOffset), .. U32(0)]);
        return [.. index];
    }

    private static byte[] Entry(ushort tag, ushort type, int count) => [(byte)(tag >> 8), (byte)tag, 0, (byte)type, .. U32(count)];

    private static byte[] U32(int number)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(bytes, number);
        return bytes;
    }
}
