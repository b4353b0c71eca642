using System.Text;

namespace MapThePaths.Imagery.Exif;

/// <summary>A tag to be written. The numbers are kept as such until the byte order of the block is known.</summary>
internal sealed record NewTag
{
    private NewTag(ushort tag, ushort type, uint count)
    {
        Tag = tag;
        Type = type;
        Count = count;
    }

    public ushort Tag { get; }

    public ushort Type { get; }

    public uint Count { get; }

    /// <summary>The value for types of one byte.</summary>
    public byte[] Bytes { get; private init; } = [];

    /// <summary>The value for LONG and RATIONAL: numerators and denominators in turn.</summary>
    public uint[] Numbers { get; private init; } = [];

    /// <summary>UTF-8 with the NUL at the end that ASCII values have.</summary>
    public static NewTag Text(ushort tag, string text)
    {
        var bytes = new byte[Encoding.UTF8.GetByteCount(text) + 1];
        Encoding.UTF8.GetBytes(text, bytes);
        return new NewTag(tag, TiffType.Ascii, (uint)bytes.Length) { Bytes = bytes };
    }

    public static NewTag Octets(ushort tag, params byte[] bytes) => new(tag, TiffType.Byte, (uint)bytes.Length) { Bytes = bytes };

    public static NewTag Undefined(ushort tag, ReadOnlySpan<byte> bytes) =>
        new(tag, TiffType.Undefined, (uint)bytes.Length) { Bytes = bytes.ToArray() };

    public static NewTag Pointer(ushort tag, uint offset) => new(tag, TiffType.Long, 1) { Numbers = [offset] };

    public static NewTag Rationals(ushort tag, params uint[] numbers) =>
        new(tag, TiffType.Rational, (uint)numbers.Length / 2) { Numbers = numbers };
}
