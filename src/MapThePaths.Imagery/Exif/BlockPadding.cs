namespace MapThePaths.Imagery.Exif;

/// <summary>
/// Zeros at the end of a block that no directory refers to. Some cameras and programs fill the segment with them up to its 64 KiB; they
/// are the only bytes that a rewrite may take, and it does so only when there is no other room.
/// </summary>
internal static class BlockPadding
{
    private const ushort InteroperabilityDirectory = 0xA005;

    /// <summary>Length of the block without its padding.</summary>
    public static int LengthWithout(TiffBlock block, int length)
    {
        var lastSet = block.Bytes[..length].LastIndexOfAnyExcept((byte)0);
        var first = block.DirectoryAt(block.FirstDirectory);
        var used = Math.Max(lastSet + 1, EndOf(block, first));
        used = Math.Max(used, EndOfThumbnail(block, block.DirectoryAt(first.Next)));
        for (var i = 0; i < first.Count; i++)
        {
            if (first[i].Tag is ExifTag.ExifDirectory or ExifTag.GpsDirectory)
            {
                used = Math.Max(used, EndOfTarget(block, first[i]));
            }
        }

        return Math.Min(used, length);
    }

    /// <summary>The furthest byte of a directory, of its values, and of the directory that an EXIF one may lead to.</summary>
    private static int EndOf(TiffBlock block, TiffDirectory directory)
    {
        var end = directory.End;
        for (var i = 0; i < directory.Count; i++)
        {
            var entry = directory[i];
            end = Math.Max(end, entry.IsBroken ? 0 : (int)(entry.ValuePosition + entry.ValueLength));
            if (entry.Tag == InteroperabilityDirectory && TiffNumber.Read(block, entry) is { } offset and >= 0 and <= int.MaxValue)
            {
                end = Math.Max(end, block.DirectoryAt((uint)offset).End);
            }
        }

        return end;
    }

    private static int EndOfTarget(TiffBlock block, in TiffEntry pointer) =>
        TiffNumber.Read(block, pointer) is { } offset and >= 0 and <= int.MaxValue ? EndOf(block, block.DirectoryAt((uint)offset)) : 0;

    private static int EndOfThumbnail(TiffBlock block, TiffDirectory directory)
    {
        double end = 0;
        for (var i = 0; i < directory.Count; i++)
        {
            if (directory[i].Tag is ExifTag.ThumbnailOffset or ExifTag.ThumbnailLength)
            {
                end += TiffNumber.Read(block, directory[i]) ?? 0;
            }
        }

        return Math.Max(EndOf(block, directory), (int)Math.Clamp(end, 0, block.Bytes.Length));
    }
}
