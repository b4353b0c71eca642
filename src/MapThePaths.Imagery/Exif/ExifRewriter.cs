namespace MapThePaths.Imagery.Exif;

/// <summary>
/// Writes tags into a TIFF block by appending: every byte of the block stays where it was, so that offsets inside maker notes and to the
/// thumbnail keep their meaning; only the pointer to the first directory changes.
/// </summary>
internal static class ExifRewriter
{
    /// <summary>65,535 less the segment's length field and "Exif\0\0".</summary>
    public const int LongestBlock = ushort.MaxValue - 2 - 6;

    private static ReadOnlySpan<byte> EmptyBlock => "MM\0*\0\0\0\0"u8;

    /// <summary>Puts the new block together.</summary>
    /// <param name="oldBytes">The block as it is; empty when the photo has none.</param>
    /// <param name="edit">What to write.</param>
    /// <param name="room">Where the new block is put together, <see cref="LongestBlock"/> bytes.</param>
    /// <returns>Length of the new block; null when it does not fit.</returns>
    public static int? Rewrite(ReadOnlySpan<byte> oldBytes, HeaderEdit edit, Span<byte> room)
    {
        if (!TiffBlock.TryOpen(oldBytes, out var old))
        {
            TiffBlock.TryOpen(EmptyBlock, out old);
        }

        var kept = OwnPart.LengthWithout(old);
        return Append(old, kept, edit, room) ?? Append(old, BlockPadding.LengthWithout(old, kept), edit, room);
    }

    private static int? Append(TiffBlock old, int kept, HeaderEdit edit, Span<byte> room)
    {
        var start = kept + (kept % 2);
        if (start > room.Length)
        {
            return null;
        }

        room[..start].Clear();
        old.Bytes[..kept].CopyTo(room);
        var output = new TiffAppender(room[start..], start, old.IsBigEndian);
        var first = WriteDirectories(old, kept, edit, ref output);
        OwnPart.End(start, ref output);
        output.Put(room[TiffBlock.FirstDirectoryPointer..], first);
        return output.IsOverfull ? null : start + output.Written.Length;
    }

    private static uint WriteDirectories(TiffBlock old, int kept, HeaderEdit edit, ref TiffAppender output)
    {
        var writer = new DirectoryWriter(old, kept);
        var first = old.DirectoryAt(old.FirstDirectory);
        var firstTags = NewTags.OfFirstDirectory(edit);
        var gpsTags = NewTags.OfGps(edit);
        var oldGps = GpsOffset(old, first);
        var isInOwnPart = oldGps >= kept && oldGps < old.Bytes.Length;
        if (gpsTags.Count > 0 || isInOwnPart)
        {
            var gps = old.DirectoryAt(oldGps);
            if (gps.Count == 0)
            {
                gpsTags.Insert(0, NewTags.GpsVersion());
            }

            var offset = writer.Write(gps, gpsTags, next: 0, ref output);
            firstTags.Add(NewTag.Pointer(ExifTag.GpsDirectory, offset));
        }

        return writer.Write(first, firstTags, first.Next, ref output);
    }

    /// <summary>0 when the first directory has no pointer to a GPS directory, or a broken one.</summary>
    private static uint GpsOffset(TiffBlock block, TiffDirectory first)
    {
        for (var i = 0; i < first.Count; i++)
        {
            var entry = first[i];
            if (entry.Tag == ExifTag.GpsDirectory)
            {
                return TiffNumber.Read(block, entry) is { } offset and >= 0 and <= int.MaxValue ? (uint)offset : 0;
            }
        }

        return 0;
    }
}
