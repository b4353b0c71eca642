using System.Text.Json.Nodes;
using MapThePaths.Imagery;
using MapThePaths.Tests.Fixtures;
using MetadataExtractor;
using MetadataExtractor.Formats.Exif;

namespace MapThePaths.Tests.Imagery;

/// <summary>What other programs see in rewritten photos: the new tags, and every other tag as before.</summary>
public sealed class IndependentReaders
{
    /// <summary>Tags that a rewrite is meant to change, or that tell about the file as such.</summary>
    private static readonly string[] Changed =
    [
        "SourceFile", "System:", "ExifTool:", "Composite:", "IFD0:ImageDescription", "IFD0:Artist", "IFD0:Copyright", "GPS:GPSVersionID",
        "GPS:GPSLatitude", "GPS:GPSLongitude", "GPS:GPSAltitude", "GPS:GPSTimeStamp", "GPS:GPSDateStamp", "GPS:GPSImgDirection",
        "ExifIFD:DateTimeOriginal", "ExifIFD:SubSecTimeOriginal", "ExifIFD:OffsetTimeOriginal",
        // exiftool shows offsets into the file here; the pictures they lead to are compared.
        "MPImage2:MPImageStart", "IFD1:ThumbnailOffset", "Nikon:PreviewImageStart", "PreviewIFD:PreviewImageStart",
        // Shown only while the block has no byte order, or cannot be read.
        "File:ExifByteOrder",
    ];

    [Fact]
    public void Exiftool_sees_the_new_tags_and_all_others_as_before()
    {
        using var folder = new TemporaryFolder();
        var names = Rewriting.FixtureNames.Select(row => row.Data).ToList();
        var before = names.Select(name => folder.Save($"{name}.before.jpg", Rewriting.Fixture(name))).ToList();
        var after = names.Select(name => folder.Save($"{name}.jpg", Rewriting.Rewritten(Rewriting.Fixture(name), Rewriting.EveryTag))).ToList();

        foreach (var (one, other) in ExifTool.Read(before).Zip(ExifTool.Read(after)))
        {
            AssertSameButForTheEdit(one, other);
            AssertHoldsTheEdit(other, Rewriting.EveryTag);
        }
    }

    [Fact]
    public void MetadataExtractor_sees_the_new_tags()
    {
        using var folder = new TemporaryFolder();
        foreach (var row in Rewriting.FixtureNames)
        {
            var path = folder.Save("photo.jpg", Rewriting.Rewritten(Rewriting.Fixture(row.Data), Rewriting.EveryTag));
            var directories = ImageMetadataReader.ReadMetadata(path);
            var location = directories.OfType<GpsDirectory>().First().GetGeoLocation()!;

            Assert.Equal(-33.856784, location.Latitude, 1e-9);
            Assert.Equal(151.215297, location.Longitude, 1e-9);
            var first = directories.OfType<ExifIfd0Directory>().First(ifd => ifd.ContainsTag(ExifDirectoryBase.TagImageDescription));
            Assert.Equal(Rewriting.EveryTag.ImageDescription, first.GetString(ExifDirectoryBase.TagImageDescription));
        }
    }

