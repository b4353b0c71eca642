using MapThePaths.Core.Model;
using MapThePaths.Core.Sequencing;
using MapThePaths.Tests.Fixtures;
using NodaTime;

namespace MapThePaths.Tests.Core.Sequencing;

public sealed class CameraZones
{
    private static readonly LocalDateTime TwoInTheAfternoon = new LocalDateTime(2026, 5, 1, 14, 0, 0).PlusMilliseconds(250);

    [Theory]
    [InlineData("Europe/Zurich", 12, 0)]
    [InlineData("utc", 14, 0)]
    [InlineData("UTC", 14, 0)]
    [InlineData("Z", 14, 0)]
    [InlineData("+02:00", 12, 0)]
    [InlineData("-03", 17, 0)]
    [InlineData("+05:45", 8, 15)]
    [InlineData("Asia/Kathmandu", 8, 15)]
    public void The_zone_that_the_user_gave_makes_the_instant_to_the_millisecond(string zone, int hour, int minute)
    {
        var arranged = ASequence.Of(timeZone: zone).Arranging(Shot.Of("a").OnlyByClock(TwoInTheAfternoon));

        Assert.Equal(Instant.FromUtc(2026, 5, 1, hour, minute) + Duration.FromMilliseconds(250), arranged.Only().TakenAt);
        Assert.False(arranged.NeedsTimeZone);
    }

    [Fact]
    public void The_date_decides_about_summer_time()
    {
        var zurich = ASequence.Of(timeZone: "Europe/Zurich");

        var arranged = zurich.Arranging(Shot.Of("a").OnlyByClock(new LocalDateTime(2026, 1, 1, 14, 0)));

        Assert.Equal(Instant.FromUtc(2026, 1, 1, 13, 0), arranged.Only().TakenAt);
    }

    [Fact]
    public void An_unknown_zone_is_the_users_mistake_and_the_message_says_what_to_give()
    {
        var mistake = Assert.Throws<UserMistakeException>(() => TimeZones.Parse("Middle/Earth"));

        Assert.Contains("'Middle/Earth'", mistake.Message, StringComparison.Ordinal);
        Assert.Contains("Europe/Rome", mistake.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2, 0, 12)]
    [InlineData(-9, -30, 0)]
    [InlineData(0, 0, -40)]
    [InlineData(12, 45, 200)]
    public void GPS_times_of_the_same_card_tell_the_zone_although_the_clock_is_a_little_off(int hours, int minutes, int secondsOff)
    {
        var zone = Duration.FromMinutes((hours * 60) + minutes);
        var clock = (Shot.Noon + Duration.FromSeconds(10) + zone).InUtc().LocalDateTime;

        var arranged = ASequence.Arranged(
            Shot.Of("gps").WithClockAhead(zone + Duration.FromSeconds(secondsOff)), Shot.Of("clock", metres: 10).OnlyByClock(clock));

        Assert.Equal("gps clock", arranged.Layout());
        Assert.Equal(Shot.Noon + Duration.FromSeconds(10), arranged.Runs[0].Photos[1].TakenAt);
        Assert.False(arranged.NeedsTimeZone);
    }

    [Fact]
    public void One_cameras_GPS_times_tell_nothing_of_anothers_clock()
    {
        var arranged = ASequence.Arranged(
            Shot.Of("a").By("A").WithClockAhead(Duration.FromHours(2)),
            Shot.Of("b", 10, 10).By("B").OnlyByClock(TwoInTheAfternoon));

        Assert.True(arranged.NeedsTimeZone);
    }

    [Fact]
    public void GPS_times_that_disagree_about_the_zone_tell_nothing()
    {
        var arranged = ASequence.Arranged(
            Shot.Of("a").WithClockAhead(Duration.FromHours(1)),
            Shot.Of("b", 10, 10).WithClockAhead(Duration.FromHours(2)),
            Shot.Of("c", 20, 20).OnlyByClock(TwoInTheAfternoon));

        Assert.True(arranged.NeedsTimeZone);
    }

    [Theory]
    [InlineData(7)]
    [InlineData(15 * 60)]
    [InlineData(-8 * 24 * 60)]
    public void A_clock_that_was_never_set_tells_no_zone(int minutesAhead)
    {
        var arranged = ASequence.Arranged(
            Shot.Of("a").WithClockAhead(Duration.FromMinutes(minutesAhead)), Shot.Of("b", 10, 10).OnlyByClock(TwoInTheAfternoon));

        Assert.True(arranged.NeedsTimeZone);
    }

    [Fact]
    public void The_users_zone_counts_more_than_the_derived_one()
    {
        var sequence = ASequence.Of(timeZone: "+05:00");

        var arranged = sequence.Arranging(
            Shot.Of("gps").WithClockAhead(Duration.FromHours(2)), Shot.Of("clock", metres: 10).OnlyByClock(TwoInTheAfternoon));

        Assert.Contains(arranged.Runs.SelectMany(run => run.Photos), photo => photo.TakenAt == Instant.FromUtc(2026, 5, 1, 9, 0) + Duration.FromMilliseconds(250));
    }

    [Fact]
    public void With_no_zone_known_the_clock_is_read_as_utc_for_the_preview_and_a_zone_is_asked_for()
    {
        var arranged = ASequence.Arranged(Shot.Of("a").OnlyByClock(TwoInTheAfternoon));

        Assert.Equal(TwoInTheAfternoon.InUtc().ToInstant(), arranged.Only().TakenAt);
        Assert.True(arranged.NeedsTimeZone);
    }

    [Fact]
    public void A_photo_that_knows_its_instant_keeps_it_whatever_zone_is_given()
    {
        var arranged = ASequence.Of(timeZone: "+05:00").Arranging(Shot.Of("a").WithClockAhead(Duration.FromHours(2)));

        Assert.Equal(Shot.Noon, arranged.Only().TakenAt);
    }

    [Fact]
    public void No_zone_is_asked_for_on_account_of_photos_that_are_left_out_anyway()
    {
        var arranged = ASequence.Arranged(Shot.Of("a"), Shot.Of("b").OnlyByClock(TwoInTheAfternoon).WithoutPosition());

        Assert.False(arranged.NeedsTimeZone);
    }
}
