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
        "SourceFile", "System:", "ExifTool:", "Composite:", "IFD0:ImageDescription", "IFD0:Artist", "IFD0:Copyright",
        "GPS:GPSLatitude", "GPS:GPSLongitude", "GPS:GPSAltitude", "GPS:GPSTimeStamp", "GPS:GPSDateStamp", "GPS:GPSImgDirection",
        "ExifIFD:DateTimeOriginal", "ExifIFD:SubSecTimeOriginal", "ExifIFD:OffsetTimeOriginal",
        // exiftool shows offsets into the file here; the pictures they lead to are compared.
        "MPImage2:MPImageStart", "IFD1:ThumbnailOffset", "Nikon:PreviewImageStart", "PreviewIFD:PreviewImageStart",
        // Shown only while the block has no byte order, or cannot be read.
        "File:ExifByteOrder",
    ];

    /// <summary>Tags that a directory made anew must have.</summary>
    private static readonly string[] Versions = ["ExifIFD:ExifVersion", "GPS:GPSVersionID"];

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
        List<string> before = [.. Rewriting.FixtureNames.Select((row, i) => folder.Save($"{i:000}.made.jpg", Rewriting.Fixture(row.Data)))];
        before.AddRange(RealPhotos.AllThereAre());
        var after = before.Select((path, i) => Saved(path, folder[$"{i:000}.jpg"])).ToList();

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
        foreach (var path in RealPhotos.All())
        {
            AssertAgree(PhotoReader.Read(path).Facts!, Exiv2.Read(path));
        }
    }

    [Fact]
    public void Exiv2_agrees_about_what_we_wrote_into_real_photos()
    {
        using var folder = new TemporaryFolder();
        foreach (var path in RealPhotos.All())
        {
            var (before, after) = (Exiv2.Read(path), Exiv2.Read(Saved(path, folder["photo.jpg"], overwrite: true)));

            AssertAgree(PhotoReader.Read(folder["photo.jpg"]).Facts!, after);
            Assert.Equal(Rewriting.EveryTag.Altitude, after.Altitude);
            Assert.Equal(Rewriting.EveryTag.Heading, after.Heading);
            Assert.Equal(Rewriting.EveryTag.ImageDescription, after["Exif.Image.ImageDescription"]);
            Assert.Equal("2023:05:11 05:44:59", after["Exif.Photo.DateTimeOriginal"]);
            Assert.Equal((before["Exif.Image.Make"], before["Exif.Image.Model"]), (after["Exif.Image.Make"], after["Exif.Image.Model"]));
            Assert.Equal(before["Exif.Image.DateTime"], after["Exif.Image.DateTime"]);
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

    private static string Saved(string original, string path, bool overwrite = false)
    {
        var header = HeaderWriter.Rewrite(original, Rewriting.EveryTag);
        PhotoCopy.Save(original, header, path, overwrite, TestContext.Current.CancellationToken);
        return path;
    }

    /// <summary>A hash of the decoded pixels of each photo.</summary>
    private static List<string> PixelsOf(List<string> paths)
    {
        var inputs = paths.SelectMany(path => (string[])["-i", path]);
        var outputs = paths.SelectMany((_, i) => (string[])["-map", $"{i}:v:0"]);
        var hashes = ExternalProgram.Run("ffmpeg", ["-v", "quiet", .. inputs, .. outputs, "-f", "streamhash", "-"]);
        var found = hashes.Split('\n', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal).ToList();
        Assert.Equal(paths.Count, found.Count);
        return found;
    }

    /// <summary>Both ways: no tag is lost, and none is added.</summary>
    private static void AssertSameButForTheEdit(JsonObject before, JsonObject after)
    {
        var added = Versions.Where(tag => before[tag] is null);
        foreach (var tag in before.Concat(after).Select(tag => tag.Key).Where(tag => !IsChanged(tag)).Except(added))
        {
            Assert.True(JsonNode.DeepEquals(before[tag], after[tag]), $"{before["SourceFile"]}: {tag} was {before[tag]}, is {after[tag]}");
        }
    }

    private static bool IsChanged(string tag) => Changed.Any(prefix => tag.StartsWith(prefix, StringComparison.Ordinal));

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

    private static void AssertAgree(CaptureFacts facts, Exiv2 tags)
    {
        AssertNear(tags.Latitude, facts.Position?.Latitude);
        AssertNear(tags.Longitude, facts.Position?.Longitude);
        AssertNear(tags.Altitude, facts.Altitude);
        AssertNear(tags.Heading, facts.Heading?.Degrees);
        var time = facts.CameraTime?.ToString("yyyy':'MM':'dd HH':'mm':'ss");
        Assert.Equal(tags["Exif.Photo.DateTimeOriginal"] ?? tags["Exif.Image.DateTime"], time);
        Assert.Equal(tags["Exif.Image.Make"], facts.Make);
        Assert.Equal(tags["Exif.Image.Model"], facts.Model);
    }

    private static string? Text(JsonNode? tag) => tag?.ToString().Trim() is { Length: > 0 } text ? text : null;

    private static void AssertNear(double? expected, double? actual)
    {
        Assert.Equal(expected is null, actual is null);
        Assert.Equal(expected ?? 0, actual ?? 0, 1e-6);
    }
}
