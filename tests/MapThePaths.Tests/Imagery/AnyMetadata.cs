using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using MapThePaths.Imagery;
using MapThePaths.Tests.Fixtures;
using MetadataExtractor;
using MetadataExtractor.Formats.Exif;

namespace MapThePaths.Tests.Imagery;

/// <summary>Whatever metadata is written, three readers find it again.</summary>
public sealed class AnyMetadata
{
    private const int BatchSize = 60;
    private static readonly Config Quietly = Config.QuickThrowOnFailure.WithQuietOnSuccess(true);
    private static readonly string[] Ascii = [.. " !#$%&'()*+,-./0123456789:;<=>?ABCXYZ[]^_`abcxyz{|}~\"\\".Select(letter => $"{letter}")];
    private static readonly string[] Letters = [.. Ascii, "é", "ß", "Ж", "日", "🚲"];

    private static readonly Gen<HeaderEdit> Edits =
        from description in Texts(2000, Ascii)
        from artist in Texts(40, Letters)
        from latitude in Number(-90, 90, 7)
        from longitude in Number(-180, 180, 7)
        from altitude in Number(-500, 9000, 3)
        from heading in Number(0, 359, 4)
        from second in Gen.Choose(0, int.MaxValue)
        from millisecond in Gen.Choose(0, 999)
        from zone in Gen.Choose(-14 * 60, 14 * 60)
        let captured = DateTime.UnixEpoch.AddDays(1).AddSeconds(second).AddMilliseconds(millisecond)
        select new HeaderEdit
        {
            ImageDescription = $"{{{description}}}",
            Artist = $"<{artist}>",
            Position = new Position(latitude, longitude),
            Altitude = altitude,
            Heading = heading,
            CapturedAt = captured,
            CameraTime = new DateTimeOffset(captured).ToOffset(TimeSpan.FromMinutes(zone)),
        };

    private static readonly Gen<(HeaderEdit Edit, string Photo)> Rewrites =
        from edit in Edits
        from photo in Gen.Elements(SamplePhotos.ByName.Keys.Where(name => name != "large header").ToArray())
        select (edit, photo);

    [Fact]
    public void We_read_what_we_wrote()
    {
        Check.One(Quietly, Prop.ForAll(Rewrites.ToArbitrary(), rewrite => AssertWeRead(rewrite.Edit, Rewritten(rewrite))));
    }

    [Fact]
    public void MetadataExtractor_reads_what_we_wrote()
    {
        Check.One(Quietly, Prop.ForAll(Rewrites.ToArbitrary(), rewrite => AssertMetadataExtractorReads(rewrite.Edit, Rewritten(rewrite))));
    }

    /// <summary>One process for the whole batch. <c>MTPDU_TEST_SEED</c> repeats a run by the seed that it failed with.</summary>
    [Fact]
    public void Exiftool_reads_what_we_wrote()
    {
        using var folder = new TemporaryFolder();
        var seed = Environment.GetEnvironmentVariable("MTPDU_TEST_SEED") is { Length: > 0 } given ? ulong.Parse(given) : (ulong)Random.Shared.NextInt64();
        var rewrites = Rewrites.Sample(BatchSize, new Rnd(seed), BatchSize).ToList();
        var read = ExifTool.Read(rewrites.Select((rewrite, i) => folder.Save($"{i:000}.jpg", Rewritten(rewrite))));

        foreach (var (i, ((edit, photo), tags)) in rewrites.Zip(read).Index())
        {
            var failure = Record.Exception(() => AssertExiftoolReads(edit, tags));
            Assert.True(failure is null, $"Seed {seed}, photo {i} ({photo}): {failure}");
        }
    }

    private static byte[] Rewritten((HeaderEdit Edit, string Photo) rewrite) => Rewriting.Rewritten(Rewriting.Fixture(rewrite.Photo), rewrite.Edit);

