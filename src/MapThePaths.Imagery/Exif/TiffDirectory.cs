namespace MapThePaths.Imagery.Exif;

/// <summary>A table of entries in a block. Entries that the block cannot hold are left away.</summary>
internal readonly ref struct TiffDirectory
{
    private readonly TiffBlock _block;
    private readonly int _firstEntry;

    public TiffDirectory(TiffBlock block, uint offset)
    {
        _block = block;
        if (offset < TiffBlock.HeaderLength || offset > block.Bytes.Length - 2)
        {
            return;
        }

        _firstEntry = (int)offset + 2;
        var claimed = block.UInt16((int)offset);
        Count = Math.Min(claimed, (block.Bytes.Length - _firstEntry) / TiffEntry.Size);
        IsWhole = Count == claimed;
    }

    /// <summary>Entries that can be read.</summary>
    public int Count { get; }

    /// <summary>False when the offset points nowhere or the table runs out of the block.</summary>
    public bool IsWhole { get; }

    /// <summary>Offset behind the table, its link to the next directory included; 0 when there is no table.</summary>
    public int End => _firstEntry == 0 ? 0 : Math.Min(_firstEntry + (Count * TiffEntry.Size) + sizeof(uint), _block.Bytes.Length);

    /// <summary>Offset of the directory that follows (the thumbnail's); 0 for none.</summary>
    public uint Next
    {
        get
        {
            var position = _firstEntry + (Count * TiffEntry.Size);
            return IsWhole && position <= _block.Bytes.Length - 4 ? _block.UInt32(position) : 0;
        }
    }

    public TiffEntry this[int index]
    {
        get
        {
            var position = _firstEntry + (index * TiffEntry.Size);
            var entry = new TiffEntry(_block.UInt16(position), _block.UInt16(position + 2), _block.UInt32(position + 4), position, -1);
            return entry with { ValuePosition = ValuePosition(entry) };
        }
    }

    private int ValuePosition(in TiffEntry entry)
    {
        if (TiffType.SizeOf(entry.Type) == 0)
        {
            return -1;
        }

        var position = entry.PointsElsewhere ? _block.UInt32(entry.Position + 8) : (uint)entry.Position + 8;
        return position + entry.ValueLength <= _block.Bytes.Length ? (int)position : -1;
    }
}
