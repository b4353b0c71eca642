using System.Text.Json;
using MapThePaths.Core.Geo;
using MapThePaths.Core.Model;
using MapThePaths.Tests.Fixtures;
using NodaTime;
using NodaTime.Text;

namespace MapThePaths.Tests.Core.Preparing;

public sealed class ImageDescriptions
{
    private const string Golden = """
        {"MAPAltitude":48.737,"MAPCameraUUID":"C3461234","MAPCaptureTime":"2023_05_10_10_00_00_250",
        "MAPCompassHeading":{"MagneticHeading":340.691,"TrueHeading":340.691},"MAPDeviceMake":"GoPro","MAPDeviceModel":"GoPro Max",
        "MAPFilename":"IMG_0001.JPG","MAPLatitude":50.9011354,"MAPLongitude":-0.5463302,"MAPOrientation":1,
        "MTPImageCopy":"final_raw","MTPImageProjection":"flat","MTPSequenceDescription":"Clockwise, from the pier",
        "MTPSequenceName":"Round the lake","MTPSequenceTags":["summer","sup"],"MTPSequenceTransport":"Water-Paddleboard",
        "MTPUploaderPhotoUUID":"0b8f6a4e-94b3-4f3a-8a4e-5b6c7d8e9f00","MTPUploaderSequenceUUID":"5f5f2b1c-0d5e-4a52-9a3b-7f1c2d3e4f50"}
        """;

    private static readonly Sequence Lake = ASequence.Of("Water-Paddleboard") with
    {
        Name = "Round the lake",
        Description = "Clockwise, from the pier",
        Tags = ["summer", "sup"],
    };

    private static readonly ArrangedPhoto FirstPhoto = Arranged(Shot.Of("IMG_0001.JPG").By("GoPro", "GoPro Max", "C3461234") with
    {
        Uuid = Guid.Parse("0b8f6a4e-94b3-4f3a-8a4e-5b6c7d8e9f00"),
    });

    [Fact]
    public void It_is_one_line_of_sorted_members_of_both_families()
    {
        Assert.Equal(Golden.ReplaceLineEndings(""), ImageDescription.Of(Lake, FirstPhoto));
    }

    [Fact]
    public void Its_members_are_sorted_whatever_is_known()
    {
        Assert.All([FirstPhoto, FirstPhoto with { Altitude = null, Heading = null }], photo =>
        {
            var names = Read(Lake, photo).EnumerateObject().Select(member => member.Name).ToList();
            Assert.Equal(names.Order(StringComparer.Ordinal), names);
        });
    }

    [Fact]
    public void Names_beyond_ASCII_are_escaped_and_come_back_whole()
    {
        const string Name = "Über den Säntis 日本 🚴 \"quoted\" \\ <&'+>";

        var text = ImageDescription.Of(Lake with { Name = Name, Description = "é\n\t" }, FirstPhoto);

        Assert.True(System.Text.Ascii.IsValid(text), "Not ASCII.");
        Assert.DoesNotContain('\n', text);
        Assert.Equal(Name, JsonElement.Parse(text).GetProperty("MTPSequenceName").GetString());
        Assert.Equal("é\n\t", JsonElement.Parse(text).GetProperty("MTPSequenceDescription").GetString());
    }

    [Fact]
    public void A_file_name_beyond_ASCII_comes_back_whole()
    {
        var photo = FirstPhoto with { Photo = FirstPhoto.Photo with { Path = "/karte/Süd/日本 🚴.jpg" } };

        Assert.Equal("日本 🚴.jpg", Read(Lake, photo).GetProperty("MAPFilename").GetString());
    }

    [Theory]
    [InlineData("2019-12-29T10:25:39.898Z", "2019_12_29_10_25_39_898")]
    [InlineData("2019-12-29T10:25:39.8989Z", "2019_12_29_10_25_39_898")]
    [InlineData("2020-02-29T23:59:59.999Z", "2020_02_29_23_59_59_999")]
    [InlineData("2021-01-01T00:00:00Z", "2021_01_01_00_00_00_000")]
    public void The_capture_time_is_utc_with_milliseconds_cut_off(string time, string expected)
    {
        var photo = FirstPhoto with { TakenAt = InstantPattern.ExtendedIso.Parse(time).Value };

        Assert.Equal(expected, Read(Lake, photo).GetProperty("MAPCaptureTime").GetString());
    }

    [Fact]
    public void Positions_have_seven_decimals_and_altitudes_and_headings_three()
    {
        var description = Read(Lake, FirstPhoto with { Position = new GeoPoint(-12.34567894, 179.99999996), Altitude = 1234.56789, Heading = 12.34567 });

        Assert.Equal(["-12.3456789", "180", "1234.568"], Raw(description, "MAPLatitude", "MAPLongitude", "MAPAltitude"));
        Assert.Equal(["12.346", "12.346"], Raw(description.GetProperty("MAPCompassHeading"), "MagneticHeading", "TrueHeading"));
    }

    [Fact]
    public void A_heading_that_rounds_to_360_is_0()
    {
        var heading = Read(Lake, FirstPhoto with { Heading = 359.9999 }).GetProperty("MAPCompassHeading");

        Assert.Equal(["0", "0"], Raw(heading, "MagneticHeading", "TrueHeading"));
    }

    [Fact]
    public void An_altitude_below_the_sea_keeps_its_sign_and_sea_level_is_0()
    {
        Assert.Equal("-12", Assert.Single(Raw(Read(Lake, FirstPhoto with { Altitude = -12 }), "MAPAltitude")));
        Assert.Equal("0", Assert.Single(Raw(Read(Lake, FirstPhoto with { Altitude = 0 }), "MAPAltitude")));
    }

    [Fact]
    public void What_is_unknown_is_absent_and_never_0_or_empty()
    {
        var bare = Arranged(Shot.Of("a.jpg")) with { Altitude = null, Heading = null };

        var description = Read(Lake, bare);

        Assert.All(
            ["MAPAltitude", "MAPCompassHeading", "MAPCameraUUID", "MAPDeviceMake", "MAPDeviceModel"],
            name => Assert.False(description.TryGetProperty(name, out _), name));
    }

    [Fact]
    public void A_panorama_and_a_turned_camera_say_so()
    {
        var photo = FirstPhoto with { Photo = FirstPhoto.Photo.Projected("equirectangular").Knowing(capture => capture with { Orientation = 6 }) };

        var description = Read(Lake, photo);

        Assert.Equal("equirectangular", description.GetProperty("MTPImageProjection").GetString());
        Assert.Equal(6, description.GetProperty("MAPOrientation").GetInt32());
    }

    [Fact]
    public void The_same_photo_always_gets_the_same_text()
    {
        Assert.Equal(ImageDescription.Of(Lake, FirstPhoto), ImageDescription.Of(Lake with { }, FirstPhoto with { }));
    }

    private static ArrangedPhoto Arranged(Photo photo) => new(
        photo,
        Instant.FromUtc(2023, 5, 10, 10, 0) + Duration.FromMilliseconds(250),
        new GeoPoint(50.9011354, -0.5463302),
        Altitude: 48.737,
        Heading: 340.691,
        Warnings: []);

    private static JsonElement Read(Sequence sequence, ArrangedPhoto photo) => JsonElement.Parse(ImageDescription.Of(sequence, photo));

    private static IEnumerable<string> Raw(JsonElement element, params string[] names) => names.Select(name => element.GetProperty(name).GetRawText());
}
