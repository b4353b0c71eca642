using MapThePaths.Imagery.Exif;
using MapThePaths.Imagery.Jpeg;
using Microsoft.Win32.SafeHandles;

namespace MapThePaths.Imagery;

/// <summary>The small picture that cameras put into EXIF, for lists of many photos. Thread safe.</summary>
public static class PhotoThumbnail
{
    // The header's other segments are walked over; the block itself is one segment.
    private const int WindowSize = 66 << 10;

    /// <summary>The bytes of a JPEG; null when the photo has none, or nothing that begins like one.</summary>
    /// <param name="handle">An open, seekable file; stays open.</param>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static byte[]? Read(SafeFileHandle handle)
    {
        using var file = new FileWindow(handle, WindowSize);
        if (!SegmentWalker.BeginsAsJpeg(file))
        {
            return null;
        }

        var walker = new SegmentWalker(file);
        while (walker.MoveNext())
        {
            var segment = walker.Current;
            if (segment.Marker == JpegMarker.App1
                && file.At(segment.PayloadPosition, segment.PayloadLength) is var payload
                && payload.StartsWith(ExifReader.SegmentName))
            {
                return InBlock(payload[ExifReader.SegmentName.Length..]);
            }
        }

        return null;
    }

    private static byte[]? InBlock(ReadOnlySpan<byte> bytes)
    {
        if (!TiffBlock.TryOpen(bytes, out var block) || block.DirectoryAt(block.FirstDirectory).Next is not (> 0 and var next))
        {
            return null;
        }

        double? start = null, length = null;
        var directory = block.DirectoryAt(next);
        for (var i = 0; i < directory.Count; i++)
        {
            var entry = directory[i];
            start = entry.Tag == ExifTag.ThumbnailOffset ? TiffNumber.Read(block, entry) : start;
            length = entry.Tag == ExifTag.ThumbnailLength ? TiffNumber.Read(block, entry) : length;
        }

        return start is >= TiffBlock.HeaderLength && length is > 0 && start + length <= bytes.Length
            && bytes.Slice((int)start, (int)length) is [0xFF, 0xD8, ..] and var picture
            ? picture.ToArray()
            : null;
    }
}
