using MapThePaths.Imagery;
using MapThePaths.Tests.Fixtures;

namespace MapThePaths.Tests.Imagery;

public sealed class RewritingHeaders
{
    // Records compare lists by identity.
    private static readonly string[] NoWarnings = [];

    public static TheoryData<string> FixtureNames => Rewriting.FixtureNames;

    [Theory]
    [MemberData(nameof(FixtureNames))]
    public void What_was_written_is_read_back(string fixture)
    {
        var edit = Rewriting.EveryTag;

        var facts = Reading.Of(Rewriting.Rewritten(Rewriting.Fixture(fixture), edit)).Facts!;

        Assert.Equal(edit.Position!.Value.Latitude, facts.Position!.Value.Latitude, 3e-10);
        Assert.Equal(edit.Position.Value.Longitude, facts.Position.Value.Longitude, 3e-10);
        Assert.Equal(edit.Altitude, facts.Altitude);
        Assert.Equal(new Heading(359.9999, NorthReference.TrueNorth, CaptureSource.GpsImgDirection), facts.Heading);
        Assert.Equal(new CaptureTime(edit.CapturedAt!.Value, true, CaptureSource.GpsTime), facts.Time);
        Assert.Equal(edit.CameraTime!.Value.DateTime, facts.CameraTime);
        Assert.Equal(edit.CameraTime.Value.Offset, facts.CameraOffset);
    }

    [Theory]
    [MemberData(nameof(FixtureNames))]
    public void Facts_that_the_edit_does_not_name_stay(string fixture)
    {
        var photo = Rewriting.Fixture(fixture);
        var before = Reading.Of(photo).Facts!;

        var after = Reading.Of(Rewriting.Rewritten(photo, new HeaderEdit { ImageDescription = "{}" })).Facts!;

        Assert.Equal(before with { Warnings = NoWarnings }, after with { Warnings = NoWarnings });
    }

    [Theory]
    [MemberData(nameof(FixtureNames))]
    public void All_other_bytes_of_the_file_stay(string fixture)
    {
        var photo = Rewriting.Fixture(fixture);

        var before = JpegParts.Of(photo);
        var after = JpegParts.Of(Rewriting.Rewritten(photo, Rewriting.EveryTag));

        Assert.Equal(before.Segments, after.Segments);
        Assert.Equal(before.Rest, after.Rest);
    }

    [Theory]
    [MemberData(nameof(FixtureNames))]
    public void Every_byte_of_the_EXIF_block_stays_where_it_was_but_for_one_pointer(string fixture)
    {
        var photo = Rewriting.Fixture(fixture);

        var before = JpegParts.Of(photo).ExifBlock;
        var after = JpegParts.Of(Rewriting.Rewritten(photo, Rewriting.EveryTag)).ExifBlock;

        if (before.Length > 0)
        {
            Assert.Equal(before[..4], after[..4]);
            Assert.Equal(before[8..], after[8..before.Length]);
        }
    }

    [Theory]
    [MemberData(nameof(FixtureNames))]
    public void A_second_rewrite_replaces_the_first_instead_of_growing_the_block(string fixture)
    {
        var photo = Rewriting.Fixture(fixture);
        var once = Rewriting.Rewritten(photo, Rewriting.EveryTag);

        var again = Rewriting.Rewritten(once, Rewriting.EveryTag);
        var longer = Rewriting.Rewritten(once, Rewriting.EveryTag with { ImageDescription = new string('x', 5000) });

        Assert.Equal(once, again);
        Assert.Equal(once, Rewriting.Rewritten(longer, Rewriting.EveryTag));
    }

    [Fact]
    public void What_an_earlier_rewrite_wrote_stays_when_a_later_one_does_not_name_it()
    {
        var once = Rewriting.Rewritten(Rewriting.Fixture("Canon maker note"), Rewriting.EveryTag);

        var twice = Rewriting.Rewritten(once, new HeaderEdit { Copyright = "another" });

        var expected = Reading.Of(once).Facts! with { Warnings = NoWarnings };
        Assert.Equal(expected, Reading.Of(twice).Facts! with { Warnings = NoWarnings });
        Assert.Contains("J\u00FCrgen", System.Text.Encoding.UTF8.GetString(twice), StringComparison.Ordinal);
    }

    [Fact]
    public void Directories_stay_in_ascending_order()
    {
        var block = JpegParts.Of(Rewriting.Rewritten(Rewriting.Fixture("little-endian"), Rewriting.EveryTag)).ExifBlock;

        var start = BitConverter.ToInt32(block, 4);
        var tags = Enumerable.Range(0, BitConverter.ToUInt16(block, start)).Select(i => BitConverter.ToUInt16(block, start + 2 + (i * 12))).ToArray();

        Assert.Equal(tags.Distinct().Order(), tags);
        Assert.Equal(0, start % 2);
    }

    [Fact]
    public void A_new_EXIF_segment_stands_behind_JFIF_and_its_extension()
    {
        var photo = Rewriting.Rewritten(Rewriting.Fixture("JFIF with its extension"), Rewriting.EveryTag);
        var jfxx = photo.AsSpan().IndexOf("JFXX"u8);

        Assert.Equal([0xFF, 0xE1], photo[(jfxx + 6)..(jfxx + 8)]);
    }

    [Fact]
    public void A_heading_that_rounds_to_360_is_written_as_0()
    {
        var photo = Rewriting.Rewritten(Rewriting.Fixture("JFIF only"), new HeaderEdit { Heading = 359.99999 });

        Assert.Equal(0, Reading.Of(photo).Facts!.Heading!.Value.Degrees);
    }

