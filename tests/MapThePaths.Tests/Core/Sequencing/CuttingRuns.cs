using MapThePaths.Core.Geo;
using MapThePaths.Core.Model;
using MapThePaths.Tests.Fixtures;

namespace MapThePaths.Tests.Core.Sequencing;

public sealed class CuttingRuns
{
    [Theory]
    [InlineData(60, "a b")]
    [InlineData(60.001, "a | b")]
    public void A_pause_longer_than_60_seconds_cuts_and_one_of_60_does_not(double seconds, string layout)
    {
        var arranged = ASequence.Arranged(Shot.Of("a"), Shot.Of("b", seconds, 5));

        Assert.Equal(layout, arranged.Layout());
    }

    [Theory]
    [InlineData(99.9, "a b")]
    [InlineData(100.1, "a | b")]
    public void A_distance_of_more_than_100_metres_cuts(double metres, string layout)
    {
        var arranged = ASequence.Arranged(Shot.Of("a"), Shot.Of("b", 30, metres));

        Assert.Equal(layout, arranged.Layout());
    }

    [Fact]
    public void A_distance_of_exactly_the_limit_does_not_cut()
    {
        var (first, second) = (Shot.Of("a"), Shot.Of("b", 30, 80));
        var distance = Geodesy.Distance(Shot.North(0), Shot.North(80));

        Assert.Equal("a b", ASequence.Of(maxJump: distance).Arranging(first, second).Layout());
        Assert.Equal("a | b", ASequence.Of(maxJump: Math.BitDecrement(distance)).Arranging(first, second).Layout());
    }

    [Fact]
    public void Each_run_says_why_it_begins()
    {
        var arranged = ASequence.Arranged(Shot.Of("a"), Shot.Of("b", 5, 10), Shot.Of("c", 100, 20), Shot.Of("d", 130, 520));

        Assert.Equal("a b | c | d", arranged.Layout());
        Assert.Equal(["first", "gap", "jump"], arranged.Cuts());
    }

    [Fact]
    public void The_limits_of_the_sequence_count()
    {
        var photos = (MapThePaths.Core.Model.Photo[])[Shot.Of("a"), Shot.Of("b", 200, 10), Shot.Of("c", 260, 250)];

        Assert.Equal("a b c", ASequence.Of(maxGap: 300, maxJump: 300).Arranging(photos).Layout());
        Assert.Equal("a | b | c", ASequence.Of(maxGap: 59, maxJump: 5).Arranging(photos).Layout());
    }

    [Fact]
    public void Two_cameras_running_at_once_make_a_line_each()
    {
        var arranged = ASequence.Arranged(
            Shot.Of("left1", 0, 0).By("Left"), Shot.Of("right1", 0.5, 2).By("Right"), Shot.Of("left2", 1, 5).By("Left"), Shot.Of("right2", 1.5, 7).By("Right"));

        Assert.Equal("left1 left2 | right1 right2", arranged.Layout());
        Assert.Equal(["first", "camera-change"], arranged.Cuts());
    }

    [Fact]
    public void Cameras_and_picture_sizes_make_one_line_where_the_sequence_wants_it()
    {
        Photo[] photos = [Shot.Of("a").By("Trek"), Shot.Of("b", 1, 5).By("Other"), Shot.Of("c", 2, 10).By("Trek").Sized(100, 50), Shot.Of("d", 100, 15).By("Other")];

        var arranged = ASequence.Of().With(rules => rules with { MixesCameras = true }).Arranging(photos);

        Assert.Equal("a b c | d", arranged.Layout());
        Assert.Equal(["first", "gap"], arranged.Cuts());
    }

    [Fact]
    public void Two_bodies_of_one_model_are_two_cameras()
    {
        var arranged = ASequence.Arranged(
            Shot.Of("a", 0, 0).By("GoPro", "Max", "C1"), Shot.Of("b", 1, 5).By("GoPro", "Max", "C2"), Shot.Of("c", 2, 10).By("GoPro", "Max", "C1"));

        Assert.Equal("a c | b", arranged.Layout());
    }

    [Fact]
    public void Another_picture_size_of_the_same_camera_begins_a_run()
    {
        var arranged = ASequence.Arranged(Shot.Of("a"), Shot.Of("b", 1, 5), Shot.Of("c", 2, 10).Sized(3000, 4000), Shot.Of("d", 3, 15).Sized(3000, 4000));

        Assert.Equal("a b | c d", arranged.Layout());
        Assert.Equal(["first", "size-change"], arranged.Cuts());
    }

    [Fact]
    public void Runs_stand_in_the_order_of_their_beginnings()
    {
        var arranged = ASequence.Arranged(
            Shot.Of("a1", 0, 0).By("A"), Shot.Of("b1", 10, 0).By("B"), Shot.Of("a2", 500, 5).By("A"), Shot.Of("b2", 300, 5).By("B"));

        Assert.Equal("a1 | b1 | b2 | a2", arranged.Layout());
    }
}
