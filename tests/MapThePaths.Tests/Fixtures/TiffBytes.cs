using System.Buffers.Binary;
using System.Text;

namespace MapThePaths.Tests.Fixtures;

/// <summary>
/// Builds the TIFF block of an EXIF segment in either byte order, tag by tag, right or wrong as a test wants it. Shares nothing with the
/// product's reader or writer.
/// </summary>
public sealed class TiffBytes(bool bigEndian = false)
{
    private readonly List<Field> _first = [];
    private readonly List<Field> _exif = [];
    private readonly List<Field> _gps = [];
    private readonly List<Field> _thumbnailFields = [];
    private byte[]? _thumbnail;

    private delegate byte[] ValueAt(uint offset);

    public TiffBytes Ascii(ushort tag, string text) => Add(_first, tag, 2, [.. Encoding.UTF8.GetBytes(text), 0]);

    public TiffBytes Short(ushort tag, params ushort[] numbers) => Add(_first, tag, 3, Join(numbers, U16), numbers.Length);

    public TiffBytes ExifAscii(ushort tag, string text) => Add(_exif, tag, 2, [.. Encoding.UTF8.GetBytes(text), 0]);

    public TiffBytes ExifBytes(ushort tag, ushort type, int count, params byte[] value) => Add(_exif, tag, type, value, count);

    public TiffBytes GpsAscii(ushort tag, string text) => Add(_gps, tag, 2, [.. Encoding.UTF8.GetBytes(text), 0]);

    public TiffBytes GpsByte(ushort tag, params byte[] bytes) => Add(_gps, tag, 1, bytes);

    /// <summary>Numerator and denominator in turn.</summary>
    public TiffBytes GpsRational(ushort tag, params uint[] numbers) => Add(_gps, tag, 5, Join(numbers, U32), numbers.Length / 2);

    public TiffBytes GpsSignedRational(ushort tag, params int[] numbers) =>
        Add(_gps, tag, 10, Join(numbers, number => U32(unchecked((uint)number))), numbers.Length / 2);

    public TiffBytes GpsDouble(ushort tag, params double[] numbers) =>
        Add(_gps, tag, 12, Join(numbers, number => U64(BitConverter.DoubleToUInt64Bits(number))), numbers.Length);

    /// <summary>An entry whose 12 bytes are given whole: broken offsets, huge counts, unknown types.</summary>
    public TiffBytes Forged(ushort tag, ushort type, uint count, uint valueOrOffset)
    {
        _first.Add(new Field(tag, type, count, null) { Inline = U32(valueOrOffset) });
        return this;
    }

    /// <summary>
    /// A maker note of Canon's kind: a directory whose offsets count from the start of the block, so moving it breaks it.
    /// </summary>
    public TiffBytes CanonMakerNote(string imageType)
    {
        var text = Encoding.ASCII.GetBytes(imageType + "\0");
        _exif.Add(new Field(0x927C, 7, (uint)(2 + 12 + 4 + text.Length), offset =>
            [.. U16(1), .. U16(6), .. U16(2), .. U32((uint)text.Length), .. U32(offset + 18), .. U32(0), .. text]));
        return this;
    }

    public TiffBytes Thumbnail(byte[] jpeg)
    {
        _thumbnail = jpeg;
        return this;
    }

    public TiffBytes At(double latitude, double longitude) => this
        .GpsAscii(1, latitude < 0 ? "S" : "N").GpsRational(2, DegreesMinutesSeconds(latitude))
        .GpsAscii(3, longitude < 0 ? "W" : "E").GpsRational(4, DegreesMinutesSeconds(longitude));

    public byte[] Build()
    {
        List<byte> block = [.. bigEndian ? "MM"u8 : "II"u8, .. U16(42), .. U32(8)];
        var first = new List<Field>(_first);
        var exifPointer = AddPointer(first, 0x8769, _exif);
        var gpsPointer = AddPointer(first, 0x8825, _gps);
        var nextPointer = WriteDirectory(block, first);
        Link(block, exifPointer, _exif);
        Link(block, gpsPointer, _gps);
        if (_thumbnail is not null)
        {
            Patch(block, nextPointer, (uint)block.Count);
            WriteThumbnail(block, _thumbnail);
        }

        return [.. block];
    }

