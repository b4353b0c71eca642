using MapThePaths.Core.Uploading;
using MapThePaths.Tests.Fixtures;

namespace MapThePaths.Tests.Core.Uploading;

/// <summary>How many photos are sent at once, on lines of all kinds: a photo takes a round trip and its share of the bandwidth.</summary>
public sealed class KeepingPace
{
    private const int Most = 64;

    private readonly ManualTime _time = new();

    [Fact]
    public void It_begins_with_four() => Assert.Equal(4, new UploadPace(_time, Most).Allowed);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(4)]
    [InlineData(10)]
    public void It_never_allows_more_than_the_user(int most)
    {
        var pace = new UploadPace(_time, most);

        Assert.Equal(most, Send(pace, photos: 500, new Line(RoundTrip: 1, BytesPerSecond: 1e9)).Max());
    }

    [Theory]
    [InlineData("near and slow: nothing to gain", 0.0, 1e6, 60_000, 4)]
    [InlineData("one second and 1 Gbit/s: as many as there may be", 1.0, 125e6, 60_000, 64)]
    [InlineData("60 ms and 100 Mbit/s: 14 fill the line", 0.06, 12.5e6, 60_000, 16)]
    [InlineData("60 ms and 100 Mbit/s, large photos: one fills the line", 0.06, 12.5e6, 4_200_000, 4)]
    [InlineData("300 ms and 10 Mbit/s: 7 fill the line", 0.3, 1.25e6, 60_000, 8)]
    [InlineData("600 ms and 1 Mbit/s, large photos: a satellite", 0.6, 0.125e6, 4_200_000, 4)]
    public void It_finds_what_fills_the_line(string line, double roundTrip, double bytesPerSecond, int size, int expected)
    {
        var pace = new UploadPace(_time, Most);

        Send(pace, photos: 400, new Line(roundTrip, bytesPerSecond), size);

        Assert.True(pace.Allowed == expected, $"{line}: {pace.Allowed} instead of {expected}");
    }

    [Fact]
    public void A_long_way_with_small_photos_is_filled_within_the_first_hundred()
    {
        var pace = new UploadPace(_time, Most);

        Send(pace, photos: 4 + 8, new Line(0.06, 12.5e6));

        Assert.Equal(16, pace.Allowed);
    }

    [Fact]
    public void Large_photos_on_a_poor_line_are_never_sent_more_than_four_at_once()
    {
        var pace = new UploadPace(_time, Most);

        Assert.Equal(4, Send(pace, photos: 200, new Line(0.3, 125_000), size: 4_200_000).Max());
    }

    [Fact]
    public void A_line_that_becomes_wider_is_noticed()
    {
        var pace = new UploadPace(_time, Most);
        Send(pace, photos: 100, new Line(0.3, 0.5e6));
        Assert.Equal(4, pace.Allowed);

        Send(pace, photos: 2_000, new Line(0.3, 4e6));

        Assert.InRange(pace.Allowed, 16, 32);
    }

    [Fact]
    public void A_service_that_is_overrun_gets_half_as_many_at_once()
    {
        var pace = Settled();

        pace.TooFast(_time.GetTimestamp());

        Assert.Equal(8, pace.Allowed);
    }

    [Fact]
    public void A_complaint_that_meets_all_photos_on_their_way_counts_once()
    {
        var pace = Settled();
        var begun = _time.GetTimestamp();
        _time.Advance(TimeSpan.FromSeconds(1));

        for (var i = 0; i < 16; i++)
        {
            pace.TooFast(begun);
        }

        Assert.Equal(8, pace.Allowed);
    }

    [Fact]
    public void Complaints_about_later_tries_lower_it_again_and_one_photo_is_always_allowed()
    {
        var pace = Settled();

        List<int> allowed = [];
        for (var i = 0; i < 6; i++)
        {
            _time.Advance(TimeSpan.FromSeconds(1));
            pace.TooFast(_time.GetTimestamp());
            allowed.Add(pace.Allowed);
        }

        Assert.Equal([8, 4, 2, 1, 1, 1], allowed);
    }

    [Fact]
    public void After_a_complaint_it_comes_back_by_one_in_ten_seconds_and_not_beyond_what_was_of_use()
    {
        var pace = Settled();
        pace.TooFast(_time.GetTimestamp());
        var begun = _time.GetUtcNow();

        var allowed = Send(pace, photos: 50_000, new Line(0.06, 12.5e6));

        Assert.Equal(16, allowed.Max());
        Assert.Equal(allowed.Order(), allowed);
        Assert.True(_time.GetUtcNow() - begun > TimeSpan.FromSeconds(80));
        Assert.Equal(16, pace.Allowed);
    }

    [Fact]
    public void A_complaint_while_it_still_climbs_ends_the_climb()
    {
        var pace = new UploadPace(_time, Most);
        Send(pace, photos: 4, new Line(1, 1e9));
        Assert.Equal(8, pace.Allowed);

        pace.TooFast(_time.GetTimestamp());
        Send(pace, photos: 200, new Line(1, 1e9));

        Assert.Equal(4, pace.Allowed);
    }

    [Fact]
    public void A_line_that_does_not_carry_its_photos_in_time_gets_fewer_and_keeps_it_so()
    {
        var pace = new UploadPace(_time, Most);
        var poor = new Line(0.3, 50_000);
        Send(pace, photos: 8, poor, size: 4_200_000);

        pace.TooSlow(_time.GetTimestamp());
        var allowed = Send(pace, photos: 20, poor, size: 4_200_000);

        Assert.Equal(2, allowed.Max());
    }

    [Fact]
    public void One_stall_on_a_good_line_is_made_good_within_a_minute_or_two()
    {
        var pace = Settled();
        pace.TooSlow(_time.GetTimestamp());
        Assert.Equal(8, pace.Allowed);

        Send(pace, photos: 12_000, new Line(0.06, 12.5e6));

        Assert.Equal(16, pace.Allowed);
    }

    [Fact]
    public void Bytes_that_come_at_no_time_at_all_are_no_trouble()
    {
        var pace = new UploadPace(_time, Most);

        for (var i = 0; i < 1_000; i++)
        {
            pace.Acknowledged(0);
        }

        Assert.InRange(pace.Allowed, 1, Most);
    }

    private UploadPace Settled()
    {
        var pace = new UploadPace(_time, Most);
        Send(pace, photos: 300, new Line(0.06, 12.5e6));
        Assert.Equal(16, pace.Allowed);
        _time.Advance(TimeSpan.FromSeconds(1));
        return pace;
    }

    /// <summary>What was allowed after each photo.</summary>
    private List<int> Send(UploadPace pace, int photos, Line line, int size = 60_000)
    {
        List<int> allowed = [];
        for (var i = 0; i < photos; i++)
        {
            _time.Advance(line.Between(pace.Allowed, size));
            pace.Acknowledged(size);
            allowed.Add(pace.Allowed);
        }

        return allowed;
    }

    private sealed record Line(double RoundTrip, double BytesPerSecond)
    {
        /// <summary>Time from one arrival to the next when so many are on their way.</summary>
        public TimeSpan Between(int atOnce, int size)
        {
            var alone = RoundTrip + (size / BytesPerSecond);
            return TimeSpan.FromSeconds(Math.Max(alone / atOnce, size / BytesPerSecond));
        }
    }
}
