using MapThePaths.Core.Geo;

namespace MapThePaths.Tests.Core.Geo;

public sealed class Distances
{
    [Theory]
    [InlineData(0, 0, 0, 1, 111_194.9266)]
    [InlineData(51.2484762, -0.7824453, 51.2484792, -0.7824691, 1.68978)]
    [InlineData(28.689014, -13.931480, 28.689009, -13.931502, 2.21683)]
    public void The_distance_is_the_haversine_of_the_mean_radius(double fromLatitude, double fromLongitude, double toLatitude, double toLongitude, double metres)
    {
        var distance = Geodesy.Distance(new GeoPoint(fromLatitude, fromLongitude), new GeoPoint(toLatitude, toLongitude));

        Assert.Equal(metres, distance, tolerance: 0.00005);
    }

    [Fact]
    public void The_way_back_is_as_long()
    {
        var (zurich, sydney) = (new GeoPoint(47.37, 8.54), new GeoPoint(-33.87, 151.21));

        Assert.Equal(Geodesy.Distance(zurich, sydney), Geodesy.Distance(sydney, zurich), tolerance: 1e-6);
    }

    [Fact]
    public void Across_the_180th_meridian_the_short_way_counts()
    {
        var distance = Geodesy.Distance(new GeoPoint(0, 179.9999), new GeoPoint(0, -179.9999));

        Assert.Equal(22.239, distance, tolerance: 0.001);
    }

    [Fact]
    public void West_and_east_180_are_the_same_meridian()
    {
        Assert.Equal(0, Geodesy.Distance(new GeoPoint(12, 180), new GeoPoint(12, -180)), tolerance: 1e-6);
    }

    [Fact]
    public void A_pole_is_one_place_whatever_its_longitude()
    {
        Assert.Equal(0, Geodesy.Distance(new GeoPoint(90, 0), new GeoPoint(90, 123)), tolerance: 1e-6);
        Assert.Equal(0, Geodesy.Distance(new GeoPoint(-90, -45), new GeoPoint(-90, 180)), tolerance: 1e-6);
    }

    [Fact]
    public void From_pole_to_pole_it_is_half_the_circumference()
    {
        var distance = Geodesy.Distance(new GeoPoint(90, 0), new GeoPoint(-90, 0));

        Assert.Equal(Math.PI * Geodesy.EarthRadius, distance, tolerance: 1);
    }

    [Fact]
    public void Latitude_0_or_longitude_0_alone_is_a_position()
    {
        Assert.False(new GeoPoint(0, 8.5).IsNullIsland);
        Assert.False(new GeoPoint(51.5, 0).IsNullIsland);
        Assert.True(new GeoPoint(0, 0).IsNullIsland);
        Assert.True(new GeoPoint(-0.0, 0).IsNullIsland);
    }

    [Fact]
    public void A_box_holds_all_its_points()
    {
        var box = GeoBox.Around([new GeoPoint(47, 8.5), new GeoPoint(-3, 9), new GeoPoint(46, -8)]);

        Assert.Equal(new GeoBox(West: -8, South: -3, East: 9, North: 47), box);
    }
}
