namespace MapThePaths.Imagery.Jpeg;

/// <summary>
/// Looks for the end-of-image marker. Inside a scan FF is followed by 00 or a restart marker, so FF D9 anywhere behind the
/// scan's start proves that the picture was ended, whatever trailer follows (a second picture, a film, a camera's own data).
/// </summary>
internal static class EndOfImage
{
    public const int NearTail = 16 << 10;
    private const int FarTail = 64 << 10;
    private const int Step = 64 << 10;

    private static ReadOnlySpan<byte> Marker => [JpegMarker.Prefix, JpegMarker.EndOfImage];

    /// <summary>
    /// Usually answered by the last two bytes; reads the whole scan only when a long trailer hides the marker, or there is none.
    /// </summary>
    public static bool IsThere(FileWindow file, long scanStart) =>
        IsInTail(file, scanStart, NearTail) || IsInTail(file, scanStart, FarTail) || IsAnywhere(file, scanStart);

    private static bool IsInTail(FileWindow file, long scanStart, int tail)
    {
        var from = Math.Max(scanStart, file.Length - tail);
        return file.At(from, (int)(file.Length - from)).LastIndexOf(Marker) >= 0;
    }

    private static bool IsAnywhere(FileWindow file, long scanStart)
    {
        // Steps overlap by one byte, for a marker that lies across the border.
        for (var at = scanStart; at < file.Length; at += Step - 1)
        {
            if (file.At(at, Step).IndexOf(Marker) >= 0)
            {
                return true;
            }
        }

        return false;
    }
}