    private static void AssertWeRead(HeaderEdit edit, byte[] photo)
    {
        var facts = Reading.Of(photo).Facts!;

        Assert.Equal(edit.Position!.Value.Latitude, facts.Position!.Value.Latitude, 1e-9);
        Assert.Equal(edit.Position.Value.Longitude, facts.Position.Value.Longitude, 1e-9);
        Assert.Equal(edit.Altitude!.Value, facts.Altitude!.Value, 1e-9);
        Assert.Equal(edit.Heading!.Value, facts.Heading!.Value.Degrees, 1e-9);
        Assert.Equal(edit.CapturedAt, facts.GpsTime);
        Assert.Equal(edit.CameraTime!.Value.DateTime, facts.CameraTime);
        Assert.Equal(edit.CameraTime.Value.Offset, facts.CameraOffset);
    }

    private static void AssertExiftoolReads(HeaderEdit edit, JsonObject tags)
    {
        Assert.Equal(edit.ImageDescription, tags["IFD0:ImageDescription"]!.ToString());
        Assert.Equal(edit.Artist, tags["IFD0:Artist"]!.ToString());
        Assert.Equal(edit.Position!.Value.Latitude, (double)tags["Composite:GPSLatitude"]!, 1e-9);
        Assert.Equal(edit.Position.Value.Longitude, (double)tags["Composite:GPSLongitude"]!, 1e-9);
        Assert.Equal(edit.Altitude!.Value, (double)tags["Composite:GPSAltitude"]!, 1e-9);
        Assert.Equal(edit.Heading!.Value, (double)tags["GPS:GPSImgDirection"]!, 1e-9);
        Assert.Equal($"{edit.CapturedAt:yyyy':'MM':'dd HH':'mm':'ss.FFF}Z", (string?)tags["Composite:GPSDateTime"]);
        Assert.Equal($"{edit.CameraTime:yyyy':'MM':'dd HH':'mm':'ss.fffzzz}", (string?)tags["Composite:SubSecDateTimeOriginal"]);
    }

    private static void AssertMetadataExtractorReads(HeaderEdit edit, byte[] photo)
    {
        using var stream = new MemoryStream(photo);
        var directories = ImageMetadataReader.ReadMetadata(stream);
        var gps = directories.OfType<GpsDirectory>().First();
        var first = directories.OfType<ExifIfd0Directory>().First(ifd => ifd.ContainsTag(ExifDirectoryBase.TagImageDescription));

        Assert.Equal(edit.ImageDescription, first.GetString(ExifDirectoryBase.TagImageDescription));
        var sign = gps.GetByte(GpsDirectory.TagAltitudeRef) == 1 ? -1 : 1;
        Assert.Equal(edit.Altitude!.Value, sign * gps.GetRational(GpsDirectory.TagAltitude).ToDouble(), 1e-9);
        Assert.Equal(edit.Heading!.Value, gps.GetRational(GpsDirectory.TagImgDirection).ToDouble(), 1e-9);
        Assert.True(gps.TryGetGpsDate(out var date));
        Assert.Equal(edit.CapturedAt!.Value, date, TimeSpan.FromMilliseconds(1));
        AssertNear(edit.Position!.Value.Latitude, gps.GetRationalArray(GpsDirectory.TagLatitude)!);
        AssertNear(edit.Position.Value.Longitude, gps.GetRationalArray(GpsDirectory.TagLongitude)!);
    }

    private static void AssertNear(double degrees, Rational[] parts) =>
        Assert.Equal(Math.Abs(degrees), parts[0].ToDouble() + (parts[1].ToDouble() / 60) + (parts[2].ToDouble() / 3600), 1e-9);

    private static Gen<string> Texts(int longest, string[] letters) =>
        from length in Gen.Choose(0, longest)
        from chosen in Gen.Elements(letters).ArrayOf(length)
        select string.Concat(chosen);

    private static Gen<double> Number(int least, int most, int decimals)
    {
        var unit = Math.Pow(10, decimals);
        return Gen.Choose((int)(least * unit), (int)(most * unit)).Select(number => number / unit);
    }
}
