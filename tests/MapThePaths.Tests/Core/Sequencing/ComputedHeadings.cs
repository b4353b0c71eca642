using MapThePaths.Core.Model;
using MapThePaths.Tests.Fixtures;

namespace MapThePaths.Tests.Core.Sequencing;

public sealed class ComputedHeadings
{
    [Fact]
    public void A_photo_without_heading_looks_towards_the_next_and_the_last_one_where_the_one_before_it_looks()
    {
        var arranged = ASequence.Arranged(Shot.Of("a").At(47, 8), Shot.Of("b", 10).At(47, 8.001), Shot.Of("c", 20).At(47.0005, 8.001));

        Assert.Equal([90, 0, 0], HeadingsOf(arranged).Select(heading => Math.Round(heading!.Value, 2)));
    }

    [Fact]
    public void The_last_one_copies_also_a_heading_of_the_camera()
    {
        var arranged = ASequence.Arranged(Shot.Of("a").Facing(200), Shot.Of("b", 10, 20));

        Assert.Equal([200, 200], HeadingsOf(arranged));
    }

    [Fact]
    public void Computed_headings_say_so_and_the_cameras_own_are_not_touched()
    {
        var arranged = ASequence.Arranged(Shot.Of("a").Facing(123.456), Shot.Of("b", 10, 10), Shot.Of("c", 20, 20).Facing(321));

        Assert.Equal([123.456, 0, 321], HeadingsOf(arranged).Select(heading => Math.Round(heading!.Value, 9)));
        Assert.Equal(["", "heading-computed", ""], arranged.Runs[0].Photos.Select(photo => string.Join(' ', photo.Warnings)));
    }

    [Fact]
    public void A_heading_is_never_computed_across_a_cut()
    {
        var arranged = ASequence.Arranged(Shot.Of("a"), Shot.Of("b", 10, 10), Shot.Of("c", 20).At(47.0001, 8.5), Shot.Of("d", 30).At(47, 8.5));

        Assert.Equal("a b | c d", arranged.Layout());
        Assert.Equal([0, 0, 180, 180], HeadingsOf(arranged).Select(heading => Math.Round(heading!.Value, 6)));
    }

    [Fact]
    public void A_photo_alone_gets_no_heading()
    {
        Assert.Null(ASequence.Arranged(Shot.Of("a")).Only().Heading);
    }

    [Fact]
    public void The_doubts_of_the_camera_are_kept_beside_those_of_the_arrangement()
    {
        var doubtful = Shot.Of("a").Knowing(capture => capture with { Warnings = ["gps-without-fix"] });

        var arranged = ASequence.Arranged(doubtful, Shot.Of("b", 10, 10));

        Assert.Equal(["gps-without-fix", "heading-computed"], arranged.Runs[0].Photos[0].Warnings);
    }

    private static IEnumerable<double?> HeadingsOf(ArrangedSequence arranged) =>
        arranged.Runs.SelectMany(run => run.Photos).Select(photo => photo.Heading);
}
