using MapThePaths.Core.Model;
using MapThePaths.Core.Sequencing;
using MapThePaths.Core.Sequencing.Edits;
using MapThePaths.Imagery;
using MapThePaths.Tests.Fixtures;
using NodaTime;

namespace MapThePaths.Tests.Core.Sequencing.Doctors;

public sealed class Diagnoses
{
    [Theory]
    [InlineData(1)]
    [InlineData(-1)]
    public void A_GPS_date_a_day_off_is_noticed_and_one_edit_mends_it(int days)
    {
        var photos = Shot.Walk(9).Select(photo => photo.WithClockAhead(Duration.FromHours(2) + Duration.FromSeconds(92) - Duration.FromDays(days))).ToList();

        var proposal = Assert.Single(ASequence.Arranged(photos).Proposals);

        Assert.Equal(("gps-date-off", $"--shift-time {-days * 86_400}", 9, 0, 9), (proposal.Reason.Code, proposal.Options, proposal.Photos, proposal.MatchingBefore, proposal.MatchingAfter));
        Assert.Empty(ASequence.Of().Editing(photos, new ShiftTime(-days * 86_400)).Proposals);
    }

    [Fact]
    public void What_one_of_two_cameras_has_wrong_is_mended_in_its_photos_alone()
    {
        var right = Shot.Walk(9).Select(photo => photo.By("FUJI", "X", "1").WithClockAhead(Duration.Zero));
        var wrong = Shot.Walk(9).Select(photo => (photo with { Id = photo.Id + 100, Path = $"/other/{photo.Name()}" })
            .By("NIKON", "COOLPIX P6000").WithClockAhead(Duration.FromDays(-1)));
        List<Photo> photos = [.. right, .. wrong];

        var proposal = Assert.Single(ASequence.Arranged(photos).Proposals);

        Assert.Equal("--shift-time -86400 --camera \"NIKON COOLPIX P6000\"", proposal.Options);
        Assert.StartsWith("NIKON COOLPIX P6000: ", proposal.Evidence, StringComparison.Ordinal);
        var mended = ASequence.Of().Editing(photos, (Edit)Assert.Single(proposal.Edits));
        Assert.Equal((9, "times 86400 s earlier, of NIKON COOLPIX P6000 alone"), (Assert.Single(mended.Edits).Changed, mended.Edits[0].Text));
        Assert.Empty(mended.Proposals);
    }

    [Fact]
    public void A_camera_whose_time_is_GPS_time_alone_is_another_camera_too()
    {
        List<Photo> photos =
        [
            .. Shot.Walk(9).Select(photo => photo.By("NIKON").WithClockAhead(Duration.FromDays(-1))),
            Shot.Of("phone", 30, 45).By("PHONE"),
        ];

        Assert.Equal("--shift-time -86400 --camera \"NIKON\"", Assert.Single(ASequence.Arranged(photos).Proposals).Options);
    }

    [Fact]
    public void Two_cameras_of_one_model_are_told_apart_by_their_ids_and_one_compass_is_turned()
    {
        List<Photo> photos =
        [
            .. Shot.Walk(22).Select(photo => photo.By("GoPro", "Max", "A").Facing(0)),
            .. Shot.Walk(22).Select(photo => (photo with { Id = photo.Id + 100, Path = $"/other/{photo.Name()}" }).By("GoPro", "Max", "B").Facing(90)),
        ];

        var proposal = Assert.Single(ASequence.Arranged(photos).Proposals);

        Assert.Equal("--heading-offset -90 --camera \"GoPro Max B\"", proposal.Options);
        var mended = ASequence.Of().Editing(photos, (Edit)Assert.Single(proposal.Edits));
        Assert.Empty(mended.Proposals);
        Assert.All(mended.Runs.SelectMany(run => run.Photos), photo => Assert.Equal(0, photo.Heading));
    }

