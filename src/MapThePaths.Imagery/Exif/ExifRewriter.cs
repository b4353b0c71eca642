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
        var first = old.DirectoryAt(old.FirstDirectory);
        var firstTags = NewTags.OfFirstDirectory(edit);
        PointTo(ExifTag.ExifDirectory, NewTags.OfCamera(edit), NewTags.ExifVersion(), old, kept, firstTags, ref output);
        PointTo(ExifTag.GpsDirectory, NewTags.OfGps(edit), NewTags.GpsVersion(), old, kept, firstTags, ref output);
        return new DirectoryWriter(old, kept).Write(first, firstTags, first.Next, ref output);
    }

    /// <summary>
    /// Writes a directory that hangs on the first one anew, and adds its pointer to the first one's tags; not when there is nothing to write
    /// into it and it lies where it may stay.
    /// </summary>
    private static void PointTo(
        ushort pointer, List<NewTag> tags, NewTag version, TiffBlock old, int kept, List<NewTag> firstTags, ref TiffAppender output)
    {
        var oldOffset = Pointer(pointer, old);
        if (tags.Count == 0 && (oldOffset < kept || oldOffset >= old.Bytes.Length))
        {
            return;
        }

        var directory = old.DirectoryAt(oldOffset);
        if (directory.Count == 0)
        {
            tags.Insert(0, version);
        }

        firstTags.Add(NewTag.Pointer(pointer, new DirectoryWriter(old, kept).Write(directory, tags, next: 0, ref output)));
    }

    /// <summary>0 when the first directory has no such pointer, or a broken one.</summary>
    private static uint Pointer(ushort tag, TiffBlock block)
    {
        var first = block.DirectoryAt(block.FirstDirectory);
        for (var i = 0; i < first.Count; i++)
        {
            var entry = first[i];
            if (entry.Tag == tag)
            {
                return TiffNumber.Read(block, entry) is { } offset and >= 0 and <= int.MaxValue ? (uint)offset : 0;
            }
        }

        return 0;
    }
}
