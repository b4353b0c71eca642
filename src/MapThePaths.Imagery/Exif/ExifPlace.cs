using MapThePaths.Imagery.Jpeg;

namespace MapThePaths.Imagery.Exif;

/// <summary>Where in a JPEG the EXIF segment is, or belongs.</summary>
/// <param name="Start">Of the segment's marker, or of the byte to insert a segment in front of.</param>
/// <param name="End">Behind the segment; the same as the start when there is none.</param>
/// <param name="IsBehindPictureIndex">True when a multi-picture index (CIPA DC-007) stands in front of the segment.</param>
internal readonly record struct ExifPlace(long Start, long End, bool IsBehindPictureIndex)
{
    private const int BeforeBlock = 4 + 6;

    private static ReadOnlySpan<byte> PictureIndexName => "MPF\0"u8;

    public long BlockPosition => Start + BeforeBlock;

    /// <summary>0 when there is no segment.</summary>
    public int BlockLength => (int)Math.Max(0, End - BlockPosition);

    /// <summary>
    /// The first EXIF segment that can be opened, which is the one that readers take. Without one: behind the JFIF segments,
    /// which want to be first; a segment that cannot be opened stays where it is, behind the new one.
    /// </summary>
    public static ExifPlace Find(FileWindow file)
    {
        if (!SegmentWalker.BeginsAsJpeg(file))
        {
            throw new HeaderRefusedException(HeaderRefusal.NotAJpeg, "The file does not begin as a JPEG.");
        }

        var walker = new SegmentWalker(file);
        long insertAt = 2;
        var indexIsBefore = false;
        while (walker.MoveNext())
        {
            var segment = walker.Current;
            if (segment.Marker == JpegMarker.App0 && segment.Position == insertAt)
            {
                insertAt = segment.End;
            }
            else if (segment.Marker == JpegMarker.App1 && IsExif(file.At(segment.PayloadPosition, segment.PayloadLength)))
            {
                return new ExifPlace(segment.Position, segment.End, indexIsBefore);
            }
            else if (segment.Marker == JpegMarker.App2)
            {
                indexIsBefore |= file.At(segment.PayloadPosition, segment.PayloadLength).StartsWith(PictureIndexName);
            }
        }

        return walker.ReachedScan
            ? new ExifPlace(insertAt, insertAt, IsBehindPictureIndex: false)
            : throw new HeaderRefusedException(HeaderRefusal.NotAJpeg, "The file's JPEG header breaks off before the picture begins.");
    }

    private static bool IsExif(ReadOnlySpan<byte> payload) =>
        payload.StartsWith(ExifReader.SegmentName) && TiffBlock.TryOpen(payload[ExifReader.SegmentName.Length..], out _);
}
