namespace MapThePaths.Imagery.Jpeg;

/// <summary>Pixels as the frame header (SOF) has them.</summary>
internal readonly record struct FrameSize(int Width, int Height)
{
    /// <summary>Precision (1 byte), lines (2), samples a line (2), see ITU-T T.81, B.2.2.</summary>
    public static FrameSize Read(ReadOnlySpan<byte> payload) => payload.Length < 5
        ? default
        : new FrameSize((payload[3] << 8) | payload[4], (payload[1] << 8) | payload[2]);
}
