using MapThePaths.Imagery.Exif;
using MapThePaths.Imagery.Jpeg;
using MapThePaths.Imagery.Xmp;

namespace MapThePaths.Imagery.Facts;

/// <summary>What one walk over a JPEG header picks up.</summary>
internal sealed class PhotoHeader
{
    public ExifValues Exif { get; private set; } = new();

    public XmpProperties Xmp { get; } = new();

    public FrameSize Frame { get; private set; }

    /// <summary>Where the start-of-scan segment ends; 0 when the header broke off before.</summary>
    public long ScanStart { get; private set; }

    public static PhotoHeader Read(FileWindow file)
    {
        var header = new PhotoHeader();
        var walker = new SegmentWalker(file);
        var hasExif = false;
        while (walker.MoveNext())
        {
            var segment = walker.Current;
            if (segment.Marker == JpegMarker.App1)
            {
                header.ReadApp1(file.At(segment.PayloadPosition, segment.PayloadLength), ref hasExif);
            }
            else if (JpegMarker.IsFrameHeader(segment.Marker) && header.Frame == default)
            {
                header.Frame = FrameSize.Read(file.At(segment.PayloadPosition, segment.PayloadLength));
            }
        }

        header.ScanStart = walker.ReachedScan ? walker.Current.End : 0;
        return header;
    }

    /// <summary>The first EXIF block that can be opened counts; of XMP packets, the first value of each property.</summary>
    private void ReadApp1(ReadOnlySpan<byte> payload, ref bool hasExif)
    {
        if (!hasExif && payload.StartsWith(ExifReader.SegmentName))
        {
            hasExif = ExifReader.TryRead(payload[ExifReader.SegmentName.Length..], out var values);
            Exif = values ?? new ExifValues { IsDamaged = true };
        }
        else if (payload.StartsWith(XmpReader.SegmentName))
        {
            XmpReader.Read(payload[XmpReader.SegmentName.Length..], Xmp);
        }
    }
}
