using MapThePaths.Core.Geo;
using MapThePaths.Core.Model;
using MapThePaths.Core.Sequencing;
using MapThePaths.Core.Sequencing.Edits;
using MapThePaths.Tests.Fixtures;
using NodaTime;

namespace MapThePaths.Tests.Core.Sequencing.Edits;

public sealed class Geotagging : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void A_photo_between_two_points_lies_between_them()
    {
        var placed = Placed(Shot.Of("a", 3).WithoutPosition(), Track.Merge([[ATrack.Fix(0, 0, 100), ATrack.Fix(10, 50, 110)]]).Geotagging());

        Assert.Equal(Shot.North(15).Latitude, placed.Position.Latitude, tolerance: 1e-9);
        Assert.Equal(103, placed.Altitude!.Value, tolerance: 1e-9);
    }

    [Theory]
    [InlineData(60, "a")]
    [InlineData(59.9, "")]
    public void Between_points_too_far_apart_nothing_is_known(double maxGap, string layout)
    {
        var arranged = ASequence.Of().Editing([Shot.Of("a", 30)], ATrack.Of((0, 0), (60, 50)).Geotagging(maxGap));

        Assert.Equal(layout, arranged.Layout());
        Assert.Equal(layout.Length == 0 ? ["a: no-track-point"] : [], arranged.Omissions());
    }

    [Fact]
    public void Before_and_after_the_track_nothing_is_known()
    {
        var arranged = ASequence.Of().Editing([Shot.Of("early", -1), Shot.Of("first"), Shot.Of("last", 10), Shot.Of("late", 10.5)], ATrack.Of((0, 0), (10, 50)).Geotagging());

        Assert.Equal("first last", arranged.Layout());
        Assert.Equal(["early: no-track-point", "late: no-track-point"], arranged.Omissions());
    }

    [Fact]
    public void The_track_wins_over_the_cameras_position()
    {
        Assert.Equal(Shot.North(50), Placed(Shot.Of("a", 10).At(1, 1), ATrack.Of((10, 50)).Geotagging()).Position);
    }

    [Fact]
    public void Where_only_missing_positions_are_wanted_the_cameras_stay()
    {
        Photo[] photos = [Shot.Of("own", 0), Shot.Of("lost", 5).WithoutPosition(), Shot.Of("nofix", 8).At(0, 0), Shot.Of("late", 30).WithoutPosition()];

        var arranged = ASequence.Of().Editing(photos, ATrack.Of((0, 20), (10, 50)).Geotagging(onlyMissing: true));

        Assert.Equal("own lost nofix", arranged.Layout());
        Assert.Equal(Shot.North(0), arranged.Runs[0].Photos[0].Position);
        Assert.Equal(["late: no-track-point"], arranged.Omissions());
    }

    [Theory]
    [InlineData(5.9, 25)]
    [InlineData(5.0, 25)]
    public void In_strict_mode_the_first_point_of_the_second_counts(double seconds, double metres)
    {
        Assert.Equal(Shot.North(metres), Placed(Shot.Of("a", seconds), ATrack.Of((5.2, 25), (5.6, 27), (7, 35)).Geotagging(sameSecond: true)).Position);
    }

    [Fact]
    public void In_strict_mode_a_second_without_a_point_is_no_match()
    {
        Assert.Equal(["a: no-track-point"], ASequence.Of().Editing([Shot.Of("a", 6)], ATrack.Of((5, 25), (7, 35)).Geotagging(sameSecond: true)).Omissions());
    }

    [Fact]
    public void An_altitude_of_0_is_an_altitude_and_an_unknown_one_leaves_the_cameras()
    {
        Assert.Equal(0, Placed(Shot.Of("a").High(77), Track.Merge([[ATrack.Fix(0, 5, 0)]]).Geotagging()).Altitude);
        Assert.Equal(77, Placed(Shot.Of("a").High(77), Track.Merge([[ATrack.Fix(0, 5)]]).Geotagging()).Altitude);
    }

    [Fact]
    public void Across_the_180th_meridian_the_way_is_the_short_one()
    {
        var track = Track.Merge([[new TrackFix(Shot.Noon, new GeoPoint(-17, 179.9996), null), new TrackFix(Shot.Noon + Duration.FromSeconds(10), new GeoPoint(-17, -179.9996), null)]]);

        var placed = Placed(Shot.Of("a", 7.5).WithoutPosition(), track.Geotagging());

        Assert.Equal(-179.9998, placed.Position.Longitude, tolerance: 1e-9);
    }

    [Fact]
    public void Over_a_pole_the_way_is_the_short_one()
    {
        var track = Track.Merge([[new TrackFix(Shot.Noon, new GeoPoint(89.9996, 10), null), new TrackFix(Shot.Noon + Duration.FromSeconds(10), new GeoPoint(89.9996, -170), null)]]);

        var placed = Placed(Shot.Of("a", 2.5).WithoutPosition(), track.Geotagging());

        Assert.Equal((89.9998, 10), (Math.Round(placed.Position.Latitude, 9), Math.Round(placed.Position.Longitude, 6)));
    }

    [Fact]
    public void Several_files_make_one_track_and_where_they_cover_the_same_time_the_first_counts()
    {
        var track = Track.Read([ATrack.Of((0, 0), (10, 50)).SaveTo(_folder["one.gpx"]), ATrack.Of((5, 999), (10, 999), (20, 100)).SaveTo(_folder["two.gpx"])]);

        Assert.Equal([0, 10, 20], track.Fixes.Select(fix => (fix.At - Shot.Noon).TotalSeconds));
        Assert.Equal(Shot.North(25).Latitude, track.At(Shot.Noon + Duration.FromSeconds(5), 60)!.Value.Position.Latitude, tolerance: 1e-9);
    }

    [Fact]
    public void Points_in_the_wrong_order_are_put_in_order_of_time()
    {
        Assert.Equal([0, 5, 10], ATrack.Of((10, 50), (0, 0), (5, 25)).Fixes.Select(fix => (fix.At - Shot.Noon).TotalSeconds));
    }

    [Theory]
    [InlineData("", "is empty. Save the track as GPX once more")]
    [InlineData("<gpx/>", "has no track points. Give")]
    [InlineData("<gpx><trk><trkseg><trkpt lat='1' lon='2'/></trkseg></trk></gpx>", "no track point with a time")]
    [InlineData("nonsense", "is no GPX file: it does not begin as one. Save the track as GPX once more")]
    [InlineData("<html><body/></html>", "is no GPX file: it begins with <html>. Save")]
    [InlineData("<gpx>\n<trk><trkseg><trkpt lat='91' lon='2'/></trkseg></trk></gpx>", "has a point that is no position: lat=\"91\" lon=\"2\" (line 2). Save")]
    [InlineData("<gpx><trk><trkseg><trkpt lat='1' lo", "breaks off or is damaged. Save")]
    public void A_file_that_is_no_track_with_times_is_refused(string text, string why)
    {
        File.WriteAllText(_folder["bad.gpx"], text);

        var mistake = Assert.Throws<UserMistakeException>(() => Track.Read([_folder["bad.gpx"]]));

        Assert.Contains(why, mistake.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_track_of_another_day_is_refused_with_both_ranges()
    {
        var why = ATrack.Walk(100).Geotagging().WhyRefused([EditedPhoto.From(Shot.Of("a", 400_000), zone: null)]);

        Assert.Equal(
            "No photo was taken while the track says where: the track goes from 2026-05-01 12:00:00Z to 2026-05-01 12:01:39Z, the photos from 2026-05-06 03:06:40Z to 2026-05-06 03:06:40Z."
            + " Give the track of that time; if the camera's clock or its zone was wrong, mend that first.",
            why);
    }

    public void Dispose() => _folder.Dispose();

    private static ArrangedPhoto Placed(Photo photo, Geotag edit) => ASequence.Of().Editing([photo], edit).Only();
}
