using System.Globalization;
using System.Text.Json;
using MapThePaths.Core.Geo;
using MapThePaths.Core.Sequencing;
using MapThePaths.Tests.Fixtures;
using NodaTime;

namespace MapThePaths.Tests.Flows;

/// <summary>
/// The program's <c>--geotag</c> against exiftool's on the same photos and tracks: a morning and an afternoon in a file each, with a pause in both, points at
/// parts of a second, photos at parts of a second before, within, between and behind them. Both are told the same longest gap, and to guess nothing beyond.
/// </summary>
public sealed class GeotaggedAsExifToolDoes : AFlow
{
    private const int LongestGap = 60;

    private readonly TemporaryFolder _folder = new();
    private readonly Random _random = new(20261129);

    [Fact]
    public async Task Photos_get_the_same_places_and_altitudes_and_the_same_ones_get_none()
    {
        var (morning, afternoon) = (Shot.Noon, Shot.Noon + Duration.FromSeconds(1_000));
        string[] tracks = [Save("morning.gpx", morning), Save("afternoon.gpx", afternoon)];
        var photos = Enumerable.Range(0, 200).Select(i => Shot.Noon + Duration.FromMilliseconds(_random.Next(-60_000, 1_800_000))).Distinct().Order()
            .Select((time, i) => APhoto.Anywhere().TakenByClock(time.ToString("uuuu-MM-dd HH:mm:ss.fff", CultureInfo.InvariantCulture)).Offset("+00:00").SaveTo(Photo($"{i:000}.jpg"))).ToList();

        var ours = await OursAsync(tracks);
        var theirs = Theirs(tracks, photos);

        Assert.Equal(theirs.Keys.Order(StringComparer.Ordinal), ours.Keys.Order(StringComparer.Ordinal));
        Assert.InRange(ours.Count, 60, 160);
        Assert.All(ours, photo =>
        {
            var place = theirs[photo.Key];
            Assert.Equal(place.Latitude, photo.Value.Latitude, tolerance: 1e-7);
            Assert.Equal(place.Longitude, photo.Value.Longitude, tolerance: 1e-7);
            Assert.Equal(place.Altitude, photo.Value.Altitude, tolerance: 0.01);
        });
    }

    // Two segments of forty points, some seconds apart, with a pause of three minutes between them.
    private string Save(string name, Instant begin)
    {
        var at = begin;
        List<TrackFix> fixes = [];
        for (var i = 0; i < 80; i++)
        {
            at += Duration.FromMilliseconds(i == 40 ? 180_000 : _random.Next(500, 9_000));
            fixes.Add(new TrackFix(at, new GeoPoint(47 + (i * 0.0002) + (_random.NextDouble() * 0.0001), 8 + (_random.NextDouble() * 0.001)), 400 + (_random.NextDouble() * 50)));
        }

        return Track.Merge([fixes]).SaveTo(_folder[name]);
    }

    private async Task<Dictionary<string, Place>> OursAsync(string[] tracks)
    {
        (await Program.RunAsync("import", Photos, "--name", "Walk", "--transport", "Earth-Walk", "--max-gap", "9999", "--max-jump", "99999", "--duplicate-metres", "0", "--zig-zag-metres", "0")).Ends(0);
        var edit = (await Program.RunAsync(["edit", "1", "--geotag", .. tracks, "--max-track-gap", $"{LongestGap}"])).Ends(0);
        (await Program.RunAsync("export", "1", "--folder", _folder["export"])).Ends(0);
        var document = JsonElement.Parse(await File.ReadAllTextAsync(_folder["export/sequence.json"], TestContext.Current.CancellationToken));
        Assert.Equal(edit.Of("edit").Single().Number("left_out"), document.GetProperty("left_out").GetArrayLength());
        Assert.All(document.GetProperty("left_out").EnumerateArray(), left => Assert.Equal("no-track-point", left.Text("reason")));
        return document.GetProperty("photo").EnumerateObject().Select(photo => photo.Value.GetProperty("modified")).ToDictionary(
            photo => photo.Text("filename")!, photo => new Place(Fact(photo, "latitude"), Fact(photo, "longitude"), Fact(photo, "altitude")), StringComparer.Ordinal);
    }

    private static Dictionary<string, Place> Theirs(string[] tracks, List<string> photos)
    {
        ExternalProgram.Run(
            "exiftool",
            ["-overwrite_original", "-api", $"GeoMaxIntSecs={LongestGap}", "-api", "GeoMaxExtSecs=0", .. tracks.SelectMany(track => (string[])["-geotag", track]), "-geotime<${SubSecDateTimeOriginal}", .. photos]);
        return ExifTool.Read(photos).Where(tags => tags.ContainsKey("GPS:GPSLatitude")).ToDictionary(
            tags => (string)tags["System:FileName"]!,
            tags => new Place((double)tags["Composite:GPSLatitude"]!, (double)tags["Composite:GPSLongitude"]!, (double)tags["GPS:GPSAltitude"]!),
            StringComparer.Ordinal);
    }

    private static double Fact(JsonElement photo, string member) => photo.GetProperty(member).GetDouble();

    private sealed record Place(double Latitude, double Longitude, double Altitude);
}
