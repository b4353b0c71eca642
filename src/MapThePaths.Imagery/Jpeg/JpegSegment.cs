namespace MapThePaths.Imagery.Jpeg;

/// <summary>One segment of a JPEG header.</summary>
/// <param name="Marker">Second byte of the marker.</param>
/// <param name="Position">Of the marker's FF in the file.</param>
/// <param name="PayloadLength">Bytes behind the length field.</param>
internal readonly record struct JpegSegment(byte Marker, long Position, int PayloadLength)
{
    public long PayloadPosition => Position + 4;

    public long End => PayloadPosition + PayloadLength;
}
