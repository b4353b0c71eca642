using System.Buffers.Binary;
using System.Text;

namespace MapThePaths.Tests.Emulator;

/// <summary>One EXIF tag as it stands in a directory, little-endian.</summary>
internal sealed record TinyTag(ushort Number, ushort Type, uint Count, byte[] Data)
{
    public static TinyTag Text(ushort number, string text) =>
        new(number, 2, (uint)text.Length + 1, [.. Encoding.ASCII.GetBytes(text), 0]);

    public static TinyTag Short(ushort number, ushort value) => new(number, 3, 1, [(byte)value, (byte)(value >> 8)]);

    public static TinyTag Byte(ushort number, byte value) => new(number, 1, 1, [value]);

    public static TinyTag Long(ushort number, uint value)
    {
        var data = new byte[4];
        BinaryPrimitives.WriteUInt32LittleEndian(data, value);
        return new TinyTag(number, 4, 1, data);
    }

    public static TinyTag Rationals(ushort number, params (uint Over, uint Under)[] values) => new(
        number,
        5,
        (uint)values.Length,
        [.. values.SelectMany(value => Long(0, value.Over).Data.Concat(Long(0, value.Under).Data))]);
}
