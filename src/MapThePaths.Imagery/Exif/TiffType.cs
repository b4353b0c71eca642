namespace MapThePaths.Imagery.Exif;

/// <summary>Field types of TIFF 6.0, section 2.</summary>
internal static class TiffType
{
    public const ushort Byte = 1;
    public const ushort Ascii = 2;
    public const ushort Short = 3;
    public const ushort Long = 4;
    public const ushort Rational = 5;
    public const ushort SignedByte = 6;
    public const ushort Undefined = 7;
    public const ushort SignedShort = 8;
    public const ushort SignedLong = 9;
    public const ushort SignedRational = 10;
    public const ushort Float = 11;
    public const ushort Double = 12;

    // EXIF 3.0 adds it for text that is not ASCII.
    public const ushort Utf8 = 129;

    /// <summary>Bytes of one value; 0 for a type that does not exist.</summary>
    public static int SizeOf(ushort type) => type switch
    {
        Byte or Ascii or SignedByte or Undefined or Utf8 => 1,
        Short or SignedShort => 2,
        Long or SignedLong or Float => 4,
        Rational or SignedRational or Double => 8,
        _ => 0,
    };
}
