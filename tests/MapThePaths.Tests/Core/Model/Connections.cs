using MapThePaths.Core.Model;
using MapThePaths.Tests.Fixtures;

namespace MapThePaths.Tests.Core.Model;

/// <summary>The formulas of mtpdu.md §13 and its vectors (§34).</summary>
public sealed class Connections
{
    [Fact]
    public void V04_distance_and_bearing_of_the_predecessors_sample()
    {
        var (photo, next) = Two(Shot.Of("a").At(51.2484762, -0.7824453), Shot.Of("b", 15).At(51.2484792, -0.7824691));

        var there = Connection.ToNext(photo, next);
        var back = Connection.ToPrevious(next, photo);

        Assert.Equal(1.68978, there.Distance, tolerance: 0.000005);
        Assert.Equal(-1.68978, back.Distance, tolerance: 0.000005);
        Assert.Equal(281.3858, there.Heading!.Value, tolerance: 0.00005);
        Assert.Equal(101.3858, back.Heading!.Value, tolerance: 0.0001);
    }

    [Theory]
    [InlineData(10, 100, 5.710593)]
    [InlineData(-10, 100, -5.710593)]
    [InlineData(10, 0, 0)]
    public void V05_pitch_is_an_angle_and_no_ratio(double up, double metres, double degrees)
    {
        var (photo, next) = Two(Shot.Of("a").High(500), Shot.Of("b", 60, metres).High(500 + up));

        Assert.Equal(degrees, Connection.ToNext(photo, next).Pitch!.Value, tolerance: 0.000001);
        Assert.Equal(-degrees, Connection.ToPrevious(next, photo).Pitch!.Value, tolerance: 0.000001);
    }

    [Fact]
    public void V06_speed_and_time()
    {
        var (photo, next) = Two(Shot.Of("a"), Shot.Of("b", 15, 24.831810));

        var (there, back) = (Connection.ToNext(photo, next), Connection.ToPrevious(next, photo));

        Assert.Equal((15, -15), (there.Seconds, back.Seconds));
        Assert.Equal(5.959634, there.Speed, tolerance: 0.000001);
        Assert.Equal(there.Speed, back.Speed);
    }

    [Fact]
    public void V06_the_average_speed_is_not_a_thousand_times_too_large()
    {
        var totals = ASequence.Arranged(Shot.Of("a"), Shot.Of("b", 15, 24.831810)).Totals;

        Assert.Equal((24.831810, 5.959634), (totals.Metres, totals.KilometresPerHour), new Near(1e-6));
        Assert.Equal(15, totals.Duration.TotalSeconds);
    }

    [Fact]
    public void The_adjusted_heading_turns_from_the_photo_to_its_neighbour()
    {
        var (photo, next) = Two(Shot.Of("a").Facing(350), Shot.Of("b", 10, 50).Facing(90));

        Assert.Equal(10, Connection.ToNext(photo, next).AdjustedHeading!.Value, tolerance: 1e-9);
        Assert.Equal(90, Connection.ToPrevious(next, photo).AdjustedHeading!.Value, tolerance: 1e-9);
    }

    [Fact]
    public void What_is_unknown_is_null_and_never_0()
    {
        var (photo, next) = Two(Shot.Of("a").High(500), Shot.Of("b", 10).Facing(10));

        var connection = Connection.ToNext(photo, next);

        Assert.Equal((null, null, null, null), (connection.Elevation, connection.Pitch, connection.Heading, connection.AdjustedHeading));
        Assert.Equal((0, 0), (connection.Distance, connection.Speed));
    }

    [Fact]
    public void A_way_across_the_180th_meridian_is_short()
    {
        var (photo, next) = Two(Shot.Of("a").At(0, 179.9999), Shot.Of("b", 10).At(0, -179.9999));

        Assert.Equal(22.239, Connection.ToNext(photo, next).Distance, tolerance: 0.001);
        Assert.Equal(90, Connection.ToNext(photo, next).Heading!.Value, tolerance: 1e-6);
    }

    [Fact]
    public void Neither_the_hop_nor_the_pause_between_two_drives_counts_for_distance_and_speed()
    {
        var totals = ASequence.Arranged(Shot.Of("a"), Shot.Of("b", 10, 50), Shot.Of("c", 3610, 5000), Shot.Of("d", 3620, 5050)).Totals;

        Assert.Equal((100, 18), (totals.Metres, totals.KilometresPerHour), new Near(1e-3));
        Assert.Equal((20, 3620), (totals.UnderWay.TotalSeconds, totals.Duration.TotalSeconds));
    }

    [Fact]
    public void No_photos_have_no_totals()
    {
        var totals = Totals.Of();

        Assert.Equal((0, 0, 0, null), (totals.Metres, totals.KilometresPerHour, totals.Duration.TotalSeconds, totals.Earliest));
    }

    private static (ArrangedPhoto, ArrangedPhoto) Two(Photo first, Photo second)
    {
        return (Arranged(first), Arranged(second));

        static ArrangedPhoto Arranged(Photo photo) =>
            new(photo, photo.Capture.TakenAt!.Value, photo.Capture.Position!.Value, photo.Capture.Altitude, photo.Capture.Heading, []);
    }

    private sealed class Near(double tolerance) : IEqualityComparer<(double, double)>
    {
        public bool Equals((double, double) x, (double, double) y) => Math.Abs(x.Item1 - y.Item1) <= tolerance && Math.Abs(x.Item2 - y.Item2) <= tolerance;

        public int GetHashCode((double, double) obj) => 0;
    }
}
