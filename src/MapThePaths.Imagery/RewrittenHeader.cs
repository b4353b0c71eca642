namespace MapThePaths.Imagery;

/// <summary>
/// A photo with other metadata, without a copy of the photo: <see cref="Bytes"/>, then the original from <see cref="TailOffset"/> to
/// its end.
/// </summary>
/// <param name="Bytes">From the start of the file to the end of the EXIF segment; tens of kilobytes.</param>
/// <param name="TailOffset">Where the untouched rest begins in the original file.</param>
public sealed record RewrittenHeader(ReadOnlyMemory<byte> Bytes, long TailOffset)
{
    /// <summary>Length of the whole rewritten photo in bytes.</summary>
    public long TotalLength(long originalLength) => Bytes.Length + originalLength - TailOffset;
}

/// <summary>A photo's header cannot take the metadata; the photo itself is as it was.</summary>
public sealed class HeaderRefusedException(HeaderRefusal refusal, string message) : Exception(message)
{
    public HeaderRefusal Refusal { get; } = refusal;
}

/// <summary>Why a header was not rewritten.</summary>
public enum HeaderRefusal
{
    /// <summary>The content does not begin as a JPEG does, or breaks off inside its header.</summary>
    NotAJpeg,

    /// <summary>The EXIF block would grow beyond the 64 KiB that a JPEG segment can hold.</summary>
    NoRoom,

    /// <summary>
    /// An index of several pictures (CIPA DC-007, an APP2 segment "MPF") stands in front of the EXIF segment, against the standard's order.
    /// Its offsets count from itself, so another length of the EXIF segment would lead them past the other pictures.
    /// </summary>
    PicturesWouldMove,
}
