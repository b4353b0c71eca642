using MapThePaths.Core.Model;
using MapThePaths.Core.Sequencing;
using MapThePaths.Core.Sequencing.Edits;
using MapThePaths.Tests.Fixtures;
using NodaTime;

namespace MapThePaths.Tests.Core.Sequencing.Edits;

public sealed class SingleEdits
{
    [Theory]
    [InlineData(0.1, 100)]
    [InlineData(-9420, -9_420_000)]
    public void Times_move_to_the_millisecond(double seconds, double milliseconds)
    {
        var photo = ASequence.Of().Editing([Shot.Of("a")], new ShiftTime(seconds)).Only();

        Assert.Equal(milliseconds, (photo.TakenAt - Shot.Noon).TotalMilliseconds);
        Assert.True(photo.IsRetimed);
    }

    [Theory]
    [InlineData("gps-date-off", 86_400, -86_400, 1)]
    [InlineData("time-before-2000", -30 * 365 * 86_400.0, 9 * 365 * 86_400.0, 60 * 86_400)]
    [InlineData("time-in-future", 10 * 86_400, -10 * 86_400, -86_400)]
    public void A_shift_that_mends_a_doubtful_time_takes_the_doubt_away_and_a_smaller_one_does_not(string doubt, double off, double mending, double tooLittle)
    {
        var photo = Shot.Of("a").Knowing(capture => capture with
        {
            TakenAt = Shot.Noon + Duration.FromSeconds(off),
            CameraTime = Shot.Noon.InUtc().LocalDateTime,
            Warnings = [doubt, "exif-damaged"],
        });

        Assert.Equal(["exif-damaged"], ASequence.Of().Editing([photo], new ShiftTime(mending)).Only().Warnings);
        Assert.Equal([doubt, "exif-damaged"], ASequence.Of().Editing([photo], new ShiftTime(tooLittle)).Only().Warnings);
    }

    [Fact]
    public void A_place_from_a_track_is_not_doubtful_as_the_camera_s_was()
    {
        var photo = Shot.Of("a", 5).Facing(10).Knowing(capture => capture with { Warnings = ["gps-without-fix", "hemisphere-unknown", "exif-damaged"] });

        Assert.Equal(["exif-damaged"], ASequence.Of().Editing([photo], ATrack.Walk(60).Geotagging()).Only().Warnings);
    }

    [Fact]
    public void A_zone_counts_for_clocks_without_one_and_keeps_earlier_shifts()
    {
        Photo[] photos = [Shot.Of("gps").At(47, 8), Shot.Of("clock", 5, 5).OnlyByClock(new LocalDateTime(2026, 5, 1, 14, 0, 5))];

        var arranged = ASequence.Of().Editing(photos, new ShiftTime(10), new SetTimeZone("Europe/Rome"));

        Assert.Equal([10, 15], arranged.Runs.SelectMany(run => run.Photos).Select(photo => (photo.TakenAt - Shot.Noon).TotalSeconds));
        Assert.False(arranged.NeedsTimeZone);
    }

    [Fact]
    public void A_zone_with_seconds_mends_a_clock_that_is_fast()
    {
        var arranged = ASequence.Of().Editing([Shot.Of("clock").OnlyByClock(new LocalDateTime(2026, 5, 1, 14, 1, 32))], new SetTimeZone("+02:01:32"));

        Assert.Equal(Shot.Noon, arranged.Only().TakenAt);
    }

    [Fact]
    public void Spacing_compares_with_the_last_kept_photo_of_the_same_camera()
    {
        Photo[] photos = [Shot.Of("a0", 0, 0).By("A"), Shot.Of("b0", 1, 1).By("B"), Shot.Of("a1", 2, 2).By("A"), Shot.Of("a2", 6, 6).By("A"), Shot.Of("b1", 7, 7).By("B")];

        var arranged = ASequence.Of().Editing(photos, new Space(SpacedBy.Metres, 5));

        Assert.Equal("a0 a2 | b0 b1", arranged.Layout());
        Assert.Equal(["a1: spaced-out"], arranged.Omissions());
    }

