using System.Globalization;
using MetadataExtractor;
using MetadataExtractor.Formats.Exif;
using Directory = MetadataExtractor.Directory;

namespace MapThePaths.Emulator.Photos;

/// <summary>Position, time and camera from plain EXIF tags, for photos without a description (v4 §10.1 and §10.3, v3 §9.1).</summary>
internal static class ExifFacts
{
    public static PhotoFacts Read(IReadOnlyList<Directory> directories)
    {
        var main = directories.OfType<ExifIfd0Directory>().FirstOrDefault();
        var gps = directories.OfType<GpsDirectory>().FirstOrDefault();
        var position = gps?.GetGeoLocation();
        return new PhotoFacts
        {
            Latitude = position?.Latitude,
            Longitude = position?.Longitude,
            Altitude = Altitude(gps),
            Heading = Number(gps, GpsDirectory.TagImgDirection),
            CapturedAt = GpsTime(gps) ?? CameraTime(directories.OfType<ExifSubIfdDirectory>().FirstOrDefault()),
            Make = main?.GetString(ExifDirectoryBase.TagMake),
            Model = main?.GetString(ExifDirectoryBase.TagModel),
            Orientation = (int?)Number(main, ExifDirectoryBase.TagOrientation),
        };
    }

    private static double? Altitude(GpsDirectory? gps)
    {
        var belowSea = Number(gps, GpsDirectory.TagAltitudeRef) == 1;
        return Number(gps, GpsDirectory.TagAltitude) is { } metres ? (belowSea ? -metres : metres) : null;
    }

    private static DateTimeOffset? GpsTime(GpsDirectory? gps) =>
        gps is not null && gps.TryGetGpsDate(out var time) && time.Year > 1970
            ? new DateTimeOffset(DateTime.SpecifyKind(time, DateTimeKind.Utc))
            : null;

    /// <summary>A time without offset is taken for UTC: the service cannot know the camera's zone.</summary>
    private static DateTimeOffset? CameraTime(ExifSubIfdDirectory? exif)
    {
        const string Form = "yyyy:MM:dd HH:mm:ss.fffzzz";
        var time = exif?.GetString(ExifDirectoryBase.TagDateTimeOriginal);
        var fraction = (exif?.GetString(ExifDirectoryBase.TagSubsecondTimeOriginal) ?? "").Trim().PadRight(3, '0')[..3];
        var offset = exif?.GetString(ExifDirectoryBase.TagTimeZoneOriginal) ?? "+00:00";
        return DateTimeOffset.TryParseExact(
            $"{time}.{fraction}{offset}", Form, CultureInfo.InvariantCulture, DateTimeStyles.None, out var read)
            ? read.ToUniversalTime()
            : null;
    }

    private static double? Number(Directory? directory, int tag) =>
        directory is not null && directory.TryGetDouble(tag, out var value) ? value : null;
}
