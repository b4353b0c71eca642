using MapThePaths.Imagery;
using MapThePaths.Tests.Fixtures;

namespace MapThePaths.Tests.Imagery;

public sealed class ReadingPositions
{
    private const double Tolerance = 1e-8;

    [Theory]
    [InlineData(48.858222, 2.2945, false)]
    [InlineData(48.858222, 2.2945, true)]
    [InlineData(-33.856784, 151.215297, true)]
    [InlineData(-22.951916, -43.210487, false)]
    [InlineData(90, 180, true)]
    [InlineData(-90, -180, false)]
    public void A_position_is_read_in_every_hemisphere_and_byte_order(double latitude, double longitude, bool bigEndian)
    {
        var facts = Reading.FactsOf(new TiffBytes(bigEndian).At(latitude, longitude));

        Assert.Equal(latitude, facts.Position!.Value.Latitude, Tolerance);
        Assert.Equal(longitude, facts.Position.Value.Longitude, Tolerance);
        Assert.Equal(CaptureSource.GpsPosition, facts.PositionSource);
        Assert.Empty(facts.Warnings);
    }

    [Theory]
    [InlineData(0, 9.5)]
    [InlineData(51.5, 0)]
    [InlineData(0, 0)]
    public void Zero_is_a_number_like_any_other(double latitude, double longitude)
    {
        Assert.Equal(new Position(latitude, longitude), Reading.FactsOf(new TiffBytes().At(latitude, longitude)).Position);
    }

    [Fact]
    public void A_latitude_beyond_the_pole_is_no_position()
    {
        var facts = Reading.FactsOf(new TiffBytes().At(91, 10));

        Assert.Null(facts.Position);
        Assert.Null(facts.PositionSource);
        Assert.Contains(CaptureWarning.ExifDamaged, facts.Warnings);
    }

    [Fact]
    public void Degrees_alone_are_a_position()
    {
        var facts = Reading.FactsOf(new TiffBytes().GpsAscii(1, "N").GpsRational(2, 475, 10).GpsAscii(3, "E").GpsRational(4, 85, 10));

        Assert.Equal(new Position(47.5, 8.5), facts.Position);
    }

    [Fact]
    public void Seconds_of_nothing_by_nothing_count_as_none()
    {
        var facts = Reading.FactsOf(new TiffBytes()
            .GpsAscii(1, "N").GpsRational(2, 47, 1, 30, 1, 0, 0)
            .GpsAscii(3, "E").GpsRational(4, 8, 1, 30, 1, 0, 0));

        Assert.Equal(new Position(47.5, 8.5), facts.Position);
    }

    [Fact]
    public void Degrees_as_floating_point_numbers_are_understood()
    {
        var facts = Reading.FactsOf(new TiffBytes().GpsAscii(1, "S").GpsDouble(2, 47, 30, 0).GpsAscii(3, "W").GpsDouble(4, 8, 30, 0));

        Assert.Equal(new Position(-47.5, -8.5), facts.Position);
    }

    [Fact]
    public void A_missing_hemisphere_is_taken_as_north_and_east_with_a_warning()
    {
        var facts = Reading.FactsOf(new TiffBytes().GpsRational(2, 47, 1, 30, 1, 0, 1).GpsRational(4, 8, 1, 30, 1, 0, 1));

        Assert.Equal(new Position(47.5, 8.5), facts.Position);
        Assert.Equal([CaptureWarning.HemisphereUnknown], facts.Warnings);
    }

    [Fact]
    public void A_latitude_without_longitude_is_no_position()
    {
        Assert.Null(Reading.FactsOf(new TiffBytes().GpsAscii(1, "N").GpsRational(2, 47, 1, 30, 1, 0, 1)).Position);
    }

    [Fact]
    public void A_receiver_without_a_fix_is_reported()
    {
        var facts = Reading.FactsOf(new TiffBytes().At(47, 8).GpsAscii(9, "V"));

        Assert.Equal([CaptureWarning.GpsWithoutFix], facts.Warnings);
    }

    [Theory]
    [InlineData(0, 12.5)]
    [InlineData(1, -12.5)]
    [InlineData(2, 12.5)]
    [InlineData(3, -12.5)]
    public void The_reference_gives_the_altitude_its_sign(byte reference, double metres)
    {
        Assert.Equal(metres, Reading.FactsOf(new TiffBytes().GpsByte(5, reference).GpsRational(6, 125, 10)).Altitude);
    }

