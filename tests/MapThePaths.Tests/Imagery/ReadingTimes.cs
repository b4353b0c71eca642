using System.Globalization;
using MapThePaths.Imagery;
using MapThePaths.Tests.Fixtures;

namespace MapThePaths.Tests.Imagery;

public sealed class ReadingTimes
{
    [Fact]
    public void GPS_time_comes_first_and_keeps_its_fraction()
    {
        var facts = Reading.FactsOf(AtGps(2023, 5, 10, 724).ExifAscii(0x9003, "2023:05:10 12:00:07"));

        Assert.Equal(new CaptureTime(Utc("2023-05-10 10:00:07.240"), true, CaptureSource.GpsTime), facts.Time);
        Assert.Equal(DateTimeKind.Utc, facts.Time!.Value.Kind);
        Assert.Equal(facts.Time.Value, facts.GpsTime);
        Assert.Equal(Clock("2023-05-10 12:00:07"), facts.CameraTime);
        Assert.Empty(facts.Warnings);
    }

    [Theory]
    [InlineData("5", 500)]
    [InlineData("25", 250)]
    [InlineData("250", 250)]
    [InlineData("683670", 683)]
    [InlineData("07  ", 70)]
    [InlineData("", 0)]
    public void Sub_seconds_are_digits_behind_the_point(string digits, int milliseconds)
    {
        var facts = Reading.FactsOf(new TiffBytes().ExifAscii(0x9003, "2023:05:10 12:00:07").ExifAscii(0x9291, digits));

        Assert.Equal(Clock("2023-05-10 12:00:07").AddMilliseconds(milliseconds), facts.Time!.Value);
    }

    [Theory]
    [InlineData("+02:00", "2023-05-10 10:00:07")]
    [InlineData("-07:30", "2023-05-10 19:30:07")]
    [InlineData("Z", "2023-05-10 12:00:07")]
    [InlineData("+0545", "2023-05-10 06:15:07")]
    public void An_offset_makes_UTC_of_the_camera_time(string offset, string utc)
    {
        var facts = Reading.FactsOf(new TiffBytes().ExifAscii(0x9003, "2023:05:10 12:00:07").ExifAscii(0x9011, offset));

        Assert.Equal(new CaptureTime(Utc(utc), true, CaptureSource.DateTimeOriginal), facts.Time);
        Assert.Equal(facts.CameraTime - facts.Time!.Value, facts.CameraOffset);
        Assert.Empty(facts.Warnings);
    }

    [Theory]
    [InlineData("   :  ", false)]
    [InlineData("+15:00", true)]
    [InlineData("later", true)]
    public void An_offset_that_is_none_leaves_a_wall_clock(string offset, bool damaged)
    {
        var facts = Reading.FactsOf(new TiffBytes().ExifAscii(0x9003, "2023:05:10 12:00:07").ExifAscii(0x9011, offset));

        Assert.False(facts.Time!.IsUtc);
        Assert.Equal(DateTimeKind.Unspecified, facts.Time.Value.Kind);
        Assert.Contains(CaptureWarning.TimeZoneUnknown, facts.Warnings);
        Assert.Equal(damaged, facts.Warnings.Contains(CaptureWarning.ExifDamaged));
    }

    [Fact]
    public void Digitized_and_changed_times_stand_in_for_the_original_one()
    {
        var changed = new TiffBytes().Ascii(0x0132, "2023:05:12 12:00:00");
        Assert.Equal(CaptureSource.DateTime, Reading.FactsOf(changed).Time!.Source);

        var digitized = changed.ExifAscii(0x9004, "2023:05:11 12:00:00").ExifAscii(0x9012, "+01:00").ExifAscii(0x9292, "125");
        Assert.Equal(new CaptureTime(Utc("2023-05-11 11:00:00.125"), true, CaptureSource.DateTimeDigitized), Reading.FactsOf(digitized).Time);
    }

    [Theory]
    [InlineData("0000:00:00 00:00:00")]
    [InlineData("    :  :     :  :  ")]
    [InlineData("")]
    public void A_blank_time_is_no_time_and_no_damage(string blank)
    {
        var facts = Reading.FactsOf(new TiffBytes().ExifAscii(0x9003, blank));

        Assert.Null(facts.Time);
        Assert.Empty(facts.Warnings);
    }

    [Theory]
    [InlineData("2023:13:10 12:00:07")]
    [InlineData("2023:02:30 12:00:07")]
    [InlineData("2023:05:10 12:61:07")]
    [InlineData("0001:01:01 00:00:00")]
    [InlineData("yesterday afternoon")]
    [InlineData("2023:05:10")]
    public void An_impossible_time_is_damage(string text)
    {
        var facts = Reading.FactsOf(new TiffBytes().ExifAscii(0x9003, text));

        Assert.Null(facts.Time);
        Assert.Equal([CaptureWarning.ExifDamaged], facts.Warnings);
    }

    [Theory]
    [InlineData("2023-05-10 12:00:07")]
    [InlineData("2023/05/10 12:00:07")]
    [InlineData("2023-05-10T12:00:07")]
    [InlineData("2023:05:10 12:00:07\n")]
    public void Other_separators_are_understood(string text)
    {
        Assert.Equal(Clock("2023-05-10 12:00:07"), Reading.FactsOf(new TiffBytes().ExifAscii(0x9003, text)).Time!.Value);
    }

