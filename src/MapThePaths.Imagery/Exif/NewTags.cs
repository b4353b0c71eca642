using System.Globalization;

namespace MapThePaths.Imagery.Exif;

/// <summary>Turns an edit into tags, in ascending order as directories want them.</summary>
internal static class NewTags
{
    private const uint ArcSecondUnit = 1_000_000;
    private const uint AltitudeUnit = 1000;
    private const uint HeadingUnit = 10_000;
    private const uint MillisecondUnit = 1000;

    public static List<NewTag> OfFirstDirectory(HeaderEdit edit)
    {
        var tags = new List<NewTag>();
        AddText(tags, ExifTag.ImageDescription, edit.ImageDescription);
        AddText(tags, ExifTag.Artist, edit.Artist);
        AddText(tags, ExifTag.Copyright, edit.Copyright);
        return tags;
    }

    public static List<NewTag> OfCamera(HeaderEdit edit) => edit.CameraTime is not { } time ? [] :
    [
        NewTag.Text(ExifTag.DateTimeOriginal, time.ToString("yyyy':'MM':'dd HH':'mm':'ss", CultureInfo.InvariantCulture)),
        NewTag.Text(ExifTag.OffsetTimeOriginal, time.ToString("zzz", CultureInfo.InvariantCulture)),
        NewTag.Text(ExifTag.SubSecTimeOriginal, time.ToString("fff", CultureInfo.InvariantCulture)),
    ];

    public static List<NewTag> OfGps(HeaderEdit edit)
    {
        var tags = new List<NewTag>();
        if (edit.Position is { } position)
        {
            tags.Add(NewTag.Text(GpsTag.LatitudeRef, position.Latitude < 0 ? "S" : "N"));
            tags.Add(Angle(GpsTag.Latitude, position.Latitude));
            tags.Add(NewTag.Text(GpsTag.LongitudeRef, position.Longitude < 0 ? "W" : "E"));
            tags.Add(Angle(GpsTag.Longitude, position.Longitude));
        }

        if (edit.Altitude is { } altitude)
        {
            tags.Add(NewTag.Octets(GpsTag.AltitudeRef, altitude < 0 ? (byte)1 : (byte)0));
            tags.Add(NewTag.Rationals(GpsTag.Altitude, Scaled(Math.Abs(altitude), AltitudeUnit), AltitudeUnit));
        }

        if (edit.CapturedAt is { } time)
        {
            tags.Add(TimeOfDay(time));
        }

        if (edit.Heading is { } heading)
        {
            tags.Add(NewTag.Text(GpsTag.ImgDirectionRef, "T"));
            tags.Add(NewTag.Rationals(GpsTag.ImgDirection, Scaled(heading, HeadingUnit) % (360 * HeadingUnit), HeadingUnit));
        }

        if (edit.CapturedAt is { } date)
        {
            tags.Add(NewTag.Text(GpsTag.DateStamp, date.ToString("yyyy':'MM':'dd", CultureInfo.InvariantCulture)));
        }

        return tags;
    }

    /// <summary>ExifVersion 2.31, the first that knows offsets of time; a directory made anew must have one.</summary>
    public static NewTag ExifVersion() => NewTag.Undefined(ExifTag.Version, "0231"u8);

    /// <summary>GPSVersionID 2.3.0.0, which a directory made anew must have.</summary>
    public static NewTag GpsVersion() => NewTag.Octets(GpsTag.Version, 2, 3, 0, 0);

    private static void AddText(List<NewTag> tags, ushort tag, string? text)
    {
        if (text is not null)
        {
            tags.Add(NewTag.Text(tag, text));
        }
    }

    private static NewTag Angle(ushort tag, double degrees)
    {
        // One whole number first, so that rounding never gives 60 seconds.
        var arcSeconds = (ulong)Math.Round(Math.Abs(degrees) * 3600 * ArcSecondUnit);
        var minutes = arcSeconds / (60 * ArcSecondUnit);
        var seconds = (uint)(arcSeconds % (60 * ArcSecondUnit));
        return NewTag.Rationals(tag, (uint)(minutes / 60), 1, (uint)(minutes % 60), 1, seconds, ArcSecondUnit);
    }

    private static NewTag TimeOfDay(DateTime time)
    {
        var milliseconds = (uint)((time.Second * (int)MillisecondUnit) + time.Millisecond);
        return NewTag.Rationals(GpsTag.TimeStamp, (uint)time.Hour, 1, (uint)time.Minute, 1, milliseconds, MillisecondUnit);
    }

    private static uint Scaled(double number, uint unit) => (uint)Math.Round(number * unit);
}