    [Theory]
    [InlineData("0231", 0, AltitudeReference.SeaLevel)]
    [InlineData("0232", 1, AltitudeReference.SeaLevel)]
    [InlineData("0300", 0, AltitudeReference.Ellipsoid)]
    [InlineData("0300", 1, AltitudeReference.Ellipsoid)]
    [InlineData("0300", 2, AltitudeReference.SeaLevel)]
    [InlineData("0300", 3, AltitudeReference.SeaLevel)]
    [InlineData("0231", 2, AltitudeReference.SeaLevel)]
    [InlineData("0231", (byte)'0', AltitudeReference.SeaLevel)]
    [InlineData("0300", 9, AltitudeReference.Unknown)]
    public void Sea_level_and_ellipsoid_are_told_apart_as_the_version_of_EXIF_defines_them(
        string version, byte reference, AltitudeReference expected)
    {
        var facts = Reading.FactsOf(new TiffBytes().ExifAscii(0x9000, version).GpsByte(5, reference).GpsRational(6, 125, 10));

        Assert.Equal(expected, facts.AltitudeReference);
        Assert.Equal(CaptureSource.GpsAltitude, facts.AltitudeSource);
    }

    [Fact]
    public void An_altitude_without_reference_is_positive_and_its_reference_unknown()
    {
        var facts = Reading.FactsOf(new TiffBytes().GpsRational(6, 125, 10));

        Assert.Equal((12.5, AltitudeReference.Unknown), (facts.Altitude, facts.AltitudeReference));
    }

    [Fact]
    public void A_negative_altitude_stays_negative()
    {
        Assert.Equal(-12.5, Reading.FactsOf(new TiffBytes().GpsByte(5, 1).GpsSignedRational(6, -125, 10)).Altitude);
    }

    [Fact]
    public void An_altitude_that_nobody_wrote_is_unknown_and_not_zero()
    {
        Assert.Null(Reading.FactsOf(new TiffBytes().At(47, 8)).Altitude);
        Assert.Null(Reading.FactsOf(new TiffBytes().At(47, 8)).AltitudeSource);
        Assert.Null(Reading.FactsOf(new TiffBytes().At(47, 8).GpsByte(5, 0).GpsRational(6, 0, 0)).Altitude);
    }

    [Theory]
    [InlineData("K", 36, 10)]
    [InlineData("M", 10, 4.4704)]
    [InlineData("N", 10, 5.144444444)]
    public void Speed_is_given_in_metres_a_second(string unit, uint number, double metresASecond)
    {
        Assert.Equal(metresASecond, Reading.FactsOf(new TiffBytes().GpsAscii(12, unit).GpsRational(13, number, 1)).Speed!.Value, 1e-6);
    }

    [Fact]
    public void The_position_error_is_given_in_metres()
    {
        Assert.Equal(4.25, Reading.FactsOf(new TiffBytes().GpsRational(31, 425, 100)).PositionError);
    }

    [Theory]
    [InlineData("47,30.5N", "8,15.25W", 47.508333333, -8.254166667)]
    [InlineData("47,30,30S", "8,15,15E", -47.508333333, 8.254166667)]
    [InlineData("47.5083333", "-8.2541667", 47.5083333, -8.2541667)]
    public void XMP_gives_the_position_when_EXIF_has_none(string latitude, string longitude, double degreesNorth, double degreesEast)
    {
        var facts = Reading.FactsOfXmp($"exif:GPSLatitude='{latitude}' exif:GPSLongitude='{longitude}' exif:GPSAltitude='1234/10' exif:GPSAltitudeRef='1'");

        Assert.Equal(degreesNorth, facts.Position!.Value.Latitude, 1e-7);
        Assert.Equal(degreesEast, facts.Position.Value.Longitude, 1e-7);
        Assert.Equal(CaptureSource.XmpPosition, facts.PositionSource);
        Assert.Equal((-123.4, AltitudeReference.SeaLevel), (facts.Altitude, facts.AltitudeReference));
        Assert.Equal(CaptureSource.XmpAltitude, facts.AltitudeSource);
    }

    [Fact]
    public void EXIF_wins_over_XMP()
    {
        var jpeg = new JpegBytes().Xmp(XmpPacket.Of("exif:GPSLatitude='1,0N' exif:GPSLongitude='1,0E'")).Exif(new TiffBytes().At(47, 8));

        Assert.Equal(new Position(47, 8), Reading.FactsOf(jpeg).Position);
    }
}
