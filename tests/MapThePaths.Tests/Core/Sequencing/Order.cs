using MapThePaths.Tests.Fixtures;
using NodaTime;

namespace MapThePaths.Tests.Core.Sequencing;

public sealed class Order
{
    [Fact]
    public void Photos_stand_in_the_order_of_their_times_whatever_their_names()
    {
        var arranged = ASequence.Arranged(Shot.Of("a", 20, 20), Shot.Of("b", 0, 0), Shot.Of("c", 10, 10));

        Assert.Equal("b c a", arranged.Layout());
    }

    [Fact]
    public void Photos_of_the_same_instant_stand_in_the_order_of_their_paths()
    {
        var arranged = ASequence.Arranged(Shot.Of("b", 0, 5), Shot.Of("B", 0, 10), Shot.Of("a", 0, 0), Shot.Of("z", 60, 15));

        Assert.Equal("B a b z", arranged.Layout());
    }

    [Fact]
    public void A_millisecond_is_enough_to_tell_earlier_from_later()
    {
        var arranged = ASequence.Arranged(Shot.Of("a", 1.001, 5), Shot.Of("b", 1.000, 0), Shot.Of("c", 5, 10));

        Assert.Equal("b a c", arranged.Layout());
        Assert.Equal(Duration.FromMilliseconds(1), arranged.Runs[0].Photos[1].TakenAt - arranged.Runs[0].Photos[0].TakenAt);
    }

    [Fact]
    public void The_order_in_which_photos_were_found_changes_nothing()
    {
        var photos = Shot.Walk(20);

        var arranged = ASequence.Arranged([.. photos.Reverse()]);

        Assert.Equal(ASequence.Arranged(photos).Layout(), arranged.Layout());
    }

    [Fact]
    public void A_burst_of_two_photos_a_second_stays_whole()
    {
        var arranged = ASequence.Arranged([.. Enumerable.Range(0, 20).Select(i => Shot.Of($"{i:00}", i * 0.5, i * 1.0))]);

        Assert.Equal(20, Assert.Single(arranged.Runs).Photos.Count);
        Assert.Empty(arranged.LeftOut);
    }

    [Fact]
    public void A_sequence_without_photos_has_no_runs()
    {
        var arranged = ASequence.Arranged();

        Assert.Empty(arranged.Runs);
        Assert.Equal(0, arranged.FileCount);
        Assert.False(arranged.NeedsTimeZone);
    }
}
