using MapThePaths.Imagery.Exif;
using MapThePaths.Imagery.Xmp;

namespace MapThePaths.Imagery.Facts;

/// <summary>Chooses, for each fact, the best of what EXIF and XMP say.</summary>
internal static class CaptureFactsChoice
{
    private const double SteepestPitch = 90;
    private const double LargestRoll = 180;
    private const double HighestAltitude = 100_000;

    public static CaptureFacts Choose(PhotoHeader header, DateTimeOffset now)
    {
        var (exif, xmp) = (header.Exif, header.Xmp);
        var xmpPosition = exif.Position is null ? XmpPosition(xmp) : null;
        var altitude = AltitudeOf(exif, xmp);
        var times = CaptureTimes.Choose(exif, xmp);
        var facts = new CaptureFacts
        {
            Position = exif.Position ?? xmpPosition,
            PositionSource = PositionSource(exif.Position, xmpPosition),
            PositionError = exif.PositionError,
            Altitude = altitude.Metres,
            AltitudeReference = altitude.Reference,
            AltitudeSource = altitude.Source,
            Time = times.Chosen,
            GpsTime = times.Gps,
            CameraTime = times.Camera?.WallClock,
            CameraOffset = times.Camera?.Offset,
            Heading = exif.Direction ?? XmpDirection(xmp) ?? PoseHeading(xmp) ?? exif.Track,
            Pitch = XmpValue.Within(xmp[XmpSchema.Panorama, "PosePitchDegrees"], -SteepestPitch, SteepestPitch) ?? ElevationAngle(exif),
            Roll = XmpValue.Within(xmp[XmpSchema.Panorama, "PoseRollDegrees"], -LargestRoll, LargestRoll),
            Speed = exif.Speed,
            Width = header.Frame.Width,
            Height = header.Frame.Height,
            Orientation = exif.Orientation ?? XmpOrientation(xmp) ?? 1,
            Make = exif.Make ?? xmp[XmpSchema.Tiff, "Make"],
            Model = exif.Model ?? xmp[XmpSchema.Tiff, "Model"],
            BodySerial = exif.BodySerial ?? xmp[XmpSchema.ExifExtended, "BodySerialNumber"] ?? xmp[XmpSchema.Auxiliary, "SerialNumber"],
            LensSerial = exif.LensSerial ?? xmp[XmpSchema.ExifExtended, "LensSerialNumber"] ?? xmp[XmpSchema.Auxiliary, "LensSerialNumber"],
            Projection = xmp[XmpSchema.Panorama, "ProjectionType"] ?? "flat",
            Crop = CropOf(xmp),
        };

        return facts with { Warnings = CaptureDoubts.About(facts, exif, xmp, now) };
    }

    private static string? PositionSource(Position? exif, Position? xmp) => exif is not null
        ? CaptureSource.GpsPosition
        : xmp is not null ? CaptureSource.XmpPosition : null;

    private static Position? XmpPosition(XmpProperties xmp)
    {
        var latitude = XmpValue.Coordinate(xmp[XmpSchema.Exif, "GPSLatitude"], 'N', 'S');
        var longitude = XmpValue.Coordinate(xmp[XmpSchema.Exif, "GPSLongitude"], 'E', 'W');
        return latitude is { } north && longitude is { } east && new Position(north, east) is { IsOnEarth: true } position
            ? position
            : null;
    }

    private static (double? Metres, AltitudeReference Reference, string? Source) AltitudeOf(ExifValues exif, XmpProperties xmp)
    {
        if (exif.Altitude is not null)
        {
            return (exif.Altitude, exif.AltitudeReference, CaptureSource.GpsAltitude);
        }

        if (XmpValue.Within(xmp[XmpSchema.Exif, "GPSAltitude"], -HighestAltitude, HighestAltitude) is not { } altitude)
        {
            return default;
        }

        var (sign, reference) = xmp[XmpSchema.Exif, "GPSAltitudeRef"] switch
        {
            "0" or "2" => (1, AltitudeReference.SeaLevel),
            "1" or "3" => (-1, AltitudeReference.SeaLevel),
            _ => (1, AltitudeReference.Unknown),
        };
        return (sign * altitude, reference, CaptureSource.XmpAltitude);
    }

    private static Heading? XmpDirection(XmpProperties xmp)
    {
        if (XmpValue.Within(xmp[XmpSchema.Exif, "GPSImgDirection"], -360, 360) is not { } degrees)
        {
            return null;
        }

        var north = xmp[XmpSchema.Exif, "GPSImgDirectionRef"] switch
        {
            "T" => NorthReference.TrueNorth,
            "M" => NorthReference.MagneticNorth,
            _ => NorthReference.Unknown,
        };
        return new Heading(HeadingDegrees.Normalize(degrees), north, CaptureSource.XmpImgDirection);
    }

    private static Heading? PoseHeading(XmpProperties xmp) =>
        XmpValue.Within(xmp[XmpSchema.Panorama, "PoseHeadingDegrees"], -360, 360) is { } degrees
            ? new Heading(HeadingDegrees.Normalize(degrees), NorthReference.Unknown, CaptureSource.PoseHeading)
            : null;

    private static double? ElevationAngle(ExifValues exif) =>
        exif.ElevationAngle is >= -SteepestPitch and <= SteepestPitch ? exif.ElevationAngle : null;

    private static int? XmpOrientation(XmpProperties xmp) =>
        XmpValue.Pixels(xmp[XmpSchema.Tiff, "Orientation"]) is { } orientation and >= 1 and <= 8 ? orientation : null;

    private static PanoramaCrop? CropOf(XmpProperties xmp)
    {
        if (Pixels("FullPanoWidthPixels") is not { } fullWidth || Pixels("FullPanoHeightPixels") is not { } fullHeight
            || Pixels("CroppedAreaImageWidthPixels") is not { } width || Pixels("CroppedAreaImageHeightPixels") is not { } height
            || Pixels("CroppedAreaLeftPixels") is not { } left || Pixels("CroppedAreaTopPixels") is not { } top)
        {
            return null;
        }

        var fits = width > 0 && height > 0 && (long)left + width <= fullWidth && (long)top + height <= fullHeight;
        return fits ? new PanoramaCrop(fullWidth, fullHeight, width, height, left, top) : null;

        int? Pixels(string name) => XmpValue.Pixels(xmp[XmpSchema.Panorama, name]);
    }
}
