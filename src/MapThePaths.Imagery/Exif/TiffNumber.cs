namespace MapThePaths.Imagery.Exif;

/// <summary>Reads numbers out of entries, whatever numeric type the writer chose.</summary>
internal static class TiffNumber
{
    /// <summary>Null for a broken entry, too few values, a text, or a division by zero.</summary>
    public static double? Read(TiffBlock block, in TiffEntry entry, int index = 0)
    {
        if (entry.IsBroken || index >= entry.Count)
        {
            return null;
        }

        var at = entry.ValuePosition + (index * TiffType.SizeOf(entry.Type));
        return entry.Type switch
        {
            TiffType.Byte or TiffType.Undefined => block.Bytes[at],
            TiffType.SignedByte => (sbyte)block.Bytes[at],
            TiffType.Short => block.UInt16(at),
            TiffType.SignedShort => (short)block.UInt16(at),
            TiffType.Long => block.UInt32(at),
            TiffType.SignedLong => (int)block.UInt32(at),
            TiffType.Rational => Quotient(block.UInt32(at), block.UInt32(at + 4)),
            TiffType.SignedRational => Quotient((int)block.UInt32(at), (int)block.UInt32(at + 4)),
            TiffType.Float => Finite(BitConverter.UInt32BitsToSingle(block.UInt32(at))),
            TiffType.Double => Finite(BitConverter.UInt64BitsToDouble(block.UInt64(at))),
            _ => null,
        };
    }

    /// <summary>
    /// The same scaled by a whole number and cut: exact for rationals, so that 7.24 s is 7240 ms and not 7239.
    /// </summary>
    public static long? ReadScaled(TiffBlock block, in TiffEntry entry, int index, int scale)
    {
        if (entry.Type != TiffType.Rational || entry.IsBroken || index >= entry.Count)
        {
            return Read(block, entry, index) is { } number && Math.Abs(number) < uint.MaxValue ? (long)Math.Round(number * scale) : null;
        }

        var at = entry.ValuePosition + (index * 8);
        var denominator = block.UInt32(at + 4);
        return denominator == 0 ? null : (long)block.UInt32(at) * scale / denominator;
    }

    private static double? Quotient(double numerator, double denominator) => denominator == 0 ? null : numerator / denominator;

    private static double? Finite(double number) => double.IsFinite(number) ? number : null;
}
