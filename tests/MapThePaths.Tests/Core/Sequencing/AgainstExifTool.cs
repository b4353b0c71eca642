using System.Globalization;
using MapThePaths.Core.Geo;
using MapThePaths.Core.Sequencing;
using MapThePaths.Tests.Fixtures;
using NodaTime;

namespace MapThePaths.Tests.Core.Sequencing;

/// <summary>Places between track points, compared with those that exiftool's <c>-geotag</c> writes for the same photos and track.</summary>
public sealed class AgainstExifTool : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void Photos_get_the_places_that_exiftool_gives_them()
    {
        var random = new Random(20261122);
        var track = Track.Merge([Enumerable.Range(0, 40).Select(i => new TrackFix(
            Shot.Noon + Duration.FromSeconds((i * 13) + random.Next(7)), new GeoPoint(47 + (random.NextDouble() * 0.002), 8 + (random.NextDouble() * 0.002)), 400 + (random.NextDouble() * 50)))]);
        var gpx = track.SaveTo(_folder["day.gpx"]);
        var times = Enumerable.Range(0, 60).Select(_ => Shot.Noon + Duration.FromMilliseconds(10_000 + random.Next(480_000))).ToList();
        var photos = times.Select((time, i) => APhoto.Anywhere().TakenByClock(time.ToString("uuuu-MM-dd HH:mm:ss.fff", CultureInfo.InvariantCulture)).SaveTo(_folder[$"{i:00}.jpg"])).ToList();

        ExternalProgram.Run("exiftool", ["-overwrite_original", "-geotag", gpx, "-geotime<${SubSecDateTimeOriginal}+00:00", .. photos]);

        var tags = ExifTool.Read(photos);
        Assert.All(tags.Zip(times), pair =>
        {
            var ours = track.At(pair.Second, maxGap: 60)!.Value;
            Assert.Equal((double)pair.First["Composite:GPSLatitude"]!, ours.Position.Latitude, tolerance: 1e-7);
            Assert.Equal((double)pair.First["Composite:GPSLongitude"]!, ours.Position.Longitude, tolerance: 1e-7);
            Assert.Equal((double)pair.First["Composite:GPSAltitude"]!, ours.Altitude!.Value, tolerance: 0.1);
        });
    }

    public void Dispose() => _folder.Dispose();
}
