using MapThePaths.Core.Destinations;
using MapThePaths.Core.Geo;
using MapThePaths.Core.Model;
using MapThePaths.Core.Preparing;
using MapThePaths.Core.Sequencing;
using MapThePaths.Core.Sequencing.Edits;
using MapThePaths.Destinations.Mapillary;
using MapThePaths.Tests.Fixtures;
using MapThePaths.Tests.Imagery;
using NodaTime;

namespace MapThePaths.Tests.Core.Sequencing.Edits;

/// <summary>
/// The vectors of mtpdu.md §34, by their numbers. 5 and more of 4 and 6 stand with the connections; 17, 18 and the first of 9, which need the whole program,
/// in <see cref="Flows.PredecessorsVectors"/>. 16 is about a nadir, which this program does not put into pictures.
/// </summary>
public sealed class PredecessorsVectors : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void V01_spacing_5_s_keeps_0_5_10_of_twelve_photos_1_s_apart()
    {
        var photos = Enumerable.Range(0, 12).Select(i => Shot.Of($"{i}", i, i * 10)).ToList();

        Assert.Equal("0 5 10", ASequence.Of().Editing(photos, new Space(SpacedBy.Seconds, 5)).Layout());
    }

    [Fact]
    public void V02_spacing_5_m_keeps_every_fifth_at_1_m_steps()
    {
        var photos = Enumerable.Range(0, 12).Select(i => Shot.Of($"{i:00}", i, i)).ToList();

        var arranged = ASequence.Of().Editing(photos, new Space(SpacedBy.Metres, 5));

        Assert.Equal("00 05 10", arranged.Layout());
        Assert.All(arranged.LeftOut, left => Assert.Equal(Reason.SpacedOut, left.Reason));
    }

    [Theory]
    [InlineData(110, 120, true)]
    [InlineData(80, 100, false)]
    public void V03_an_outlier_is_farther_than_90_m_from_both_neighbours(double before, double after, bool isOutlier)
    {
        Photo[] photos = [Shot.Of("a"), Shot.Of("b", 30, before), Shot.Of("c", 60, before + after)];

        var dropped = ASequence.Of(maxJump: 500).Editing(photos, new TreatOutliers(OutlierMode.Drop, 90, KilometresPerHour: null));

        Assert.Equal(isOutlier ? "a c" : "a b c", dropped.Layout());
    }

    [Fact]
    public void V03_smoothing_sets_the_mean_of_latitude_longitude_and_altitude()
    {
        Photo[] photos = [Shot.Of("a").High(100), Shot.Of("b", 30, 110).High(900).At(47.01, 8.01), Shot.Of("c", 60, 20).High(120)];

        var smoothed = ASequence.Of(maxJump: 5000).Editing(photos, new TreatOutliers(OutlierMode.Smooth, 90, KilometresPerHour: null)).Runs[0].Photos[1];

        Assert.Equal((Shot.North(10).Latitude, 8), (smoothed.Position.Latitude, smoothed.Position.Longitude), new Near(1e-7));
        Assert.Equal(110, smoothed.Altitude!.Value, 6);
    }

    [Theory]
    [InlineData(51.2484762, -0.7824453, 51.2484792, -0.7824691, 281.3858)]
    public void V04_bearings(double fromLatitude, double fromLongitude, double toLatitude, double toLongitude, double degrees)
    {
        Assert.Equal(degrees, Geodesy.Bearing(new GeoPoint(fromLatitude, fromLongitude), new GeoPoint(toLatitude, toLongitude)), tolerance: 0.00005);
    }

    [Fact]
    public void V06_25_metres_in_15_seconds_are_no_5959_km_an_hour()
    {
        Photo[] photos = [Shot.Of("a"), Shot.Of("b", 15, 24.831810)];

        Assert.Equal("a b", ASequence.Of().With(rules => rules with { MaxSpeed = 5.9597 }).Arranging(photos).Layout());
        Assert.Equal("", ASequence.Of().With(rules => rules with { MaxSpeed = 5.9596 }).Arranging(photos).Layout());
    }

    [Fact]
    public void V07_the_capture_time_keeps_its_milliseconds()
    {
        var photo = Shot.Of("a").TakenAt(Instant.FromUtc(2019, 12, 29, 10, 25, 39) + Duration.FromMilliseconds(898));

        Assert.Contains("\"MAPCaptureTime\":\"2019_12_29_10_25_39_898\"", ImageDescription.Of(ASequence.Of(), ASequence.Arranged(photo).Only()), StringComparison.Ordinal);
    }

    [Fact]
    public void V08_an_offset_of_minus_9420_s_aligns_13_42_06_with_11_05_06()
    {
        var photo = Shot.Of("a").TakenAt(Instant.FromUtc(2020, 6, 1, 13, 42, 6));
        var track = Track.Merge([[new TrackFix(Instant.FromUtc(2020, 6, 1, 11, 5, 6), new GeoPoint(46, 7), Altitude: null)]]);

        var placed = ASequence.Of().Editing([photo], new ShiftTime(-9420), track.Geotagging(sameSecond: true)).Only();

        Assert.Equal(new GeoPoint(46, 7), placed.Position);
    }

    [Theory]
    [InlineData(2, "2")]
    [InlineData(499, "499")]
    [InlineData(500, "500")]
    [InlineData(501, "251 250")]
    [InlineData(1000, "500 500")]
    [InlineData(1500, "500 500 500")]
    [InlineData(1900, "475 475 475 475")]
    public void V09_long_sequences_are_split_evenly(int photos, string parts)
    {
        var rules = new DestinationRules(500, long.MaxValue, new HashSet<string>(StringComparer.Ordinal) { "flat" }, AcceptsAir: true);

        var plan = Planning.Plan(ASequence.Arranged(Shot.Walk(photos)), "somewhere", rules);

        Assert.Equal(parts, string.Join(' ', plan.Parts.Select(part => part.Photos.Count)));
    }

    [Theory]
    [InlineData(355, 10, 5)]
    [InlineData(5, -10, 355)]
    [InlineData(90, -90, 0)]
    [InlineData(350, 10, 0)]
    [InlineData(0, 0, 0)]
    public void V10_turned_headings_stay_below_360_and_0_is_never_360(double heading, double offset, double expected)
    {
        Assert.Equal(expected, ASequence.Of().Editing([Shot.Of("a").Facing(heading)], new TurnHeadings(offset)).Only().Heading);
    }

    [Fact]
    public void V11_latitude_0_or_longitude_0_is_a_position()
    {
        Assert.Equal("a | b", ASequence.Arranged(Shot.Of("a").At(0, 8), Shot.Of("b", 1).At(51, 0)).Layout());
    }

    [Fact]
    public void V12_an_altitude_of_minus_12_m_is_written_below_sea_level()
    {
        var gps = GpsTags.Of(ASequence.Of().Editing([Shot.Of("a")], Track.Merge([[ATrack.Fix(0, 5, -12)]]).Geotagging()).Only());

        var photo = Reading.Of(Rewriting.Rewritten(APhoto.At(47, 8).TakenUtc("2026-05-01 12:00:00").Bytes(), HeaderEdits.Of("{}", gps)));

        Assert.Equal(-12, photo.Facts!.Altitude);
    }

    [Fact]
    public void V13_a_position_without_GPS_time_keeps_its_DateTimeOriginal()
    {
        var photo = Shot.Of("a").OnlyByClock(new LocalDateTime(2020, 6, 1, 12, 0, 0));

        Assert.Equal(Instant.FromUtc(2020, 6, 1, 10, 0), ASequence.Of().Editing([photo], new SetTimeZone("Europe/Rome")).Only().TakenAt);
    }

    [Fact]
    public void V14_a_blank_copyright_leaves_the_tags_alone()
    {
        Assert.Equal((null, null), (HeaderEdits.Of("{}", gps: null).Copyright, HeaderEdits.Of("{}", gps: null).Artist));
    }

    [Theory]
    [InlineData("Parachute", "Air-Parachute", "Powered-Parachute")]
    [InlineData("Paraglide", "air-paraglide", "AIR-PARAGLIDE")]
    [InlineData("Hang Glide", "Air-Hanglide", "air-hang_glide")]
    [InlineData("Wingsuit", "Air-Wingsuit", "air-WINGSUIT")]
    [InlineData("BASE Jump", "air-base jump", "Air-BASEJump")]
    [InlineData("Glider", "Air-Glider", "earth-glider")]
    [InlineData("Plane", "Powered-Plane", "Water-Plane")]
    [InlineData("Helicopter", "Powered-Helicopter", "water-helicopter")]
    [InlineData("Drone", "Powered-Drone", "WATER-DRONE")]
    public void V15_nine_types_are_refused_by_Mapillary_in_old_spellings_and_any_case(string child, params string[] spellings)
    {
        Assert.All((string[])[$"Air-{child}", .. spellings], spelling => Assert.Equal((child, Reason.TransportNotAccepted), (TransportType.Parse(spelling)!.Child, Refusal(spelling))));
        Assert.Equal(9, TransportType.All.Count(type => type.IsAir));
    }

    [Theory]
    [InlineData("Water-Boat")]
    [InlineData("Water-Kayak")]
    [InlineData("Snow-Snowmobile")]
    [InlineData("Other-Unlisted")]
    public void V15_what_does_not_fly_is_allowed(string spelling)
    {
        Assert.Null(Refusal(spelling));
    }

    [Fact]
    public void V19_a_burst_of_2_photos_a_second_keeps_all_of_them()
    {
        var burst = Enumerable.Range(0, 6).Select(i => Shot.Of($"{i}", Math.Floor(i / 2.0), i * 3)).ToList();

        var arranged = ASequence.Arranged(burst);

        Assert.Equal("0 1 2 3 4 5", arranged.Layout());
        Assert.Equal([0, 500, 1000, 1500, 2000, 2500], arranged.Runs[0].Photos.Select(photo => (photo.TakenAt - Shot.Noon).TotalMilliseconds));
    }

    [Fact]
    public void V20_two_segments_points_without_elevation_fractional_and_offset_times()
    {
        var file = _folder["odd.gpx"];
        File.WriteAllText(file, """
            <gpx xmlns="http://www.topografix.com/GPX/1/1" version="1.1" creator="test"><trk><trkseg>
            <trkpt lat="47" lon="8"><time>2026-05-01T12:00:00.5Z</time></trkpt>
            <trkpt lat="47.001" lon="8"><ele>400</ele><time>2026-05-01T14:00:10.500+02:00</time></trkpt>
            </trkseg><trkseg>
            <trkpt lat="47.002" lon="8"><ele>410</ele><time>2026-05-01T12:00:20.5Z</time></trkpt>
            </trkseg></trk></gpx>
            """);

        var track = Track.Read([file]);

        Assert.Equal((47.0005, (double?)null), Seen(track.At(Shot.Noon + Duration.FromMilliseconds(5500), 60)));
        Assert.Equal((47.0015, 405), Seen(track.At(Shot.Noon + Duration.FromMilliseconds(15500), 60)));
    }

    public void Dispose() => _folder.Dispose();

    private static Reason? Refusal(string transport) => Planning.Plan(ASequence.Of(transport).Arranging(Shot.Walk(2)), "mapillary", MapillaryDestination.Rules).Refusal;

    private static (double, double?) Seen(TrackFix? fix) => (Math.Round(fix!.Value.Position.Latitude, 9), fix.Value.Altitude);

    private sealed class Near(double tolerance) : IEqualityComparer<(double, double)>
    {
        public bool Equals((double, double) x, (double, double) y) => Math.Abs(x.Item1 - y.Item1) <= tolerance && Math.Abs(x.Item2 - y.Item2) <= tolerance;

        public int GetHashCode((double, double) obj) => 0;
    }
}
