namespace MapThePaths.Imagery.Jpeg;

/// <summary>Steps over the segments of a JPEG header, the start of scan last. Stops early where the header is broken.</summary>
internal sealed class SegmentWalker(FileWindow file)
{
    // Real headers with depth maps or thermal data reach a few megabytes.
    private const long LongestHeader = 32 << 20;

    // Bytes between segments, over the whole header.
    private const int LongestGap = 64 << 10;

    private long _next = 2;
    private int _gapLeft = LongestGap;

    public JpegSegment Current { get; private set; }

    /// <summary>True once the start of scan was reached; <see cref="Current"/> is it.</summary>
    public bool ReachedScan { get; private set; }

    public static bool BeginsAsJpeg(FileWindow file) =>
        file.At(0, 3) is [JpegMarker.Prefix, JpegMarker.StartOfImage, JpegMarker.Prefix];

    public bool MoveNext()
    {
        if (ReachedScan || !FindMarker(out var marker))
        {
            return false;
        }

        var length = file.At(_next, 4);
        if (length.Length < 4)
        {
            return false;
        }

        var segment = new JpegSegment(marker, _next, ((length[2] << 8) | length[3]) - 2);
        if (segment.PayloadLength < 0 || segment.End > file.Length)
        {
            return false;
        }

        Current = segment;
        ReachedScan = marker == JpegMarker.StartOfScan;
        _next = segment.End;
        return true;
    }

    /// <summary>
    /// Moves to the next marker with a length; passes over fill bytes, lone markers and, as decoders do, over stray bytes.
    /// </summary>
    private bool FindMarker(out byte marker)
    {
        marker = 0;
        while (_next < LongestHeader && _gapLeft > 0)
        {
            var head = file.At(_next, 2);
            if (head.Length < 2 || head is [JpegMarker.Prefix, JpegMarker.EndOfImage])
            {
                return false;
            }

            var gap = GapAt(head);
            if (gap == 0)
            {
                marker = head[1];
                return true;
            }

            _next += gap;
            _gapLeft -= gap;
        }

        return false;
    }

    /// <summary>How many bytes to pass over; 0 at a marker with a length.</summary>
    private int GapAt(ReadOnlySpan<byte> head) => head switch
    {
        [JpegMarker.Prefix, JpegMarker.Prefix] => 1,
        [JpegMarker.Prefix, 0] => StrayBytes(),
        [JpegMarker.Prefix, var marker] => JpegMarker.StandsAlone(marker) ? 2 : 0,
        _ => StrayBytes(),
    };

    private int StrayBytes()
    {
        var ahead = file.At(_next + 1, 4096);
        var found = ahead.IndexOf(JpegMarker.Prefix);
        return 1 + (found < 0 ? ahead.Length : found);
    }
}