    [Fact]
    public void What_a_shell_would_run_is_never_in_a_cameras_name()
    {
        List<Photo> photos =
        [
            .. Shot.Walk(9).Select(photo => photo.By("EVIL", "\"; $(reboot) `x` \\\n").WithClockAhead(Duration.FromDays(-1))),
            Shot.Of("phone", 30, 45).By("PHONE"),
        ];

        var proposal = Assert.Single(ASequence.Arranged(photos).Proposals);

        Assert.Equal("--shift-time -86400 --camera \"EVIL ; (reboot) x\"", proposal.Options);
        Assert.Empty(ASequence.Of().Editing(photos, (Edit)Assert.Single(proposal.Edits)).Proposals);
    }

    [Fact]
    public void An_edit_of_a_camera_that_took_no_photo_is_refused_with_the_names_that_there_are()
    {
        var photos = Shot.Walk(2).Select(photo => EditedPhoto.From(photo.By("NIKON", "COOLPIX P6000"), zone: null)).ToList();

        Assert.Equal(
            "No photo of the sequence is of the camera 'CANON'. It has: NIKON COOLPIX P6000.",
            new ShiftTime(1) { Camera = "CANON" }.WhyRefused(photos));
        Assert.Null(new ShiftTime(1) { Camera = "nikon coolpix p6000" }.WhyRefused(photos));
    }

    [Fact]
    public void The_camera_of_an_edit_is_stored_with_it()
    {
        var edit = new SetTimeZone("+02:00") { Camera = "NIKON COOLPIX P6000" };

        Assert.Equal(edit, EditTable.Read(EditTable.Record(edit, 1)));
        Assert.DoesNotContain("camera", EditTable.Record(new ShiftTime(1), 1).Parameters, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2 * 3600)]
    [InlineData(-9.5 * 3600)]
    [InlineData((5.75 * 3600) + 200)]
    [InlineData(14 * 3600)]
    public void A_time_zone_explains_a_clock(double ahead)
    {
        Assert.Empty(ASequence.Arranged(Shot.Walk(9).Select(photo => photo.WithClockAhead(Duration.FromSeconds(ahead))).ToList()).Proposals);
    }

    [Fact]
    public void A_clock_without_GPS_time_is_judged_by_the_same_cameras_other_photos()
    {
        var lead = Duration.FromHours(2) + Duration.FromSeconds(95);
        var photos = Shot.Walk(10).Select((photo, i) => i < 6 ? photo.WithClockAhead(lead) : photo.OnlyByClock((photo.Capture.TakenAt!.Value + lead).InUtc().LocalDateTime)).ToList();

        var proposal = Assert.Single(ASequence.Arranged(photos).Proposals);

        Assert.Equal(("clock-disagrees", "--time-zone +02:01:35", 6, 0, 6), (proposal.Reason.Code, proposal.Options, proposal.Photos, proposal.MatchingBefore, proposal.MatchingAfter));
        var mended = ASequence.Of().Editing(photos, new SetTimeZone("+02:01:35"));
        Assert.Empty(mended.Proposals);
        Assert.Equal(Enumerable.Range(0, 10), mended.Runs.SelectMany(run => run.Photos).Select(photo => (int)(photo.TakenAt - Shot.Noon).TotalSeconds));
    }

    [Fact]
    public void Clocks_that_wander_get_no_single_offset()
    {
        var photos = Shot.Walk(9).Select((photo, i) => photo.WithClockAhead(Duration.FromHours(20 + i))).ToList();

        Assert.Empty(ASequence.Arranged(photos).Proposals);
    }

    [Theory]
    [InlineData(7200, "--shift-time -7200")]
    [InlineData(-9000, "--shift-time 9000")]
    [InlineData(86_400, "--shift-time -86400")]
    public void Photos_off_a_track_by_hours_get_an_offset_of_hours(double late, string options)
    {
        var photos = Shot.Walk(100).Select(photo => photo.WithoutPosition().TakenAt(photo.Capture.TakenAt!.Value + Duration.FromSeconds(late + 250))).ToList();

        var proposal = Assert.Single(ASequence.Of().Editing(photos, ATrack.Walk(600).Geotagging()).Proposals);

        Assert.StartsWith($"{options} --geotag /tracks/day.gpx", proposal.Options, StringComparison.Ordinal);
        Assert.Equal((100, 0, 100, 1), (proposal.Photos, proposal.MatchingBefore, proposal.MatchingAfter, proposal.UndoFirst));
    }