    private static uint[] DegreesMinutesSeconds(double degrees)
    {
        var seconds = (ulong)Math.Round(Math.Abs(degrees) * 3600 * 10000);
        return [(uint)(seconds / 36_000_000), 1, (uint)(seconds / 600_000 % 60), 1, (uint)(seconds % 600_000), 10000];
    }

    private static byte[] Join<T>(T[] numbers, Func<T, byte[]> bytes) => [.. numbers.SelectMany(bytes)];

    private TiffBytes Add(List<Field> directory, ushort tag, ushort type, byte[] value, int? count = null)
    {
        directory.Add(new Field(tag, type, (uint)(count ?? value.Length), _ => value));
        return this;
    }

    private Field? AddPointer(List<Field> first, ushort tag, List<Field> target)
    {
        if (target.Count == 0)
        {
            return null;
        }

        var pointer = new Field(tag, 4, 1, null) { Inline = U32(0) };
        first.Add(pointer);
        return pointer;
    }

    private void Link(List<byte> block, Field? pointer, List<Field> target)
    {
        if (pointer is not null)
        {
            Patch(block, pointer.ValuePosition, (uint)block.Count);
            WriteDirectory(block, target);
        }
    }

    /// <summary>Appends a directory and its values.</summary>
    /// <returns>Where the pointer to the next directory stands.</returns>
    private int WriteDirectory(List<byte> block, List<Field> fields)
    {
        fields.Sort((one, other) => one.Tag.CompareTo(other.Tag));
        block.AddRange(U16((ushort)fields.Count));
        foreach (var field in fields)
        {
            block.AddRange([.. U16(field.Tag), .. U16(field.Type), .. U32(field.Count)]);
            field.ValuePosition = block.Count;
            block.AddRange(field.Inline ?? new byte[4]);
        }

        var next = block.Count;
        block.AddRange(U32(0));
        foreach (var field in fields.Where(field => field.Value is not null))
        {
            WriteValue(block, field);
        }

        return next;
    }

    private void WriteValue(List<byte> block, Field field)
    {
        var value = field.Value!((uint)block.Count);
        if (value.Length <= 4)
        {
            for (var i = 0; i < value.Length; i++)
            {
                block[field.ValuePosition + i] = value[i];
            }

            return;
        }

        Patch(block, field.ValuePosition, (uint)block.Count);
        block.AddRange(value);
        if (block.Count % 2 != 0)
        {
            block.Add(0);
        }
    }

    private void WriteThumbnail(List<byte> block, byte[] jpeg)
    {
        _thumbnailFields.Clear();
        Add(_thumbnailFields, 0x0103, 3, U16(6), 1);
        Add(_thumbnailFields, 0x0202, 4, U32((uint)jpeg.Length), 1);
        var offset = new Field(0x0201, 4, 1, null) { Inline = U32((uint)block.Count + 2 + (3 * 12) + 4) };
        _thumbnailFields.Add(offset);
        WriteDirectory(block, _thumbnailFields);
        block.AddRange(jpeg);
    }

    private void Patch(List<byte> block, int position, uint number)
    {
        var bytes = U32(number);
        for (var i = 0; i < bytes.Length; i++)
        {
            block[position + i] = bytes[i];
        }
    }

    private byte[] U16(ushort number)
    {
        var bytes = BitConverter.GetBytes(bigEndian ? BinaryPrimitives.ReverseEndianness(number) : number);
        return bytes;
    }

    private byte[] U32(uint number) => BitConverter.GetBytes(bigEndian ? BinaryPrimitives.ReverseEndianness(number) : number);

    private byte[] U64(ulong number) => BitConverter.GetBytes(bigEndian ? BinaryPrimitives.ReverseEndianness(number) : number);

    private sealed record Field(ushort Tag, ushort Type, uint Count, ValueAt? Value)
    {
        public byte[]? Inline { get; init; }

        public int ValuePosition { get; set; }
    }
}
