using System.Text;

namespace MapThePaths.Tests.Fixtures;

/// <summary>One photo for each way in which headers differ, named for what it holds.</summary>
public static class SamplePhotos
{
    public static IReadOnlyDictionary<string, Func<byte[]>> ByName { get; } = new Dictionary<string, Func<byte[]>>(StringComparer.Ordinal)
    {
        ["no segments"] = () => new JpegBytes().Build(),
        ["JFIF only"] = () => new JpegBytes().Jfif().Build(),
        ["JFIF with its extension"] = () => new JpegBytes().Jfif().With(0xE0, "JFXX\0\u0010"u8).Comment("hello").Build(),
        ["little-endian"] = () => new JpegBytes().Exif(Full(bigEndian: false)).Build(),
        ["big-endian"] = () => new JpegBytes().Exif(Full(bigEndian: true)).Build(),
        ["JFIF and EXIF"] = () => new JpegBytes().Jfif().Exif(Full(bigEndian: true)).Build(),
        ["EXIF behind XMP"] = () => new JpegBytes().Xmp(Panorama).Exif(Full(bigEndian: false)).Build(),
        ["XMP without EXIF"] = () => new JpegBytes().Jfif().Xmp(Panorama).Build(),
        ["XMP in UTF-16"] = () => new JpegBytes().Exif(Full(bigEndian: true)).Xmp(Panorama, Encoding.Unicode).Build(),
        ["XMP with an encoding"] = () => new JpegBytes()
            .Xmp("<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>" + Panorama[Panorama.IndexOf("<x:", StringComparison.Ordinal)..]).Build(),
        ["several APP1"] = () => new JpegBytes()
            .With(0xE1, "FLIR\0\u0001\0\u0004"u8).Exif(Full(bigEndian: false)).Xmp(Panorama).Xmp(Panorama).Build(),
        ["ICC profile and comment"] = () => new JpegBytes().Exif(Full(bigEndian: false)).IccProfile(500).Comment("hello").Build(),
        ["thumbnail"] = () => new JpegBytes().Exif(Full(bigEndian: true).Thumbnail(new JpegBytes().Build())).Build(),
        ["Canon maker note"] = () => new JpegBytes().Exif(Full(bigEndian: false, make: "Canon").CanonMakerNote("IMG:A maker note")).Build(),
        ["two pictures"] = () => MultiPicture.Build(Full(bigEndian: false)),
        ["trailer"] = () => new JpegBytes().Exif(Full(bigEndian: true)).Trailer(JpegBytes.Noise(5000)).Build(),
        ["odd length"] = () => new JpegBytes().With(0xE1, [.. "Exif\0\0"u8, .. Full(bigEndian: true).Build(), 0]).Build(),
        ["EXIF that cannot be opened"] = () => new JpegBytes().With(0xE1, "Exif\0\0rubbish"u8).Build(),
        ["empty EXIF"] = () => new JpegBytes().With(0xE1, "Exif\0\0MM\0*\0\0\0\0"u8).Build(),
        ["broken entries"] = () => new JpegBytes().Exif(Full(bigEndian: false).Forged(0x0131, 2, 5000, 8).Forged(0x013C, 99, 1, 8)).Build(),
        ["broken GPS pointer"] = () => new JpegBytes().Exif(new TiffBytes().Ascii(0x0110, "M").Forged(0x8825, 4, 1, 70000)).Build(),
        ["large header"] = () => new JpegBytes()
            .With(0xE5, JpegBytes.Noise(65_000)).With(0xE5, JpegBytes.Noise(65_000)).Exif(Full(bigEndian: false)).Build(),
    };

    private static string Panorama => XmpPacket.Of("GPano:ProjectionType='equirectangular' GPano:PoseRollDegrees='2'");

    private static TiffBytes Full(bool bigEndian, string make = "Maker") => new TiffBytes(bigEndian)
        .Ascii(0x010E, "an old description that is longer than four bytes").Ascii(0x010F, make).Ascii(0x0110, "Model").Short(0x0112, 6)
        .ExifAscii(0x9003, "2023:05:10 12:00:07").ExifAscii(0x9011, "+02:00").ExifAscii(0xA431, "serial")
        .At(47.5, 8.5).GpsByte(0, 2, 3, 0, 0).GpsByte(5, 0).GpsRational(6, 4321, 10).GpsAscii(16, "M").GpsRational(17, 90, 1)
        .GpsAscii(12, "K").GpsRational(13, 36, 1);
}