    [Fact]
    public void With_positions_of_their_own_the_offset_is_found_to_the_second()
    {
        var photos = Enumerable.Range(0, 60).Select(i => Shot.Of($"{i:00}", i + 137, i * 1.5)).ToList();

        var proposal = Assert.Single(ASequence.Of().Editing(photos, ATrack.Walk(600).Geotagging()).Proposals);

        Assert.StartsWith("--shift-time -137 ", proposal.Options, StringComparison.Ordinal);
        Assert.Equal((60, 0, 60), (proposal.Photos, proposal.MatchingBefore, proposal.MatchingAfter));
    }

    [Theory]
    [InlineData(CaptureSource.GpsTime, 0)]
    [InlineData(CaptureSource.DateTimeOriginal, 1)]
    public void A_track_of_another_year_moves_photos_by_a_clock_and_none_by_GPS_time(string timeSource, int proposals)
    {
        var ahead = Duration.FromDays(366).TotalSeconds;
        var photos = Enumerable.Range(0, 60).Select(i => Shot.Of($"{i:00}", i + ahead, i * 1.5).Knowing(capture => capture with { TimeSource = timeSource })).ToList();

        Assert.Equal(proposals, ASequence.Of().Editing(photos, ATrack.Walk(600).Geotagging()).Proposals.Count);
    }

    [Fact]
    public void Photos_on_the_track_need_nothing()
    {
        Assert.Empty(ASequence.Of().Editing(Enumerable.Range(0, 60).Select(i => Shot.Of($"{i:00}", i, i * 1.5)).ToList(), ATrack.Walk(600).Geotagging()).Proposals);
    }

    [Fact]
    public void A_track_moves_one_of_two_cameras_even_when_most_photos_are_that_cameras()
    {
        var right = Shot.Walk(10).Select(photo => photo.By("FUJI").WithoutPosition());
        var wrong = Shot.Walk(90).Select(photo => photo.By("NIKON").WithoutPosition().TakenAt(photo.Capture.TakenAt!.Value + Duration.FromHours(1)));

        var proposal = Assert.Single(ASequence.Of().Editing([.. right, .. wrong], ATrack.Walk(600).Geotagging()).Proposals);

        Assert.Equal("--shift-time -3600 --geotag /tracks/day.gpx --camera \"NIKON\"", proposal.Options);
        Assert.Equal((90, 0, 90, 1), (proposal.Photos, proposal.MatchingBefore, proposal.MatchingAfter, proposal.UndoFirst));
        Assert.Equal("NIKON", Assert.IsType<ShiftTime>(proposal.Edits[0]).Camera);
    }

    [Theory]
    [InlineData(90, "--heading-offset -90")]
    [InlineData(200, "--heading-offset 160")]
    [InlineData(340, null)]
    [InlineData(335, null)]
    public void A_compass_turned_all_along_gets_one_angle(double heading, string? options)
    {
        var photos = Shot.Walk(22).Select((photo, i) => photo.Facing(heading + (i % 3) - 1)).ToList();

        Assert.Equal(options, ASequence.Arranged(photos).Proposals.SingleOrDefault()?.Options);
    }

    [Fact]
    public void Across_north_angles_are_averaged_rightly()
    {
        double[] headings = [310, 320, 330, 340, 315, 325, 335, 305, 300, 320, 318];

        var proposal = Assert.Single(ASequence.Arranged(headings.Select((heading, i) => Shot.Of($"{i:00}", i, i * 5).Facing(heading)).ToList()).Proposals);

        Assert.Equal("--heading-offset 40", proposal.Options);
        Assert.Equal(10, proposal.MatchingAfter);
    }

    [Fact]
    public void A_compass_that_keeps_to_nothing_is_noticed()
    {
        var photos = Shot.Walk(20).Select((photo, i) => photo.Facing(i * 97 % 360)).ToList();

        var proposal = Assert.Single(ASequence.Arranged(photos).Proposals);

        Assert.Equal(("heading-drifts", "--headings compute", 19, 19), (proposal.Reason.Code, proposal.Options, proposal.Photos, proposal.MatchingAfter));
        Assert.Empty(ASequence.Of().Editing(photos, new ChooseHeadings(HeadingSource.Compute)).Proposals);
    }
}
