using MapThePaths.Core.Geo;
using MapThePaths.Core.Sequencing;
using MapThePaths.Core.Sequencing.Edits;
using MapThePaths.Imagery.Gpx;
using NodaTime;
using Position = MapThePaths.Imagery.Position;

namespace MapThePaths.Tests.Fixtures;

/// <summary>A track that begins at noon where <see cref="Shot"/>s begin: <c>ATrack.Of((0, 0), (10, 50))</c> is 50 m north after 10 s.</summary>
internal static class ATrack
{
    public static Track Of(params (double Seconds, double Metres)[] fixes) => Track.Merge([fixes.Select(fix => Fix(fix.Seconds, fix.Metres))]);

    public static TrackFix Fix(double seconds, double metres, double? altitude = null) =>
        new(Shot.Noon + Duration.FromMilliseconds((long)Math.Round(seconds * 1000)), Shot.North(metres), altitude);

    /// <summary>North at a steady pace, a point each second.</summary>
    public static Track Walk(int seconds, double metresPerSecond = 1.5) => Of([.. Enumerable.Range(0, seconds).Select(second => ((double)second, second * metresPerSecond))]);

    public static Geotag Geotagging(this Track track, double maxGap = 60, bool sameSecond = false, bool onlyMissing = false) =>
        new(["/tracks/day.gpx"], maxGap, sameSecond, onlyMissing) { Track = track };

    public static string SaveTo(this Track track, string path)
    {
        using var file = File.Create(path);
        GpxWriter.Write(file, "tests", "a track", track.Fixes.Select(fix => new TrackPoint(
            new Position(fix.Position.Latitude, fix.Position.Longitude), fix.Altitude, fix.At.ToDateTimeUtc(), Segment: 0)));
        return path;
    }
}
