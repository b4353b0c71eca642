using MapThePaths.Core.Sequencing.Edits;
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

    [Fact]
    public void Photos_on_the_track_need_nothing()
    {
        Assert.Empty(ASequence.Of().Editing(Enumerable.Range(0, 60).Select(i => Shot.Of($"{i:00}", i, i * 1.5)).ToList(), ATrack.Walk(600).Geotagging()).Proposals);
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