    [Fact]
    public void Androids_hour_24_is_the_first_hour_of_that_day()
    {
        Assert.Equal(Clock("2013-05-02 00:05:00"), Reading.FactsOf(new TiffBytes().ExifAscii(0x9003, "2013:05:02 24:05:00")).Time!.Value);
    }

    [Fact]
    public void A_GPS_date_a_day_ahead_of_the_camera_is_reported()
    {
        var facts = Reading.FactsOf(AtGps(2008, 10, 23, 700).ExifAscii(0x9003, "2008:10:22 12:01:39"));

        Assert.Equal(CaptureSource.GpsTime, facts.Time!.Source);
        Assert.Equal([CaptureWarning.GpsDateOff], facts.Warnings);
    }

    [Theory]
    [InlineData("2023:05:11 00:00:07", "+14:00", false)]
    [InlineData("2023:05:10 00:00:07", null, false)]
    [InlineData("2023:05:11 10:00:07", "+02:00", true)]
    public void Clocks_within_the_worlds_time_zones_agree(string cameraTime, string? offset, bool reported)
    {
        var exif = AtGps(2023, 5, 10, 700).ExifAscii(0x9003, cameraTime);
        exif = offset is null ? exif : exif.ExifAscii(0x9011, offset);

        Assert.Equal(reported, Reading.FactsOf(exif).Warnings.Contains(CaptureWarning.GpsDateOff));
    }

    [Fact]
    public void A_GPS_date_of_1970_is_no_date()
    {
        var facts = Reading.FactsOf(AtGps(1970, 1, 1, 700).ExifAscii(0x9003, "2023:05:10 12:00:07"));

        Assert.Equal(CaptureSource.DateTimeOriginal, facts.Time!.Source);
        Assert.Null(facts.GpsTime);
    }

    [Fact]
    public void A_GPS_time_without_a_date_is_no_time()
    {
        Assert.Null(Reading.FactsOf(new TiffBytes().GpsRational(7, 10, 1, 0, 1, 7, 1)).Time);
    }

    [Fact]
    public void A_GPS_time_of_more_than_a_day_is_damage()
    {
        var facts = Reading.FactsOf(new TiffBytes().GpsAscii(29, "2023:05:10").GpsRational(7, 99, 1, 0, 1, 7, 1));

        Assert.Null(facts.Time);
        Assert.Equal([CaptureWarning.ExifDamaged], facts.Warnings);
    }

    [Theory]
    [InlineData("1999:12:31 23:59:59", CaptureWarning.TimeBefore2000)]
    [InlineData("2026:01:01 14:00:01", CaptureWarning.TimeInFuture)]
    public void A_clock_never_set_and_one_that_is_ahead_are_reported(string time, string warning)
    {
        Assert.Contains(warning, Reading.FactsOf(new TiffBytes().ExifAscii(0x9003, time)).Warnings);
    }

    [Fact]
    public void A_wall_clock_of_today_anywhere_on_earth_is_not_in_the_future()
    {
        var facts = Reading.FactsOf(new TiffBytes().ExifAscii(0x9003, "2026:01:01 13:59:59"));

        Assert.Equal([CaptureWarning.TimeZoneUnknown], facts.Warnings);
    }

    [Theory]
    [InlineData("exif:DateTimeOriginal='2012-06-09T21:23:38.250+01:00'", "2012-06-09 20:23:38.250", CaptureSource.XmpDateTimeOriginal)]
    [InlineData("photoshop:DateCreated='2012-06-09T21:23Z'", "2012-06-09 21:23:00", CaptureSource.XmpDateCreated)]
    [InlineData("xmp:CreateDate='2012-06-09T21:23:38-00:30'", "2012-06-09 21:53:38", CaptureSource.XmpCreateDate)]
    [InlineData("exif:GPSTimeStamp='2012-06-09T20:23:38Z' xmp:CreateDate='2012-06-09T21:23:38'", "2012-06-09 20:23:38", CaptureSource.XmpGpsTime)]
    public void XMP_gives_the_time_when_EXIF_has_none(string property, string utc, string source)
    {
        Assert.Equal(new CaptureTime(Utc(utc), true, source), Reading.FactsOfXmp(property).Time);
    }

    [Fact]
    public void A_date_without_a_time_is_no_capture_time()
    {
        Assert.Null(Reading.FactsOfXmp("photoshop:DateCreated='2012-06-09'").Time);
    }

    [Fact]
    public void A_date_inside_an_edit_history_is_not_the_photos()
    {
        var history = "<xmpMM:History><rdf:Seq><rdf:li><rdf:Description xmp:CreateDate='2001-01-01T00:00:00Z'/></rdf:li></rdf:Seq></xmpMM:History>";

        Assert.Null(Reading.FactsOfXmp("", history).Time);
    }

    private static TiffBytes AtGps(int year, int month, int day, uint hundredths) => new TiffBytes()
        .GpsAscii(29, string.Create(CultureInfo.InvariantCulture, $"{year:0000}:{month:00}:{day:00}"))
        .GpsRational(7, 10, 1, 0, 1, hundredths, 100);

    private static DateTime Clock(string time) => DateTime.Parse(time, CultureInfo.InvariantCulture);

    private static DateTime Utc(string time) => DateTime.SpecifyKind(Clock(time), DateTimeKind.Utc);
}
