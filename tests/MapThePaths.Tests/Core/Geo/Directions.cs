using MapThePaths.Core.Geo;

namespace MapThePaths.Tests.Core.Geo;

public sealed class Directions
{
    [Theory]
    [InlineData(0, 0, 1, 0, 0)]
    [InlineData(0, 0, 0, 1, 90)]
    [InlineData(1, 0, 0, 0, 180)]
    [InlineData(0, 1, 0, 0, 270)]
    [InlineData(51.2484762, -0.7824453, 51.2484792, -0.7824691, 281.3858)]
    public void A_bearing_counts_clockwise_from_north(double fromLatitude, double fromLongitude, double toLatitude, double toLongitude, double degrees)
    {
        var bearing = Geodesy.Bearing(new GeoPoint(fromLatitude, fromLongitude), new GeoPoint(toLatitude, toLongitude));

        Assert.Equal(degrees, bearing, tolerance: 0.00005);
    }

    [Fact]
    public void Across_the_180th_meridian_east_is_still_east()
    {
        Assert.Equal(90, Geodesy.Bearing(new GeoPoint(0, 179.9999), new GeoPoint(0, -179.9999)), tolerance: 1e-6);
        Assert.Equal(270, Geodesy.Bearing(new GeoPoint(0, -179.9999), new GeoPoint(0, 179.9999)), tolerance: 1e-6);
    }

    [Fact]
    public void Towards_the_north_pole_is_north_and_away_from_the_south_pole_too()
    {
        var towards = Geodesy.Bearing(new GeoPoint(89, 77), new GeoPoint(90, 0));
        var away = Geodesy.Bearing(new GeoPoint(-90, 20), new GeoPoint(-89, 20));

        Assert.Equal(0, Geodesy.AngleBetween(0, towards), tolerance: 1e-6);
        Assert.Equal(0, Geodesy.AngleBetween(0, away), tolerance: 1e-6);
    }

    [Fact]
    public void Between_equal_places_the_bearing_is_0()
    {
        Assert.Equal(0, Geodesy.Bearing(new GeoPoint(47, 8), new GeoPoint(47, 8)));
    }

    [Theory]
    [InlineData(355 + 10, 5)]
    [InlineData(5 - 10, 355)]
    [InlineData(0, 0)]
    [InlineData(360, 0)]
    [InlineData(-360, 0)]
    [InlineData(720 + 1, 1)]
    [InlineData(-1e-20, 0)]
    [InlineData(359.999, 359.999)]
    public void A_turned_heading_stays_below_360(double degrees, double expected)
    {
        Assert.Equal(expected, Geodesy.Normalize(degrees));
    }

    [Theory]
    [InlineData(0, 0, 0)]
    [InlineData(359, 1, 2)]
    [InlineData(1, 359, 2)]
    [InlineData(0, 180, 180)]
    [InlineData(90, 300, 150)]
    public void The_angle_between_two_headings_is_the_smaller_one(double first, double second, double expected)
    {
        Assert.Equal(expected, Geodesy.AngleBetween(first, second), tolerance: 1e-9);
    }
}
