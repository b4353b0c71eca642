using System.Diagnostics;
using System.Globalization;
using System.Numerics;

namespace DrawSamples.Photos;

/// <summary>Has exiftool write into a JPEG what a camera would have written, and nothing about how it was made.</summary>
internal static class Labeller
{
    // The place on earth that the landscape's origin stands for: a valley of the Vanoise National Park.
    private const double OriginLatitude = 45.3571200;
    private const double OriginLongitude = 6.7214300;
    private const double OriginAltitude = 1684.0;
    private const double MetresPerDegree = 111_132.0;

    private static readonly DateOnly Day = new(2024, 6, 15);
    private static readonly TimeSpan Offset = TimeSpan.FromHours(2);

    public static async Task LabelAsync(string file, Shot shot, Picture picture)
    {
        IEnumerable<string> words = ["-q", "-overwrite_original", "-n", "-all=", .. Tags(shot, picture), "-XMPToolkit=", file];
        using var exiftool = ExternalTool.Start(new ProcessStartInfo("exiftool", words));
        await ExternalTool.FinishAsync(exiftool);
    }

    private static IEnumerable<string> Tags(Shot shot, Picture picture)
    {
        IEnumerable<string> tags = [.. Device(shot), .. Exposure(), .. Time(shot)];
        if (shot.HasPosition)
        {
            tags = [.. tags, .. Position(shot, picture.Eye)];
        }

        if (shot is { HasPosition: true, HasHeading: true })
        {
            tags = [.. tags, "-GPSImgDirectionRef=T", Tag("GPSImgDirection", Heading(picture), "0.00")];
        }

        return shot.Kind == CameraKind.Sphere ? [.. tags, .. Panorama(picture)] : tags;
    }

    private static string[] Device(Shot shot) => shot.Kind == CameraKind.Sphere
        ? ["-Make=Practice", "-Model=Sphere One", "-SerialNumber=PS1-000217", "-Orientation=1"]
        :
        [
            "-Make=Practice", "-Model=Trail One", "-SerialNumber=PT1-000142", "-Orientation=1",
            "-FocalLength=4.3", $"-FocalLengthIn35mmFormat={FlatCamera.FocalLength35}",
        ];

    private static string[] Exposure() => ["-ExposureTime=0.002", "-FNumber=2.2", "-ISO=100", "-ColorSpace=1"];

    private static string[] Time(Shot shot)
    {
        var taken = Day.ToDateTime(default) + shot.Time;
        return
        [
            $"-DateTimeOriginal={taken:yyyy:MM:dd HH:mm:ss}", $"-SubSecTimeOriginal={taken:fff}", $"-OffsetTimeOriginal=+02:00",
            $"-CreateDate={taken:yyyy:MM:dd HH:mm:ss}", $"-SubSecTimeDigitized={taken:fff}", $"-OffsetTimeDigitized=+02:00",
        ];
    }

    private static string[] Position(Shot shot, Vector3 eye)
    {
        var utc = Day.ToDateTime(default) + shot.Time - Offset;
        var metresPerDegreeEast = MetresPerDegree * Math.Cos(double.DegreesToRadians(OriginLatitude));
        return
        [
            "-GPSVersionID=2 3 0 0", "-GPSMapDatum=WGS-84",
            "-GPSLatitudeRef=N", Tag("GPSLatitude", OriginLatitude + (eye.Y / MetresPerDegree), "0.0000000"),
            "-GPSLongitudeRef=E", Tag("GPSLongitude", OriginLongitude + (eye.X / metresPerDegreeEast), "0.0000000"),
            "-GPSAltitudeRef=0", Tag("GPSAltitude", OriginAltitude + eye.Z, "0.0"),
            $"-GPSDateStamp={utc:yyyy:MM:dd}", $"-GPSTimeStamp={utc:HH:mm:ss.fff}",
        ];
    }

    private static string[] Panorama(Picture picture) =>
    [
        "-XMP-GPano:ProjectionType=equirectangular", "-XMP-GPano:UsePanoramaViewer=True",
        $"-XMP-GPano:FullPanoWidthPixels={picture.Width}", $"-XMP-GPano:FullPanoHeightPixels={picture.Height}",
        $"-XMP-GPano:CroppedAreaImageWidthPixels={picture.Width}", $"-XMP-GPano:CroppedAreaImageHeightPixels={picture.Height}",
        "-XMP-GPano:CroppedAreaLeftPixels=0", "-XMP-GPano:CroppedAreaTopPixels=0",
        Tag("XMP-GPano:PoseHeadingDegrees", Heading(picture), "0.00"),
        "-XMP-GPano:PosePitchDegrees=0", "-XMP-GPano:PoseRollDegrees=0",
    ];

    private static double Heading(Picture picture) => (picture.Heading + 360.0) % 360.0;

    private static string Tag(string name, double value, string format) =>
        $"-{name}={value.ToString(format, CultureInfo.InvariantCulture)}";
}
