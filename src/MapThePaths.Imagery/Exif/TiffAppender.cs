using System.Buffers.Binary;

namespace MapThePaths.Imagery.Exif;

/// <summary>
/// Writes behind the kept part of a TIFF block, in the block's byte order. Writing past the room there is sets
/// <see cref="IsOverfull"/> and drops the bytes.
/// </summary>
internal ref struct TiffAppender(Span<byte> room, int start, bool isBigEndian)
{
    private readonly Span<byte> _room = room;
    private int _length;

    /// <summary>Offset in the block of the next byte.</summary>
    public readonly uint Position => (uint)(start + _length);

    public bool IsOverfull { get; private set; }

    public readonly ReadOnlySpan<byte> Written => _room[.._length];

    /// <summary>Directories and values stand at even offsets (TIFF 6.0, section 2).</summary>
    public void Align()
    {
        if (Position % 2 != 0)
        {
            Reserve(1);
        }
    }

    public void Write(scoped ReadOnlySpan<byte> bytes) => bytes.CopyTo(Reserve(bytes.Length));

    /// <summary>Zeros, to be filled later through the result; a throw-away array when there is no room.</summary>
    public Span<byte> Reserve(int count)
    {
        if (count > _room.Length - _length)
        {
            IsOverfull = true;
            return new byte[count];
        }

        var reserved = _room.Slice(_length, count);
        reserved.Clear();
        _length += count;
        return reserved;
    }

    public readonly void Put(Span<byte> target, ushort number)
    {
        if (isBigEndian)
        {
            BinaryPrimitives.WriteUInt16BigEndian(target, number);
        }
        else
        {
            BinaryPrimitives.WriteUInt16LittleEndian(target, number);
        }
    }

    public readonly void Put(Span<byte> target, uint number)
    {
        if (isBigEndian)
        {
            BinaryPrimitives.WriteUInt32BigEndian(target, number);
        }
        else
        {
            BinaryPrimitives.WriteUInt32LittleEndian(target, number);
        }
    }
}
