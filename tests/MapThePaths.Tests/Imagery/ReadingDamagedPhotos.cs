using MapThePaths.Imagery;
using MapThePaths.Tests.Fixtures;

namespace MapThePaths.Tests.Imagery;

public sealed class ReadingDamagedPhotos
{
    [Fact]
    public void Content_decides_what_is_a_JPEG_and_not_the_name()
    {
        Assert.Equal(PhotoDefect.NotAJpeg, Reading.Of([0x89, .. "PNG\r\n"u8, .. new byte[100]]).Defect);
        Assert.Equal(PhotoDefect.NotAJpeg, Reading.Of([0xFF]).Defect);
        Assert.Equal(PhotoDefect.EmptyFile, Reading.Of([]).Defect);
    }

    [Fact]
    public void A_defect_leaves_no_facts_and_has_a_stable_code()
    {
        var reading = Reading.Of([]);

        Assert.Null(reading.Facts);
        Assert.Equal(["not-a-jpeg", "empty-file", "truncated"], Enum.GetValues<PhotoDefect>().Select(defect => defect.Code()));
    }

    [Fact]
    public void A_photo_cut_anywhere_is_truncated()
    {
        var whole = new JpegBytes().Jfif().Exif(new TiffBytes().At(47, 8).Thumbnail(new JpegBytes().Build())).IccProfile(300).Build();

        using var folder = new TemporaryFolder();
        for (var length = 3; length < whole.Length; length++)
        {
            Assert.Equal(PhotoDefect.Truncated, PhotoReader.Read(folder.Save("cut.jpg", whole[..length])).Defect);
        }
    }

    [Fact]
    public void A_photo_whose_end_was_never_written_is_truncated()
    {
        var whole = new JpegBytes().ScanPadding(300_000).Build();
        Array.Clear(whole, 100_000, whole.Length - 100_000);

        Assert.Equal(PhotoDefect.Truncated, Reading.Of(whole).Defect);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(20_000)]
    [InlineData(100_000)]
    [InlineData(1_000_000)]
    public void Trailers_behind_the_picture_are_legal(int length)
    {
        Assert.Null(Reading.Of(new JpegBytes().ScanPadding(200_000).Trailer(JpegBytes.Noise(length)).Build()).Defect);
    }

    [Fact]
    public void An_end_marker_across_two_steps_of_the_search_is_found()
    {
        const int Step = 64 << 10;
        var endInScan = JpegBytes.Picture.Length - 2 - JpegBytes.ScanStartInPicture;
        var defects = Enumerable.Range(Step - endInScan - 4, 8)
            .Select(padding => new JpegBytes().ScanPadding(padding).Trailer(JpegBytes.Noise(100_000)).Build())
            .Select(bytes => Reading.Of(bytes).Defect);

        Assert.All(defects, defect => Assert.Null(defect));
    }

    [Fact]
    public void Fill_bytes_lone_markers_and_stray_bytes_between_segments_are_passed_over()
    {
        var facts = Reading.FactsOf(new JpegBytes().Jfif().Raw(0xFF, 0xFF, 0xFF).Comment("c").Raw(0xFF, 0x01, 0xFF, 0xD0).Raw(1, 2, 3, 0xFF, 0)
            .Exif(new TiffBytes().At(47, 8)));

        Assert.Equal(new Position(47, 8), facts.Position);
    }

    [Fact]
    public void A_header_of_many_large_segments_is_read_to_its_end()
    {
        var jpeg = new JpegBytes();
        for (var i = 0; i < 40; i++)
        {
            jpeg.With(0xE5, JpegBytes.Noise(65_000));
        }

        Assert.Equal(new Position(47, 8), Reading.FactsOf(jpeg.Exif(new TiffBytes().At(47, 8))).Position);
    }

    [Fact]
    public void The_first_EXIF_block_that_can_be_opened_counts()
    {
        var jpeg = new JpegBytes().With(0xE1, "Exif\0\0rubbish"u8).Exif(new TiffBytes().At(47, 8)).Exif(new TiffBytes().At(1, 1));

        var facts = Reading.FactsOf(jpeg);

        Assert.Equal(new Position(47, 8), facts.Position);
        Assert.Empty(facts.Warnings);
    }

    [Fact]
    public void An_EXIF_block_that_cannot_be_opened_is_damage()
    {
        Assert.Equal([CaptureWarning.ExifDamaged], Reading.FactsOf(new JpegBytes().With(0xE1, "Exif\0\0rubbish"u8)).Warnings);
    }

    [Theory]
    [InlineData(2, 5000, 8)]
    [InlineData(2, uint.MaxValue, 8)]
    [InlineData(2, 20, uint.MaxValue)]
    [InlineData(99, 1, 0)]
    [InlineData(12, uint.MaxValue / 2, 8)]
    public void A_broken_entry_costs_only_itself(ushort type, uint count, uint offset)
    {
        var facts = Reading.FactsOf(new TiffBytes().Forged(0x010F, type, count, offset).Ascii(0x0110, "Model").At(47, 8));

        Assert.Null(facts.Make);
        Assert.Equal(("Model", new Position(47, 8)), (facts.Model, facts.Position));
        Assert.Equal([CaptureWarning.ExifDamaged], facts.Warnings);
    }

    [Theory]
    [InlineData(8u)]
    [InlineData(0u)]
    [InlineData(0x7FFFFFFFu)]
    [InlineData(uint.MaxValue)]
    public void A_directory_pointer_to_nowhere_or_back_ends_the_reading_there(uint offset)
    {
        var facts = Reading.FactsOf(new TiffBytes().Ascii(0x0110, "Model").Forged(0x8769, 4, 1, offset).Forged(0x8825, 4, 1, offset));

        Assert.Equal("Model", facts.Model);
    }

    [Fact]
    public void A_directory_that_runs_out_of_its_block_gives_the_entries_there_are()
    {
        var block = new TiffBytes().Ascii(0x010F, "abc").Ascii(0x0110, "def").Build();
        block[8] = 200;

        var facts = Reading.FactsOf(new JpegBytes().With(0xE1, [.. "Exif\0\0"u8, .. block]));

        Assert.Equal(("abc", "def"), (facts.Make, facts.Model));
        Assert.Equal([CaptureWarning.ExifDamaged], facts.Warnings);
    }

    [Fact]
    public async Task A_pipe_counts_as_empty_instead_of_keeping_the_reader_waiting()
    {
        using var folder = new TemporaryFolder();
        APipe.At(folder["pipe.jpg"]);
        File.CreateSymbolicLink(folder["link.jpg"], "pipe.jpg");

        foreach (var name in (string[])["pipe.jpg", "link.jpg"])
        {
            var reading = await Task.Run(() => PhotoReader.Read(folder[name]), TestContext.Current.CancellationToken)
                .WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);

            Assert.Equal(PhotoDefect.EmptyFile, reading.Defect);
        }
    }

    [Fact]
    public void An_empty_file_reads_the_same_whether_it_is_opened_or_not()
    {
        using var folder = new TemporaryFolder();
        using var handle = File.OpenHandle(folder.Save("empty.jpg", []));

        Assert.Equal(PhotoReader.Read(handle, Reading.Clock), PhotoReader.Read(folder["empty.jpg"], Reading.Clock));
    }

    [Fact]
    public void A_missing_file_is_an_error_and_no_defect()
    {
        using var folder = new TemporaryFolder();

        Assert.Throws<FileNotFoundException>(() => PhotoReader.Read(folder["none.jpg"]));
        Assert.Throws<UnauthorizedAccessException>(() => PhotoReader.Read(folder.Path));
    }
}
