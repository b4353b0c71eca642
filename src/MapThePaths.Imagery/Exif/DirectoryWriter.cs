namespace MapThePaths.Imagery.Exif;

/// <summary>
/// Writes a copy of a directory with some tags replaced or added. Values that stay where they are keep their offsets; values in the part
/// of the block that is thrown away move along.
/// </summary>
internal readonly ref struct DirectoryWriter(TiffBlock old, int keptLength)
{
    // An offset that is broken today must not lead into what is appended: it is moved out of every block's reach.
    private const uint Nowhere = uint.MaxValue;

    private readonly TiffBlock _old = old;

    /// <summary>Writes the directory, its values behind it.</summary>
    /// <param name="directory">The directory to copy; the default for none.</param>
    /// <param name="newTags">In ascending order of their numbers.</param>
    /// <param name="next">Offset of the directory that follows; 0 for none.</param>
    /// <param name="output">Takes the directory and its values.</param>
    /// <returns>Offset of the directory.</returns>
    public uint Write(TiffDirectory directory, List<NewTag> newTags, uint next, ref TiffAppender output)
    {
        output.Align();
        var offset = output.Position;
        var count = CountKept(directory, newTags) + newTags.Count;
        var table = output.Reserve(2 + (count * TiffEntry.Size) + 4);
        output.Put(table, (ushort)count);
        output.Put(table[^4..], next < keptLength ? next : 0);

        var (row, pending) = (0, 0);
        for (var i = 0; i < directory.Count; i++)
        {
            var entry = directory[i];
            while (pending < newTags.Count && newTags[pending].Tag <= entry.Tag)
            {
                WriteNew(newTags[pending++], Row(table, row++), ref output);
            }

            if (!IsReplaced(entry, newTags))
            {
                WriteKept(entry, Row(table, row++), ref output);
            }
        }

        while (pending < newTags.Count)
        {
            WriteNew(newTags[pending++], Row(table, row++), ref output);
        }

        return offset;
    }

    private static int CountKept(TiffDirectory directory, List<NewTag> newTags)
    {
        var kept = 0;
        for (var i = 0; i < directory.Count; i++)
        {
            kept += IsReplaced(directory[i], newTags) ? 0 : 1;
        }

        return kept;
    }

    private static bool IsReplaced(in TiffEntry entry, List<NewTag> newTags)
    {
        foreach (var tag in newTags)
        {
            if (tag.Tag == entry.Tag)
            {
                return true;
            }
        }

        return false;
    }

    private static Span<byte> Row(Span<byte> table, int index) => table.Slice(2 + (index * TiffEntry.Size), TiffEntry.Size);

    private static void WriteNew(NewTag tag, Span<byte> row, ref TiffAppender output)
    {
        output.Put(row, tag.Tag);
        output.Put(row[2..], tag.Type);
        output.Put(row[4..], tag.Count);
        var length = tag.Bytes.Length + (tag.Numbers.Length * sizeof(uint));
        var value = length <= 4 ? row[8..] : Outside(length, row, ref output);
        tag.Bytes.CopyTo(value);
        for (var i = 0; i < tag.Numbers.Length; i++)
        {
            output.Put(value[(i * sizeof(uint))..], tag.Numbers[i]);
        }
    }

    private static Span<byte> Outside(int length, Span<byte> row, ref TiffAppender output)
    {
        output.Align();
        output.Put(row[8..], output.Position);
        return output.Reserve(length);
    }

    private void WriteKept(in TiffEntry entry, Span<byte> row, ref TiffAppender output)
    {
        _old.Bytes.Slice(entry.Position, TiffEntry.Size).CopyTo(row);
        if (entry.IsBroken ? entry.PointsElsewhere : PointsPastKept(entry))
        {
            output.Put(row[8..], Nowhere);
        }
        else if (entry.PointsElsewhere && entry.ValuePosition >= keptLength)
        {
            _old.ValueOf(entry).CopyTo(Outside((int)entry.ValueLength, row, ref output));
        }
    }

    /// <summary>True for a pointer to another directory that leads behind the kept part, where no program but ours ever wrote.</summary>
    private bool PointsPastKept(in TiffEntry entry) =>
        entry.Tag is ExifTag.ExifDirectory or ExifTag.GpsDirectory && TiffNumber.Read(_old, entry) >= keptLength;
}
