using System.Buffers.Binary;

namespace MapThePaths.Imagery.Exif;

/// <summary>
/// The bytes of an EXIF segment behind "Exif\0\0": a TIFF file in small. Offsets count from its first byte. Nothing here can read
/// outside of the block.
/// </summary>
internal readonly ref struct TiffBlock
{
    public const int HeaderLength = 8;
    public const int FirstDirectoryPointer = 4;
    private const ushort Magic = 42;

    private TiffBlock(ReadOnlySpan<byte> bytes, bool isBigEndian)
    {
        Bytes = bytes;
        IsBigEndian = isBigEndian;
    }

    public ReadOnlySpan<byte> Bytes { get; }

    public bool IsBigEndian { get; }

    public uint FirstDirectory => UInt32(FirstDirectoryPointer);

    public static bool TryOpen(ReadOnlySpan<byte> bytes, out TiffBlock block)
    {
        block = new TiffBlock(bytes, bytes.StartsWith("MM"u8));
        return bytes.Length >= HeaderLength && (block.IsBigEndian || bytes.StartsWith("II"u8)) && block.UInt16(2) == Magic;
    }

    public ushort UInt16(int position) => IsBigEndian
        ? BinaryPrimitives.ReadUInt16BigEndian(Bytes[position..])
        : BinaryPrimitives.ReadUInt16LittleEndian(Bytes[position..]);

    public uint UInt32(int position) => IsBigEndian
        ? BinaryPrimitives.ReadUInt32BigEndian(Bytes[position..])
        : BinaryPrimitives.ReadUInt32LittleEndian(Bytes[position..]);

    public ulong UInt64(int position) => IsBigEndian
        ? BinaryPrimitives.ReadUInt64BigEndian(Bytes[position..])
        : BinaryPrimitives.ReadUInt64LittleEndian(Bytes[position..]);

    public TiffDirectory DirectoryAt(uint offset) => new(this, offset);

    public ReadOnlySpan<byte> ValueOf(in TiffEntry entry) =>
        entry.IsBroken ? [] : Bytes.Slice(entry.ValuePosition, (int)entry.ValueLength);
}
