namespace MapThePaths.Imagery.Jpeg;

/// <summary>Second bytes of JPEG markers (ITU-T T.81, table B.1); the first is always FF.</summary>
internal static class JpegMarker
{
    public const byte Prefix = 0xFF;
    public const byte StartOfImage = 0xD8;
    public const byte EndOfImage = 0xD9;
    public const byte StartOfScan = 0xDA;
    public const byte App0 = 0xE0;
    public const byte App1 = 0xE1;
    public const byte App2 = 0xE2;
    private const byte Temporary = 0x01;
    private const byte FirstRestart = 0xD0;
    private const byte HuffmanTables = 0xC4;
    private const byte Extension = 0xC8;
    private const byte ArithmeticConditioning = 0xCC;

    /// <summary>True for markers that no length follows.</summary>
    public static bool StandsAlone(byte marker) =>
        marker is Temporary or (>= FirstRestart and <= EndOfImage);

    /// <summary>True for SOF0 to SOF15.</summary>
    public static bool IsFrameHeader(byte marker) =>
        marker is >= 0xC0 and <= 0xCF and not (HuffmanTables or Extension or ArithmeticConditioning);
}