    [Fact]
    public void Spacing_by_altitude_keeps_every_step_up_and_down()
    {
        double[] altitudes = [100, 101, 103, 104, 100];

        var arranged = ASequence.Of().Editing([.. altitudes.Select((altitude, i) => Shot.Of($"{i}", i, i * 5).High(altitude))], new Space(SpacedBy.Altitude, 3));

        Assert.Equal("0 2 4", arranged.Layout());
    }

    [Fact]
    public void By_speed_several_strays_in_a_row_are_found()
    {
        Photo[] photos = [Shot.Of("a"), Shot.Of("b", 10, 20), Shot.Of("x", 20, 4000), Shot.Of("y", 30, 4020), Shot.Of("c", 40, 60), Shot.Of("d", 50, 80)];

        var arranged = ASequence.Of().Editing(photos, new TreatOutliers(OutlierMode.Drop, Metres: null, KilometresPerHour: 50));

        Assert.Equal("a b c d", arranged.Layout());
        Assert.Equal(["x: outlier", "y: outlier"], arranged.Omissions());
    }

    [Fact]
    public void Smoothed_strays_in_a_row_are_spread_over_the_way()
    {
        Photo[] photos = [Shot.Of("a"), Shot.Of("x", 10, 4000), Shot.Of("y", 20, 4020), Shot.Of("b", 30, 60)];

        var arranged = ASequence.Of().Editing(photos, new TreatOutliers(OutlierMode.Smooth, Metres: null, KilometresPerHour: 50));

        Assert.Equal([0, 20, 40, 60], arranged.Runs[0].Photos.Select(photo => Math.Round((photo.Position.Latitude - 47) * 111_194.9266, 3)));
        Assert.Empty(arranged.LeftOut);
    }

    [Fact]
    public void Computed_headings_may_be_turned_for_a_camera_that_looks_to_the_side()
    {
        Photo[] photos = [Shot.Of("a").Facing(10), Shot.Of("b", 5, 10).Facing(200), Shot.Of("c", 10, 20).Facing(300)];

        Assert.Equal([90, 90, 90], HeadingsAfter(photos, new ChooseHeadings(HeadingSource.Compute), new TurnHeadings(90)));
        Assert.Equal([10, 200, 300], HeadingsAfter(photos, new TurnHeadings(45), new ChooseHeadings(HeadingSource.Compute), new ChooseHeadings(HeadingSource.Keep)));
    }

    [Fact]
    public void Edits_come_before_cuts()
    {
        Photo[] photos = [Shot.Of("a"), Shot.Of("far", 30, 5000), Shot.Of("b", 60, 20)];

        Assert.Equal("a b", ASequence.Of().With(rules => rules with { ZigZagMetres = 0 }).Editing(photos, RemovePhotos.Of(["far"], photos)).Layout());
    }

    [Fact]
    public void Removed_photos_say_so_and_names_must_be_known_and_clear()
    {
        Photo[] photos = [Shot.Of("a"), Shot.Of("b", 5, 10), Shot.Of("c", 10, 20), Shot.Of("other/c", 15, 30)];

        Assert.Equal(["a: removed-by-edit"], ASequence.Of().Editing(photos, RemovePhotos.Of(["a"], photos)).Omissions());
        Assert.Contains("no photo 'nobody'", Assert.Throws<UserMistakeException>(() => RemovePhotos.Of(["nobody"], photos)).Message, StringComparison.Ordinal);
        Assert.Contains("2 photos named 'c'", Assert.Throws<UserMistakeException>(() => RemovePhotos.Of(["c"], photos)).Message, StringComparison.Ordinal);
        Assert.Equal(photos[3].Id, RemovePhotos.Of(["/card/other/c"], photos).Photos.Single().Id);
    }