    [Fact]
    public void A_description_that_just_fits_is_written_and_one_byte_more_is_refused()
    {
        var photo = new JpegBytes().Exif(new TiffBytes().Ascii(0x0110, new string('m', 60_000))).Build();
        var most = Enumerable.Range(0, 6000).Last(length => Fits(photo, length));

        Assert.InRange(most, 5400, 5500);
        var refusal = Assert.Throws<HeaderRefusedException>(() => Rewriting.Rewritten(photo, Description(most + 1)));
        Assert.Equal(HeaderRefusal.NoRoom, refusal.Refusal);
    }

    [Fact]
    public void A_full_EXIF_segment_is_refused_even_without_anything_to_write()
    {
        byte[] full = [.. "Exif\0\0"u8, .. new TiffBytes().At(47, 8).Build(), .. JpegBytes.Noise(65_390)];
        var photo = new JpegBytes().With(0xE1, full).Build();

        Assert.Equal(HeaderRefusal.NoRoom, Assert.Throws<HeaderRefusedException>(() => Rewriting.Rewritten(photo, Description(1))).Refusal);
    }

    [Fact]
    public void Zeros_that_fill_an_EXIF_segment_up_give_room()
    {
        var block = new TiffBytes().At(47, 8).Ascii(0x010F, "Maker").CanonMakerNote("IMG").Thumbnail([.. new JpegBytes().Build(), .. new byte[100]]).Build();
        var photo = new JpegBytes().With(0xE1, [.. "Exif\0\0"u8, .. block, .. new byte[65_527 - block.Length]]).Build();

        var once = Rewriting.Rewritten(photo, Rewriting.EveryTag);

        Assert.Equal(block[8..], JpegParts.Of(once).ExifBlock[8..block.Length]);
        Assert.Equal(Rewriting.EveryTag.Altitude, Reading.Of(once).Facts!.Altitude);
        Assert.Equal(once, Rewriting.Rewritten(once, Rewriting.EveryTag));
    }

    [Theory]
    [InlineData("89504E470D0A1A0A")]
    [InlineData("")]
    [InlineData("FFD8FFE000")]
    public void What_is_no_JPEG_is_refused(string hex)
    {
        var bytes = Convert.FromHexString(hex);

        Assert.Equal(HeaderRefusal.NotAJpeg, Assert.Throws<HeaderRefusedException>(() => Rewriting.Rewritten(bytes, Description(1))).Refusal);
    }

    [Fact]
    public void A_photo_whose_picture_index_stands_in_front_of_EXIF_is_refused_when_its_pictures_would_move()
    {
        var photo = MultiPicture.IndexFirst(new TiffBytes().Ascii(0x010E, "old").At(47, 8));

        var refusal = Assert.Throws<HeaderRefusedException>(() => Rewriting.Rewritten(photo, Description(1)));

        Assert.Equal(HeaderRefusal.PicturesWouldMove, refusal.Refusal);
    }

    [Fact]
    public void A_picture_index_in_front_of_EXIF_does_no_harm_where_nothing_moves()
    {
        var edit = new HeaderEdit { Position = new Position(47, 8), Heading = 10 };
        var block = JpegParts.Of(Rewriting.Rewritten(Rewriting.Fixture("JFIF only"), edit)).ExifBlock;
        var photo = new JpegBytes().With(0xE2, "MPF\0MM\0*"u8).With(0xE1, [.. "Exif\0\0"u8, .. block]).Build();

        var moved = Rewriting.Rewritten(photo, edit with { Heading = 20 });

        Assert.Equal(20, Reading.Of(moved).Facts!.Heading!.Value.Degrees);
        Assert.Equal(photo.Length, moved.Length);
    }

    [Fact]
    public void Values_that_cannot_be_written_are_the_callers_mistake()
    {
        var photo = Rewriting.Fixture("JFIF only");
        HeaderEdit[] impossible =
        [
            new() { Position = new Position(90.1, 0) },
            new() { Position = new Position(double.NaN, 0) },
            new() { Heading = 360 },
            new() { Heading = -0.1 },
            new() { Altitude = double.PositiveInfinity },
            new() { CapturedAt = new DateTime(2023, 5, 10, 0, 0, 0, DateTimeKind.Unspecified) },
            new() { ImageDescription = "a\0b" },
        ];

        Assert.All(impossible, edit => Assert.ThrowsAny<ArgumentException>(() => Rewriting.Rewritten(photo, edit)));
    }

    [Fact]
    public void Only_the_header_of_a_large_photo_is_held()
    {
        using var folder = new TemporaryFolder();
        var path = folder.Save("large.jpg", new JpegBytes().Exif(new TiffBytes().At(47, 8)).ScanPadding(5_000_000).Build());

        var header = HeaderWriter.Rewrite(path, Rewriting.EveryTag);

        Assert.InRange(header.Bytes.Length, 100, 2000);
        Assert.Equal(new FileInfo(path).Length - header.TailOffset + header.Bytes.Length, header.TotalLength(new FileInfo(path).Length));
    }

    private static HeaderEdit Description(int length) => new() { ImageDescription = new string('x', length) };

    private static bool Fits(byte[] photo, int length)
    {
        try
        {
            Rewriting.Rewritten(photo, Description(length));
            return true;
        }
        catch (HeaderRefusedException)
        {
            return false;
        }
    }
}
