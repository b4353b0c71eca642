using MapThePaths.Core.Model;
using MapThePaths.Tests.Fixtures;

namespace MapThePaths.Tests.Core.Sequencing;

public sealed class ZigZagsAndSameTimes
{
    [Fact]
    public void A_leap_off_the_line_and_back_is_left_out_before_it_makes_cuts()
    {
        var arranged = ASequence.Arranged(Walk((3, 250), (4, 5000)));

        Assert.Equal("0 1 2 5 6 7 8 9", arranged.Layout());
        Assert.Equal(["3: zig-zag", "4: zig-zag"], arranged.Omissions());
    }

    [Theory]
    [InlineData(30, 30)]
    [InlineData(0, 5000)]
    public void Up_to_30_metres_and_with_0_all_are_kept(double threshold, double stray)
    {
        var sequence = ASequence.Of(maxJump: 10_000).With(rules => rules with { ZigZagMetres = threshold, MaxSpeed = 1e6 });

        Assert.Equal("0 1 2 3 4 5 6 7 8 9", sequence.Arranging(Walk((3, stray))).Layout());
    }

    [Fact]
    public void Who_turns_round_at_the_end_of_a_lane_at_his_usual_pace_keeps_his_photos()
    {
        double[] metres = [0, 40, 80, 120, 80.5, 40.5, 0.5];

        var arranged = ASequence.Arranged([.. metres.Select((at, i) => Shot.Of($"{i}", i * 5, at))]);

        Assert.Equal("0 1 2 3 4 5 6", arranged.Layout());
    }

    [Fact]
    public void A_leap_without_a_way_back_is_a_cut()
    {
        double[] metres = [0, 5, 10, 5000, 5005, 5010, 5015, 5020, 5025];

        var arranged = ASequence.Arranged([.. metres.Select((at, i) => Shot.Of($"{i}", i * 5, at))]);

        Assert.Equal("0 1 2 | 3 4 5 6 7 8", arranged.Layout());
        Assert.Equal((4990, 100), (Math.Round(arranged.Runs[1].Measure!.Value.Value), arranged.Runs[1].Measure!.Value.Limit));
    }

    [Fact]
    public void Thresholds_of_duplicates_are_the_sequences()
    {
        Photo[] photos = [Shot.Of("a").Facing(0), Shot.Of("b", 5, 0.5).Facing(8), Shot.Of("c", 10, 0.5).Facing(20)];

        Assert.Equal("a b c", ASequence.Of().Arranging(photos).Layout());
        Assert.Equal("a c", ASequence.Of().With(rules => rules with { DuplicateMetres = 1, DuplicateDegrees = 10 }).Arranging(photos).Layout());
        Assert.Equal("x y", ASequence.Of().With(rules => rules with { DuplicateMetres = 0 }).Arranging(Shot.Of("x"), Shot.Of("y", 5)).Layout());
    }

    [Fact]
    public void Photos_of_one_second_are_spread_up_to_the_next_photo_and_say_so()
    {
        var arranged = ASequence.Arranged(Shot.Of("a"), Shot.Of("b", 0, 5), Shot.Of("c", 0, 10), Shot.Of("d", 0.3, 15));

        Assert.Equal([0, 100, 200, 300], arranged.Runs[0].Photos.Select(photo => (photo.TakenAt - Shot.Noon).TotalMilliseconds));
        Assert.Equal([false, true, true, false], arranged.Runs[0].Photos.Select(photo => photo.Warnings.Contains("time-spread")));
    }

    [Theory]
    [InlineData(0, "0 1 2")]
    [InlineData(1, "0 333 666")]
    [InlineData(2, "0 666 1333")]
    public void How_far_they_are_spread_is_the_sequences(double seconds, string milliseconds)
    {
        Photo[] photos = [Shot.Of("a"), Shot.Of("b", 0, 5), Shot.Of("c", 0, 10)];

        var arranged = ASequence.Of().With(rules => rules with { SpreadSeconds = seconds, MaxSpeed = 100_000 }).Arranging(photos);

        Assert.Equal(milliseconds, string.Join(' ', arranged.Runs[0].Photos.Select(photo => (photo.TakenAt - Shot.Noon).TotalMilliseconds)));
    }

    [Fact]
    public void Two_cameras_at_the_same_millisecond_get_different_ones()
    {
        var arranged = ASequence.Arranged(Shot.Of("a").By("Left"), Shot.Of("b").By("Right"), Shot.Of("c", 0.001, 0.15).By("Left"));

        Assert.Equal([0, 2, 1], arranged.Runs.SelectMany(run => run.Photos).Select(photo => (photo.TakenAt - Shot.Noon).TotalMilliseconds));
    }

    // Ten photos 10 m apart, some of them astray so many metres to the east.
    private static Photo[] Walk(params (int Photo, double East)[] strays) => [.. Enumerable.Range(0, 10).Select(i =>
        strays.FirstOrDefault(stray => stray.Photo == i && stray.East > 0) is { East: > 0 } stray
            ? Shot.Of($"{i}", i * 5, i * 10).At(Shot.North(i * 10).Latitude, 8 + (stray.East / 75_835))
            : Shot.Of($"{i}", i * 5, i * 10))];
}