    [Fact]
    public void A_privacy_zone_takes_what_lies_in_it_and_on_its_edge()
    {
        Photo[] photos = [Shot.Of("home"), Shot.Of("door", 5, 49.99), Shot.Of("street", 10, 50.1), Shot.Of("back", 15, 3)];

        var arranged = ASequence.Of().Editing(photos, new PrivacyZone(47, 8, 50));

        Assert.Equal("street", arranged.Layout());
        Assert.Equal(["back: privacy-zone", "door: privacy-zone", "home: privacy-zone"], arranged.Omissions());
    }

    [Fact]
    public void Trimming_ends_where_the_walk_is_far_enough_away_and_standing_still_does_not_count()
    {
        Photo[] photos = [Shot.Of("0"), Shot.Of("1", 5, 8), Shot.Of("2", 10, 1), Shot.Of("3", 15, 9), Shot.Of("4", 20, 30), Shot.Of("5", 25, 50), Shot.Of("6", 30, 55)];

        var arranged = ASequence.Of().Editing(photos, new TrimEnd(SequenceEnd.Start, 20), new TrimEnd(SequenceEnd.End, 5));

        Assert.Equal("4 5", arranged.Layout());
        Assert.All(arranged.LeftOut, left => Assert.Equal(Reason.Trimmed, left.Reason));
    }

    [Fact]
    public void What_cannot_be_done_is_refused_with_words()
    {
        EditedPhoto[] photos = [EditedPhoto.From(Shot.Of("a"), zone: null)];
        Edit[] impossible =
        [
            new ShiftTime(0), new ShiftTime(double.NaN), new ShiftTime(1e12), new SetTimeZone("utc"), new Space(SpacedBy.Metres, 0), new Space(SpacedBy.Altitude, 5),
            new TreatOutliers(OutlierMode.Drop, Metres: null, KilometresPerHour: null), new TreatOutliers(OutlierMode.Drop, -1, KilometresPerHour: null), new TurnHeadings(0),
            new TurnHeadings(double.NaN), new PrivacyZone(91, 0, 10), new PrivacyZone(double.NaN, 0, 10), new PrivacyZone(0, 0, 0), new TrimEnd(SequenceEnd.Start, 10),
            new TrimEnd(SequenceEnd.End, -1), new RemovePhotos([new RemovedPhoto(-5, "gone")]), ATrack.Walk(5).Geotagging(onlyMissing: true),
        ];

        Assert.All(impossible, edit => Assert.EndsWith(".", edit.WhyRefused(photos), StringComparison.Ordinal));
    }

    [Fact]
    public void Every_edit_is_stored_and_read_as_it_was()
    {
        Edit[] all =
        [
            new ShiftTime(-3600.5), new SetTimeZone("+02:00:45"), new Space(SpacedBy.Altitude, 2.5), new TreatOutliers(OutlierMode.Smooth, 90, 120), new TurnHeadings(-12.5),
            new ChooseHeadings(HeadingSource.Compute), new PrivacyZone(-33.8, 151.2, 150), new TrimEnd(SequenceEnd.End, 30),
        ];

        Assert.Equal(all, all.Select(edit => EditTable.Read(EditTable.Record(edit, 1))));
        var geotag = ATrack.Walk(3).Geotagging(maxGap: 12.5, onlyMissing: true);
        var read = Assert.IsType<Geotag>(EditTable.Read(EditTable.Record(geotag, 1)));
        Assert.Equal((12.5, true, false, "/tracks/day.gpx"), (read.MaxGap, read.OnlyMissing, read.SameSecond, read.Files.Single()));
        Assert.Equal(geotag.Track.Fixes, read.Track.Fixes);
        Assert.Equal([7, 8], Assert.IsType<RemovePhotos>(EditTable.Read(EditTable.Record(new RemovePhotos([new(7, "a"), new(8, "b")]), 1))).Photos.Select(photo => photo.Id));
    }

    private static IEnumerable<double?> HeadingsAfter(Photo[] photos, params IReadOnlyList<Edit> edits) =>
        ASequence.Of().Editing(photos, edits).Runs.SelectMany(run => run.Photos).Select(photo => photo.Heading is { } heading ? Math.Round(heading, 6) : (double?)null);
}
