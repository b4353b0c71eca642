using MapThePaths.Imagery.Facts;

namespace MapThePaths.Imagery.Exif;

/// <summary>Reads the GPS directory: numbers with the references that give them sign, unit and north.</summary>
internal static class GpsReader
{
    private const double HighestAltitude = 100_000;
    private const double MetresAMile = 1609.344;
    private const double MetresANauticalMile = 1852;
    private const double SecondsAnHour = 3600;

    // Receivers without a date start at the epoch of their computer.
    private static readonly DateTime NoDate = DateTime.UnixEpoch;

    public static void Read(TiffBlock block, TiffDirectory directory, ExifValues values)
    {
        Span<TiffEntry> known = stackalloc TiffEntry[GpsTag.HorizontalError + 1];
        known.Clear();
        for (var i = 0; i < directory.Count; i++)
        {
            var entry = directory[i];
            if (entry.Tag < known.Length)
            {
                known[entry.Tag] = entry;
            }
        }

        var gps = new GpsEntries(block, known, values);
        ReadPosition(gps);
        values.IsWithoutFix = gps.Letter(GpsTag.Status) == 'V';
        values.PositionError = gps.Number(GpsTag.HorizontalError, 0, double.MaxValue);
        ReadAltitude(gps);
        values.Speed = SpeedOf(gps);
        values.GpsTime = TimeOf(gps);
        values.Direction = HeadingOf(gps, GpsTag.ImgDirection, GpsTag.ImgDirectionRef, CaptureSource.GpsImgDirection);
        values.Track = HeadingOf(gps, GpsTag.Track, GpsTag.TrackRef, CaptureSource.GpsTrack);
    }

    private static void ReadPosition(GpsEntries gps)
    {
        if (Degrees(gps, GpsTag.Latitude) is not { } latitude || Degrees(gps, GpsTag.Longitude) is not { } longitude)
        {
            return;
        }

        var northSouth = gps.Letter(GpsTag.LatitudeRef);
        var eastWest = gps.Letter(GpsTag.LongitudeRef);
        var position = new Position(northSouth == 'S' ? -latitude : latitude, eastWest == 'W' ? -longitude : longitude);
        if (!position.IsOnEarth)
        {
            gps.Values.IsDamaged = true;
            return;
        }

        gps.Values.Position = position;
        gps.Values.IsHemisphereUnknown = northSouth is not ('N' or 'S') || eastWest is not ('E' or 'W');
    }

    /// <summary>Degrees, minutes and seconds as one number; minutes and seconds may be missing or 0/0.</summary>
    private static double? Degrees(GpsEntries gps, ushort tag)
    {
        if (gps.Number(tag) is not { } degrees)
        {
            return null;
        }

        var minutes = gps.Part(tag, 1) ?? 0;
        var seconds = gps.Part(tag, 2) ?? 0;
        return degrees + (minutes / 60) + (seconds / 3600);
    }

    private static void ReadAltitude(GpsEntries gps)
    {
        if (gps.Number(GpsTag.Altitude, -HighestAltitude, HighestAltitude) is not { } altitude)
        {
            return;
        }

        // Some writers put the digit in as text.
        var code = gps.Byte(GpsTag.AltitudeRef);
        var reference = code is >= (byte)'0' and <= (byte)'3' ? code - '0' : code;
        gps.Values.Altitude = reference is 1 or 3 ? -Math.Abs(altitude) : altitude;
        gps.Values.AltitudeReference = reference switch
        {
            0 or 1 => gps.Values.IsExif3 ? AltitudeReference.Ellipsoid : AltitudeReference.SeaLevel,
            2 or 3 => AltitudeReference.SeaLevel,
            _ => AltitudeReference.Unknown,
        };
    }

    private static double? SpeedOf(GpsEntries gps) => gps.Number(GpsTag.Speed, 0, double.MaxValue) is { } speed
        ? speed * MetresAnHourUnit(gps.Letter(GpsTag.SpeedRef)) / SecondsAnHour
        : null;

    private static double MetresAnHourUnit(char unit) => unit switch
    {
        'M' => MetresAMile,
        'N' => MetresANauticalMile,
        _ => 1000,
    };

    private static Heading? HeadingOf(GpsEntries gps, ushort tag, ushort reference, string source) =>
        gps.Number(tag, -360, 360) is { } degrees
            ? new Heading(HeadingDegrees.Normalize(degrees), NorthOf(gps.Letter(reference)), source)
            : null;

    private static NorthReference NorthOf(char letter) => letter switch
    {
        'T' => NorthReference.TrueNorth,
        'M' => NorthReference.MagneticNorth,
        _ => NorthReference.Unknown,
    };

    private static DateTime? TimeOf(GpsEntries gps)
    {
        var text = gps.Text(GpsTag.DateStamp);
        if (text.IsEmpty || !gps.Has(GpsTag.TimeStamp))
        {
            return null;
        }

        if (!TimeText.TryReadDate(text, out var date))
        {
            gps.Values.IsDamaged |= !TimeText.IsBlank(text);
            return null;
        }

        if (date == NoDate.Date)
        {
            return null;
        }

        var milliseconds = gps.MillisecondsOfDay();
        gps.Values.IsDamaged |= milliseconds is null;
        return milliseconds is { } found ? DateTime.SpecifyKind(date.AddMilliseconds(found), DateTimeKind.Utc) : null;
    }
}
