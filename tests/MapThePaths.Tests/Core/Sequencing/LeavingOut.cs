using MapThePaths.Core.Model;
using MapThePaths.Core.Sequencing;
using MapThePaths.Tests.Fixtures;

namespace MapThePaths.Tests.Core.Sequencing;

public sealed class LeavingOut
{
    [Fact]
    public void A_photo_without_position_is_left_out_with_its_reason()
    {
        var lost = Shot.Of("lost", 5, 10).WithoutPosition();

        var arranged = ASequence.Arranged(Shot.Of("a"), lost, Shot.Of("b", 10, 10));

        Assert.Equal("a b", arranged.Layout());
        Assert.Equal([new LeftOut(lost.Path, Reason.NoPosition, lost.Id)], arranged.LeftOut);
    }

    [Fact]
    public void A_photo_without_any_time_is_left_out_with_its_reason()
    {
        var arranged = ASequence.Arranged(Shot.Of("a"), Shot.Of("timeless", 5, 10).WithoutTime(), Shot.Of("b", 10, 10));

        Assert.Equal("a b", arranged.Layout());
        Assert.Equal(["timeless: no-capture-time"], arranged.Omissions());
    }

    [Fact]
    public void A_photo_at_exactly_0_0_is_left_out_with_its_reason()
    {
        var arranged = ASequence.Arranged(Shot.Of("a"), Shot.Of("nofix", 5).At(0, 0), Shot.Of("b", 10, 10));

        Assert.Equal("a b", arranged.Layout());
        Assert.Equal(["nofix: null-island"], arranged.Omissions());
    }

    [Theory]
    [InlineData(0, 8.5)]
    [InlineData(51.5, 0)]
    [InlineData(0, 0.0000001)]
    public void A_photo_on_the_equator_or_the_prime_meridian_takes_part(double latitude, double longitude)
    {
        var arranged = ASequence.Arranged(Shot.Of("a").At(latitude, longitude));

        Assert.Equal("a", arranged.Layout());
    }

    [Fact]
    public void Steps_of_8_centimetres_are_measured_from_the_last_photo_kept()
    {
        var arranged = ASequence.Arranged([.. Enumerable.Range(0, 7).Select(i => Shot.Of($"{i}", i, i * 0.08).Facing(0))]);

        Assert.Equal("0 2 4 6", arranged.Layout());
        Assert.Equal(["1: duplicate-position", "3: duplicate-position", "5: duplicate-position"], arranged.Omissions());
    }

    [Theory]
    [InlineData(0.099, "a")]
    [InlineData(0.101, "a b")]
    public void A_tenth_of_a_metre_is_the_same_place(double metres, string layout)
    {
        Assert.Equal(layout, ASequence.Arranged(Shot.Of("a"), Shot.Of("b", 5, metres)).Layout());
    }

    [Theory]
    [InlineData(0, 5, "a")]
    [InlineData(0, 5.01, "a b")]
    [InlineData(358, 3, "a")]
    [InlineData(358, 3.01, "a b")]
    [InlineData(90, 270, "a b")]
    public void Looking_more_than_5_degrees_elsewhere_is_another_view_of_the_same_place(double first, double second, string layout)
    {
        var arranged = ASequence.Arranged(Shot.Of("a").Facing(first), Shot.Of("b", 5).Facing(second));

        Assert.Equal(layout, arranged.Layout());
    }

    [Fact]
    public void At_the_same_place_a_missing_heading_is_no_other_view()
    {
        Assert.Equal("a", ASequence.Arranged(Shot.Of("a").Facing(90), Shot.Of("b", 5)).Layout());
        Assert.Equal("a", ASequence.Arranged(Shot.Of("a"), Shot.Of("b", 5).Facing(90)).Layout());
    }

    [Fact]
    public void A_stop_at_a_red_light_is_no_pause()
    {
        var waiting = Enumerable.Range(0, 120).Select(second => Shot.Of($"{second:000}", second));

        var arranged = ASequence.Arranged([.. waiting, Shot.Of("on", 121, 10)]);

        Assert.Equal("000 on", arranged.Layout());
        Assert.Equal(119, arranged.LeftOut.Count);
    }

    [Fact]
    public void Another_camera_at_the_same_place_is_no_duplicate()
    {
        var arranged = ASequence.Arranged(Shot.Of("a").By("A"), Shot.Of("b", 1).By("B"));

        Assert.Equal("a | b", arranged.Layout());
        Assert.Empty(arranged.LeftOut);
    }

    [Theory]
    [InlineData(2.25, 81)]
    [InlineData(1.8, 90)]
    public void Up_to_400_kilometres_an_hour_is_possible(double seconds, double metres)
    {
        var arranged = ASequence.Arranged(Shot.Of("a"), Shot.Of("b", seconds, metres));

        Assert.Equal(metres * 3.6 / seconds <= 400, arranged.LeftOut.Count == 0);
        Assert.InRange(metres * 3.6 / seconds, 100, 400);
    }

    [Fact]
    public void Photos_of_a_run_faster_than_400_kilometres_an_hour_are_left_out_and_other_runs_stay()
    {
        var arranged = ASequence.Arranged(
            Shot.Of("a"), Shot.Of("b", 5, 10), Shot.Of("c", 1000, 20), Shot.Of("d", 1000.5, 80), Shot.Of("e", 1001, 140));

        Assert.Equal("a b", arranged.Layout());
        Assert.Equal(["c: implausible-speed", "d: implausible-speed", "e: implausible-speed"], arranged.Omissions());
    }

    [Fact]
    public void Two_places_far_apart_in_one_second_are_impossible()
    {
        var arranged = ASequence.Arranged(Shot.Of("a"), Shot.Of("b", 0, 80));

        Assert.Equal(["a: implausible-speed", "b: implausible-speed"], arranged.Omissions());
    }

    [Fact]
    public void Files_that_were_unusable_before_stay_in_the_account_by_path()
    {
        LeftOut[] unusable = [new("/card/b.jpg", Reason.Truncated, 77), new("/card/0.jpg", Reason.EmptyFile)];

        var arranged = Arranging.Arrange(ASequence.Of(), [Shot.Of("c.jpg"), Shot.Of("a.jpg", 5).WithoutPosition()], unusable);

        Assert.Equal(["0.jpg: empty-file", "a.jpg: no-position", "b.jpg: truncated"], arranged.Omissions());
        Assert.Equal(4, arranged.FileCount);
    }
}
