using MapThePaths.Imagery.Exif;
using MapThePaths.Imagery.Xmp;

namespace MapThePaths.Imagery.Facts;

/// <summary>All times of a photo and the one that counts.</summary>
/// <param name="Chosen">Null when no tag holds a time.</param>
/// <param name="Gps">UTC.</param>
/// <param name="Camera">The best of the camera's clock, chosen or not.</param>
internal sealed record CaptureTimes(CaptureTime? Chosen, DateTime? Gps, WrittenTime? Camera)
{
    public static CaptureTimes Choose(ExifValues exif, XmpProperties xmp)
    {
        var gps = exif.GpsTime is { } time ? new CaptureTime(time, IsUtc: true, CaptureSource.GpsTime) : XmpGpsTime(xmp);
        var camera = CameraTime(exif, xmp);
        return new CaptureTimes(gps ?? Capture(camera), gps?.Value, camera?.Time);
    }

    private static CaptureTime? XmpGpsTime(XmpProperties xmp) =>
        XmpValue.Time(xmp[XmpSchema.Exif, "GPSTimeStamp"])?.Utc is { } utc && utc.Date != DateTime.UnixEpoch
            ? new CaptureTime(utc, IsUtc: true, CaptureSource.XmpGpsTime)
            : null;

    private static (WrittenTime Time, string Source)? CameraTime(ExifValues exif, XmpProperties xmp) =>
        From(exif.Original, CaptureSource.DateTimeOriginal)
        ?? From(exif.Digitized, CaptureSource.DateTimeDigitized)
        ?? From(exif.Changed, CaptureSource.DateTime)
        ?? From(XmpValue.Time(xmp[XmpSchema.Exif, "DateTimeOriginal"]), CaptureSource.XmpDateTimeOriginal)
        ?? From(XmpValue.Time(xmp[XmpSchema.Photoshop, "DateCreated"]), CaptureSource.XmpDateCreated)
        ?? From(XmpValue.Time(xmp[XmpSchema.Basic, "CreateDate"]), CaptureSource.XmpCreateDate);

    private static (WrittenTime Time, string Source)? From(WrittenTime? time, string source) =>
        time is { } found ? (found, source) : null;

    private static CaptureTime? Capture((WrittenTime Time, string Source)? camera) => camera is not { } found
        ? null
        : new CaptureTime(found.Time.Utc ?? found.Time.WallClock, found.Time.Offset is not null, found.Source);
}