    [Fact]
    public void Exiv2_sees_the_new_tags()
    {
        using var folder = new TemporaryFolder();
        var path = folder.Save("photo.jpg", Rewriting.Rewritten(Rewriting.Fixture("Canon maker note"), Rewriting.EveryTag));

        var text = ExternalProgram.Run("exiv2", "-PEkt", path);

        Assert.Contains("33deg 51' 24", text, StringComparison.Ordinal);
        Assert.Contains("Below sea level", text, StringComparison.Ordinal);
        Assert.Contains("23:59:60", text, StringComparison.Ordinal);
        Assert.Contains("IMG:A maker note", text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_second_picture_and_the_thumbnail_are_still_found()
    {
        using var folder = new TemporaryFolder();
        var twoPictures = folder.Save("two.jpg", Rewriting.Rewritten(Rewriting.Fixture("two pictures"), Rewriting.EveryTag));
        var thumbnail = folder.Save("thumbnail.jpg", Rewriting.Rewritten(Rewriting.Fixture("thumbnail"), Rewriting.EveryTag));

        Assert.Equal(MultiPicture.Second, ExifTool.ReadBinary(twoPictures, "MPImage2"));
        Assert.Equal(new JpegBytes().Build(), ExifTool.ReadBinary(thumbnail, "ThumbnailImage"));
    }

    [Fact]
    public void The_pixels_stay()
    {
        using var folder = new TemporaryFolder();
        var photo = Rewriting.Fixture("JFIF and EXIF");
        var before = folder.Save("before.jpg", photo);
        var after = folder.Save("after.jpg", Rewriting.Rewritten(photo, Rewriting.EveryTag));

        Assert.NotEmpty(PixelsOf(before));
        Assert.Equal(PixelsOf(before), PixelsOf(after));
    }

    [Fact]
    public void Exiftool_agrees_about_what_we_read_from_real_photos()
    {
        foreach (var (path, tags) in RealPhotos.All().Zip(ExifTool.Read(RealPhotos.All())))
        {
            AssertAgree(PhotoReader.Read(path).Facts!, tags);
        }
    }

    [Fact]
    public void Exiv2_agrees_about_what_we_read_from_real_photos()
    {
        string[] keys = ["Exif.GPSInfo.GPSLatitudeRef", "Exif.GPSInfo.GPSLatitude", "Exif.Photo.DateTimeOriginal", "Exif.Image.Make", "Exif.Image.DateTime"];
        foreach (var path in RealPhotos.All())
        {
            string[] wanted = [.. keys.SelectMany(key => (string[])["-K", key])];
            var lines = ExternalProgram.Run("exiv2", ["-q", "-PEkv", .. wanted, path]).Split('\n');
            var pairs = lines.Where(line => line.Length > 0).Select(line => line.Split(' ', 2));
            var tags = pairs.ToDictionary(pair => pair[0], pair => pair[1].Trim());
            var facts = PhotoReader.Read(path).Facts!;

            AssertNear(Degrees(tags.GetValueOrDefault(keys[1]), tags.GetValueOrDefault(keys[0])), facts.Position?.Latitude);
            Assert.Equal(tags.GetValueOrDefault(keys[2]) ?? tags.GetValueOrDefault(keys[4]), facts.CameraTime is { } time ? $"{time:yyyy':'MM':'dd HH':'mm':'ss}" : null);
            Assert.Equal(tags.GetValueOrDefault(keys[3]), facts.Make);
        }
    }

    [Fact]
    public void Exiftool_sees_nothing_else_changed_in_real_photos()
    {
        using var folder = new TemporaryFolder();
        var after = RealPhotos.All().Select((path, i) => Saved(path, folder[$"{i:000}.jpg"])).ToList();

        foreach (var (one, other) in ExifTool.Read(RealPhotos.All()).Zip(ExifTool.Read(after)))
        {
            AssertSameButForTheEdit(one, other);
            AssertHoldsTheEdit(other, Rewriting.EveryTag);
        }
    }

    public static TheoryData<string> RealPhotoNames => RealPhotos.Names;

    [Theory]
    [MemberData(nameof(RealPhotoNames))]
    public void All_other_bytes_of_a_real_photo_stay(string name)
    {
        var photo = File.ReadAllBytes(RealPhotos.PathOf(name));

        var (before, after) = (JpegParts.Of(photo), JpegParts.Of(Rewriting.Rewritten(photo, Rewriting.EveryTag)));

        Assert.Equal(before.Segments, after.Segments);
        Assert.True(before.Rest.AsSpan().SequenceEqual(after.Rest));
    }

    private static string Saved(string original, string path)
    {
        PhotoCopy.Save(original, HeaderWriter.Rewrite(original, Rewriting.EveryTag), path, cancellation: TestContext.Current.CancellationToken);
        return path;
    }

    private static string PixelsOf(string path) => ExternalProgram.Run("ffmpeg", "-v", "error", "-i", path, "-f", "md5", "-");

    private static void AssertSameButForTheEdit(JsonObject before, JsonObject after)
    {
        foreach (var (tag, value) in before.Where(tag => !Changed.Any(prefix => tag.Key.StartsWith(prefix, StringComparison.Ordinal))))
        {
            Assert.True(JsonNode.DeepEquals(value, after[tag]), $"{before["SourceFile"]}: {tag} was {value}, is {after[tag]}");
        }
    }

    private static void AssertHoldsTheEdit(JsonObject tags, HeaderEdit edit)
    {
        Assert.Equal(edit.ImageDescription, (string?)tags["IFD0:ImageDescription"]);
        Assert.Equal(edit.Artist, (string?)tags["IFD0:Artist"]);
        Assert.Equal(edit.Copyright, (string?)tags["IFD0:Copyright"]);
        Assert.Equal(edit.Position!.Value.Latitude, (double)tags["Composite:GPSLatitude"]!, 1e-9);
        Assert.Equal(edit.Position.Value.Longitude, (double)tags["Composite:GPSLongitude"]!, 1e-9);
        Assert.Equal(edit.Altitude!.Value, (double)tags["Composite:GPSAltitude"]!, 1e-9);
        Assert.Equal("2023:05:10 23:59:59.987Z", (string?)tags["Composite:GPSDateTime"]);
        Assert.Equal("2023:05:11 05:44:59.987+05:45", (string?)tags["Composite:SubSecDateTimeOriginal"]);
        Assert.Equal(edit.Heading!.Value, (double)tags["GPS:GPSImgDirection"]!, 1e-9);
    }

    private static void AssertAgree(CaptureFacts facts, JsonObject tags)
    {
        Assert.Equal((int?)tags["File:ImageWidth"], facts.Width);
        Assert.Equal((int?)tags["File:ImageHeight"], facts.Height);
        Assert.Equal((int?)tags["IFD0:Orientation"] ?? 1, facts.Orientation);
        AssertNear((double?)tags["Composite:GPSLatitude"], facts.Position?.Latitude);
        AssertNear((double?)tags["Composite:GPSLongitude"], facts.Position?.Longitude);
        AssertNear((double?)tags["Composite:GPSAltitude"] ?? (double?)tags["GPS:GPSAltitude"], facts.Altitude);
        AssertNear((double?)tags["GPS:GPSImgDirection"] ?? (double?)tags["GPS:GPSTrack"], facts.Heading?.Degrees);
        Assert.Equal(Text(tags["IFD0:Make"] ?? tags["XMP-tiff:Make"]), facts.Make);
        Assert.Equal(Text(tags["IFD0:Model"] ?? tags["XMP-tiff:Model"]), facts.Model);
        Assert.Equal((string?)tags["XMP-GPano:ProjectionType"] ?? "flat", facts.Projection);
        Assert.Equal((string?)tags["Composite:GPSDateTime"], facts.GpsTime?.ToString("yyyy':'MM':'dd HH':'mm':'ss.FFF'Z'"));
        if ((string?)tags["ExifIFD:DateTimeOriginal"] is { } original)
        {
            Assert.Equal(original, facts.CameraTime?.ToString("yyyy':'MM':'dd HH':'mm':'ss"));
        }
    }

    /// <summary>"40/1 26/1 4910/100" as degrees.</summary>
    private static double? Degrees(string? rationals, string? hemisphere)
    {
        var parts = rationals?.Split(' ').Select(part => part.Split('/')).Select(part => double.Parse(part[0]) / double.Parse(part[1]));
        var degrees = parts?.Select((part, i) => part / Math.Pow(60, i)).Sum();
        return hemisphere == "S" ? -degrees : degrees;
    }

    private static string? Text(JsonNode? tag) => tag?.ToString().Trim() is { Length: > 0 } text ? text : null;

    private static void AssertNear(double? expected, double? actual)
    {
        Assert.Equal(expected is null, actual is null);
        Assert.Equal(expected ?? 0, actual ?? 0, 1e-6);
    }
}
