using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using MapThePaths.Core.Geo;
using MapThePaths.Core.Sequencing;
using MapThePaths.Imagery.Gpx;
using MapThePaths.Tests.Fixtures;
using NodaTime;

namespace MapThePaths.Tests.Flows;

public sealed class ExportingASequence : AFlow
{
    private readonly TemporaryFolder _folder = new();

    private string Folder => _folder["export"];

    [Fact]
    public async Task The_copies_are_the_bytes_that_are_sent()
    {
        await ImportAsync(AWalk.Of(4).OfSize(50_000));
        (await Program.RunAsync("edit", "1", "--shift-time", "10", "--heading-offset", "90")).Ends(0);

        var run = await ExportAsync();
        (await Program.RunAsync("send", "1")).Ends(0);

        Assert.Equal((4, 4, 0), (run.Count("photos"), run.Count("written"), run.Count("left_out")));
        foreach (var (name, sent) in await Service.PhotosAsync())
        {
            Assert.Equal(sent.Bytes, await File.ReadAllBytesAsync(Copy(name), TestContext.Current.CancellationToken));
            Assert.Equal(File.GetLastWriteTimeUtc(Photo(name)), File.GetLastWriteTimeUtc(Copy(name)));
        }
    }

    [Fact]
    public async Task Another_reader_finds_what_was_written_into_the_copies()
    {
        await ImportAsync(AWalk.Of(2));
        (await Program.RunAsync("edit", "1", "--heading-offset", "90", "--shift-time", "60")).Ends(0);
        await ExportAsync();

        var tags = ExifTool.Read(Copy("walk01.jpg")).Single();

        var description = JsonNode.Parse(tags["IFD0:ImageDescription"]!.GetValue<string>())!;
        Assert.Equal(("Lake walk", "2023_05_10_10_01_02_250", "final_raw"), ((string?)description["MTPSequenceName"], (string?)description["MAPCaptureTime"], (string?)description["MTPImageCopy"]));
        Assert.Equal(100, tags["GPS:GPSImgDirection"]!.GetValue<double>());
        Assert.StartsWith("10:01:02", tags["GPS:GPSTimeStamp"]!.ToString(), StringComparison.Ordinal);
        Assert.Null(tags["ExifTool:Warning"]);
    }

    [Fact]
    public async Task The_track_reads_back_as_a_segment_a_part_with_the_photos_times()
    {
        var walk = AWalk.Of(5).WithPauseBefore(4);
        await ImportAsync(walk);
        await ExportAsync();

        var reading = GpxReader.Read(Path.Combine(Folder, "sequence.gpx"));

        Assert.Empty(reading.Faults);
        Assert.Equal([0, 0, 0, 1, 1], reading.Points.Select(point => point.Segment));
        Assert.Equal(Enumerable.Range(1, 5).Select(walk.TakenAt), reading.Points.Select(point => point.Time!.Value));
        Assert.Equal((47.10005, 8.5, 501), (reading.Points[0].Position.Latitude, reading.Points[0].Position.Longitude, reading.Points[0].Elevation));
    }

    [Fact]
    public async Task Photos_of_one_name_are_kept_apart_by_their_folders()
    {
        AWalk.Of(2).SaveTo(Photo("100TREK"));
        for (var i = 1; i <= 2; i++)
        {
            AWalk.Of(4).Photo(i + 2).SaveTo(Path.Combine(Directory.CreateDirectory(Photo("101TREK")).FullName, AWalk.NameOf(i)));
        }

        AWalk.Of(5).Photo(5).SaveTo(Photo("other.jpg"));
        (await Program.RunAsync("import", Photos, "--name", "Walk", "--transport", "Earth-Walk")).Ends(0);

        await ExportAsync();

        Assert.Equal(["100TREK-walk01.jpg", "100TREK-walk02.jpg", "101TREK-walk01.jpg", "101TREK-walk02.jpg", "other.jpg"], Copies());
    }

    [Fact]
    public async Task A_folder_with_anything_else_is_refused_and_nothing_in_it_changes()
    {
        await ImportAsync(AWalk.Of(2));
        Directory.CreateDirectory(Folder);
        await File.WriteAllTextAsync(Path.Combine(Folder, "thesis.txt"), "mine", TestContext.Current.CancellationToken);
        var foreign = (await Program.RunAsync("export", "1", "--folder", Folder)).Ends(2);
        await File.WriteAllTextAsync(Path.Combine(Folder, "sequence.json"), """{"schema":"mtpdu-sequence","sequence":{"id":"3f5f2b1c-0d5e-4a52-9a3b-7f1c2d3e4f50"}}""", TestContext.Current.CancellationToken);
        var other = (await Program.RunAsync("export", "1", "--folder", Folder)).Ends(2);
        var originals = (await Program.RunAsync("export", "1", "--folder", Photos)).Ends(2);

        Assert.Contains("is not empty", foreign.Error, StringComparison.Ordinal);
        Assert.Contains("another sequence", other.Error, StringComparison.Ordinal);
        Assert.Contains("originals", originals.Error, StringComparison.Ordinal);
        Assert.Equal(["sequence.json", "thesis.txt"], Directory.EnumerateFileSystemEntries(Folder).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task The_same_command_again_writes_only_what_is_missing_or_has_changed()
    {
        await ImportAsync(AWalk.Of(5));
        await ExportAsync();
        File.Delete(Copy("walk02.jpg"));
        (await Program.RunAsync("edit", "1", "--remove", "walk05.jpg")).Ends(0);

        var again = await ExportAsync();
        (await Program.RunAsync("edit", "1", "--shift-time", "5")).Ends(0);
        var edited = await ExportAsync();

        Assert.Equal((1, 3, 1), (again.Count("written"), again.Count("already_there"), again.Count("left_out")));
        Assert.Equal(Copy("walk05.jpg"), again.Of("leftover").Single().Text("path"));
        Assert.Equal((4, 0), (edited.Count("written"), edited.Count("already_there")));
    }

    [Fact]
    public async Task A_copy_that_somebody_has_worked_on_is_not_overwritten()
    {
        await ImportAsync(AWalk.Of(3));
        await ExportAsync();
        await File.WriteAllTextAsync(Copy("walk02.jpg"), "cropped by hand", TestContext.Current.CancellationToken);

        var run = await ExportAsync(3);

        Assert.Equal("file-in-the-way", run.Of("failed").Single().Text("code"));
        Assert.Equal("cropped by hand", await File.ReadAllTextAsync(Copy("walk02.jpg"), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_photo_that_changed_or_is_gone_fails_alone()
    {
        await ImportAsync(AWalk.Of(4));
        File.Delete(Photo("walk02.jpg"));
        AWalk.Of(3).Photo(3).OfSize(9000).SaveTo(Photo("walk03.jpg"));

        var run = await ExportAsync(3);

        Assert.Equal(["changed-since-import", "file-missing"], run.Of("failed").Select(line => line.Text("code")).Order(StringComparer.Ordinal));
        Assert.Equal(["walk01.jpg", "walk04.jpg"], Copies());
    }

    [Fact]
    public async Task A_file_that_was_imported_anew_with_another_picture_fails_alone_in_its_first_sequence()
    {
        await ImportAsync(AWalk.Of(3));
        AWalk.Of(3).Photo(3).OfSize(9000).SaveTo(Photo("walk03.jpg"));
        (await Program.RunAsync("import", Photos, "--name", "Again", "--transport", "Earth-Walk")).Ends(0);

        var run = await ExportAsync(3);

        Assert.Equal("changed-since-import", run.Of("failed").Single().Text("code"));
        Assert.Equal(["walk01.jpg", "walk02.jpg"], Copies());
    }

    [Fact]
    public async Task Originals_stay_as_they_are()
    {
        await ImportAsync(AWalk.Of(3));
        var before = Directory.EnumerateFiles(Photos).ToDictionary(path => path, path => (Convert.ToBase64String(File.ReadAllBytes(path)), File.GetLastWriteTimeUtc(path)));

        await ExportAsync();

        Assert.All(before, file => Assert.Equal(file.Value, (Convert.ToBase64String(File.ReadAllBytes(file.Key)), File.GetLastWriteTimeUtc(file.Key))));
        Assert.Equal(3, Directory.EnumerateFiles(Photos).Count());
    }

    [Fact]
    public async Task The_plan_as_GeoJSON_tells_headings_parts_and_why_photos_are_left_out()
    {
        await ImportAsync(AWalk.Of(5).WithPauseBefore(4));
        (await Program.RunAsync("edit", "1", "--remove", "walk02.jpg")).Ends(0);
        await ExportAsync();

        var features = await FeaturesAsync("plan.geojson");

        Assert.Equal(["part LineString", "photo Point", "photo Point", "part LineString", "photo Point", "photo Point", "left_out Point"], features.Select(feature =>
            $"{feature.GetProperty("properties").Text("kind")} {feature.GetProperty("geometry").Text("type")}"));
        var leftOut = features[^1];
        Assert.Equal(("removed-by-edit", "walk02.jpg", "[8.5,47.1001,502]"), (leftOut.GetProperty("properties").Text("reason"), leftOut.GetProperty("properties").Text("file"), leftOut.GetProperty("geometry").Text("coordinates")));
        Assert.Equal(10, features[1].GetProperty("properties").GetProperty("heading").GetDouble());
        Assert.Equal("gap", features[3].GetProperty("properties").Text("cut_reason"));
    }

    [Fact]
    public async Task No_document_tells_where_a_privacy_zone_is()
    {
        await ImportAsync(AWalk.Of(6));
        (await Program.RunAsync("edit", "1", "--remove", "walk01.jpg", "--privacy", "47.10005,8.5,8")).Ends(0);
        (await Program.RunAsync("plan", "1", "--html", _folder["plan.html"])).Ends(0);
        await ExportAsync();

        Assert.Equal(4, Copies().Count);
        foreach (var document in Directory.EnumerateFiles(Folder).Append(_folder["plan.html"]))
        {
            var text = await File.ReadAllTextAsync(document, TestContext.Current.CancellationToken);
            Assert.DoesNotContain("47.10005", text, StringComparison.Ordinal);
            Assert.DoesNotContain("47.1001,", text, StringComparison.Ordinal);
            Assert.DoesNotContain(Photos, text, StringComparison.Ordinal);
            Assert.DoesNotContain(ServiceSettings["MAPILLARY_ACCESS_TOKEN"], text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Nothing_in_the_folder_tells_a_secret_or_a_path_of_this_computer()
    {
        var track = ATrack.Of((0, 0), (60, 60));
        var walk = AWalk.Of(4);
        walk.SaveTo(Photos);
        var gpx = Track.Merge([Enumerable.Range(1, 3).Select(i => new TrackFix(Instant.FromDateTimeUtc(walk.TakenAt(i)), track.Fixes[0].Position, Altitude: 9))]).SaveTo(_folder["my tracks.gpx"]);
        (await Program.RunAsync(["import", .. Uploading(Photos)[1..]])).Ends(0);
        (await Program.RunAsync("edit", "1", "--geotag", gpx, "--same-second", "--duplicate-metres", "0")).Ends(0);
        (await Program.RunAsync("send", "1", "--follow")).Ends(0);
        await ExportAsync();
        (await Program.RunAsync("import", Path.Combine(Folder, "sequence.json"), "--folder", Photos, "--name", "again")).Ends(0);
        (await Program.RunAsync("export", "again", "--folder", _folder["again"])).Ends(0);

        string[] secrets = [ServiceSettings["MAPILLARY_ACCESS_TOKEN"], Photos, _folder.Path, Program.Home, Environment.UserName.Length > 4 ? Environment.UserName : Program.Home];
        foreach (var file in Directory.EnumerateFiles(_folder.Path, "*", SearchOption.AllDirectories).Where(file => file != gpx))
        {
            var bytes = await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken);
            Assert.All(secrets, secret => Assert.True(bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(secret)) < 0, $"{file} holds {secret}."));
        }

        Assert.Contains("my tracks.gpx", await File.ReadAllTextAsync(Path.Combine(Folder, "sequence.json"), TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Remote_ids_stand_in_a_table_and_on_a_map()
    {
        await ImportAsync(AWalk.Of(3));
        (await Program.RunAsync("send", "1", "--follow")).Ends(0);
        await ExportAsync();

        var rows = await File.ReadAllLinesAsync(Path.Combine(Folder, "images.csv"), TestContext.Current.CancellationToken);
        var features = await FeaturesAsync("images.geojson");

        var images = (await Program.RunAsync("show", "1")).Of("photo").Select(photo => photo.GetProperty("states")[0].Text("image_id")).ToList();
        Assert.Equal(4, rows.Length);
        Assert.Equal(images, rows.Skip(1).Select(row => row.Split(',')[6]));
        Assert.Equal(images, features.Select(feature => feature.GetProperty("properties").Text("image_id")));
        Assert.All(features, feature => Assert.NotNull(feature.GetProperty("properties").Text("sequence_id")));
    }

    [Fact]
    public async Task The_document_keeps_to_its_description_and_holds_no_secret()
    {
        await ImportAsync(AWalk.Of(4).WithPauseBefore(3));
        (await Program.RunAsync("send", "1", "--follow")).Ends(0);
        (await Program.RunAsync("edit", "1", "--remove", "walk04.jpg", "--shift-time", "1")).Ends(0);
        await ExportAsync();

        var text = await File.ReadAllTextAsync(Path.Combine(Folder, "sequence.json"), TestContext.Current.CancellationToken);

        Assert.Empty(SequenceContract.Troubles(JsonElement.Parse(text)));
        Assert.DoesNotContain(ServiceSettings["MAPILLARY_ACCESS_TOKEN"], text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task How_the_camera_was_held_and_how_fast_it_went_are_told_beside_what_its_clock_showed()
    {
        APhoto.At(47, 8).TakenUtc("2023-05-10 10:00:00").TakenByClock("2023-05-10 12:00:01.5").Held(-12.5, 3).Moving(18).SaveTo(Photo("a.jpg"));
        APhoto.At(47.0001, 8).TakenUtc("2023-05-10 10:00:05").SaveTo(Photo("b.jpg"));
        (await Program.RunAsync("import", Photos, "--name", "Held", "--transport", "Earth-Walk")).Ends(0);
        (await Program.RunAsync("edit", "1", "--shift-time", "60")).Ends(0);
        await ExportAsync();

        var photos = JsonElement.Parse(await File.ReadAllTextAsync(Path.Combine(Folder, "sequence.json"), TestContext.Current.CancellationToken)).GetProperty("photo").EnumerateObject().ToList();

        foreach (var facts in new[] { "original", "modified" })
        {
            var (held, unknown) = (photos[0].Value.GetProperty(facts), photos[1].Value.GetProperty(facts));
            Assert.Equal((-12.5, 3, 18, "2023-05-10T12:00:01.500"), (held.GetProperty("pitch").GetDouble(), held.Number("roll"), held.Number("gps_speed"), held.Text("originalDateTime")));
            Assert.All(["pitch", "roll", "gps_speed", "originalDateTime"], member => Assert.Equal(JsonValueKind.Null, unknown.GetProperty(member).ValueKind));
        }

        Assert.Equal("2023-05-10T12:00:01", ExifTool.Read(Copy("a.jpg")).Single()["ExifIFD:DateTimeOriginal"]!.ToString()[..19].Replace(' ', 'T').Replace("2023:05:10", "2023-05-10", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_headings_and_altitudes_are_counted_from_is_told_where_the_camera_or_an_edit_says_it()
    {
        await ImportCompassesAsync();
        await ExportAsync();

        Assert.Equal(["T sea_level", "M ellipsoid", "– –", "– –"], await ReferencesAsync("original"));
        Assert.Equal(["T sea_level", "M ellipsoid", "– –", "T –"], await ReferencesAsync("modified"));

        (await Program.RunAsync("edit", "1", "--heading-offset", "10")).Ends(0);
        await ExportAsync();

        Assert.Equal(["T sea_level", "M ellipsoid", "– –", "– –"], await ReferencesAsync("original"));
        Assert.Equal(["T sea_level", "T ellipsoid", "T –", "T –"], await ReferencesAsync("modified"));
        Assert.DoesNotContain("heading-magnetic", await File.ReadAllTextAsync(Path.Combine(Folder, "sequence.json"), TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_magnetic_heading_that_was_turned_is_magnetic_again_when_the_cameras_is_kept()
    {
        await ImportCompassesAsync();
        (await Program.RunAsync("edit", "1", "--headings", "compute")).Ends(0);
        (await Program.RunAsync("edit", "1", "--headings", "keep")).Ends(0);
        await ExportAsync();

        Assert.Equal(["T sea_level", "M ellipsoid", "– –", "T –"], await ReferencesAsync("modified"));
        Assert.Contains("heading-magnetic", await File.ReadAllTextAsync(Path.Combine(Folder, "sequence.json"), TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_heading_that_was_turned_and_turned_back_is_the_cameras_again()
    {
        await ImportCompassesAsync();
        (await Program.RunAsync("edit", "1", "--heading-offset", "77.77")).Ends(0);
        (await Program.RunAsync("edit", "1", "--heading-offset", "-77.77")).Ends(0);
        await ExportAsync();

        Assert.Equal(["T sea_level", "M ellipsoid", "– –", "T –"], await ReferencesAsync("modified"));
    }

    [Fact]
    public async Task A_magnetic_heading_keeps_its_tags_in_what_is_sent_until_an_edit_turns_it()
    {
        await ImportCompassesAsync();
        await ExportAsync();
        var (asTaken, taken) = Compass(Copy("b.jpg"));
        (await Program.RunAsync("edit", "1", "--heading-offset", "10")).Ends(0);
        await ExportAsync();
        var (asTurned, turned) = Compass(Copy("b.jpg"));

        Assert.Equal(("M 80", "80"), (asTaken, taken));
        Assert.Equal(("T 90", "90"), (asTurned, turned));

        static (string Tags, string Description) Compass(string path)
        {
            var tags = ExifTool.Read(path).Single();
            var description = JsonNode.Parse(tags["IFD0:ImageDescription"]!.GetValue<string>())!;
            return ($"{tags["GPS:GPSImgDirectionRef"]} {tags["GPS:GPSImgDirection"]}", description["MAPCompassHeading"]!["TrueHeading"]!.ToString());
        }
    }

    [Fact]
    public async Task An_altitude_that_no_edit_has_changed_keeps_its_tags_where_the_position_was_moved()
    {
        APhoto.At(47, 8).ByExif3().Altitude(400, 2).TakenUtc("2026-05-01 12:00:10").SaveTo(Photo("a.jpg"));
        APhoto.At(47, 8.0001).ByExif3().Altitude(410, 2).TakenUtc("2026-05-01 12:00:20").SaveTo(Photo("b.jpg"));
        (await Program.RunAsync("import", Photos, "--name", "Moved", "--transport", "Earth-Walk")).Ends(0);
        (await Program.RunAsync("edit", "1", "--geotag", ATrack.Of((0, 0), (60, 60)).SaveTo(_folder["track.gpx"]))).Ends(0);
        await ExportAsync();

        var tags = ExifTool.Read(Copy("a.jpg")).Single();

        Assert.Equal(("2", "400"), (tags["GPS:GPSAltitudeRef"]!.ToString(), tags["GPS:GPSAltitude"]!.ToString()));
        Assert.Equal(Shot.North(10).Latitude, tags["GPS:GPSLatitude"]!.GetValue<double>(), tolerance: 1e-6);
    }

    [Fact]
    public async Task A_catalog_from_before_knows_no_reference_but_that_of_magnetic_headings_until_the_files_are_read_again()
    {
        await ImportCompassesAsync();
        CatalogIsOfVersion10();

        await ExportAsync();

        Assert.Equal(["– –", "M –", "– –", "– –"], await ReferencesAsync("original"));

        Directory.Delete(Folder, recursive: true);
        Directory.GetFiles(Photos).ToList().ForEach(path => File.SetLastWriteTimeUtc(path, new DateTime(2026, 5, 1, 0, 0, 0, DateTimeKind.Utc)));
        (await Program.RunAsync("import", Photos, "--name", "Compasses", "--transport", "Earth-Walk")).Ends(0);
        await ExportAsync();

        Assert.Equal(["T sea_level", "M ellipsoid", "– –", "– –"], await ReferencesAsync("original"));
    }

    [Fact]
    public async Task Connections_are_told_both_ways_within_a_part()
    {
        await ImportAsync(AWalk.Of(4).WithPauseBefore(4));
        await ExportAsync();

        var photos = JsonElement.Parse(await File.ReadAllTextAsync(Path.Combine(Folder, "sequence.json"), TestContext.Current.CancellationToken)).GetProperty("photo").EnumerateObject().ToList();

        Assert.Equal([1, 2, 1, 0], photos.Select(photo => photo.Value.GetProperty("connections").EnumerateObject().Count()));
        var connections = photos[1].Value.GetProperty("connections");
        Assert.Equal((-2, 180), (connections.GetProperty(photos[0].Name).Number("time_sec"), connections.GetProperty(photos[0].Name).Number("heading_deg")));
        Assert.Equal((2, 0, 340), (connections.GetProperty(photos[2].Name).Number("time_sec"), connections.GetProperty(photos[2].Name).Number("heading_deg"), connections.GetProperty(photos[2].Name).Number("adj_heading_deg")));
        Assert.Equal(1, connections.GetProperty(photos[2].Name).Number("elevation_mtrs"));
    }

    [Fact]
    public async Task A_sequence_of_which_nothing_can_be_sent_is_not_exported()
    {
        await ImportAsync(AWalk.Of(2));
        (await Program.RunAsync("edit", "1", "--remove", "walk01.jpg", "walk02.jpg")).Ends(0);

        (await Program.RunAsync("export", "1", "--folder", Folder)).Ends(6);

        Assert.False(Directory.Exists(Folder));
    }

    private async Task ImportAsync(AWalk walk)
    {
        walk.SaveTo(Photos);
        (await Program.RunAsync(["import", .. Uploading(Photos)[1..]])).Ends(0);
    }

    // True north and sea level, magnetic north and the ellipsoid, an unknown north and no altitude, neither.
    private async Task ImportCompassesAsync()
    {
        APhoto.At(47, 8).Facing(90).Altitude(400).TakenUtc("2023-05-10 10:00:00").SaveTo(Photo("a.jpg"));
        APhoto.At(47.0001, 8).Facing(80, "M").ByExif3().Altitude(450).TakenUtc("2023-05-10 10:00:05").SaveTo(Photo("b.jpg"));
        APhoto.At(47.0002, 8).Facing(70, north: null).TakenUtc("2023-05-10 10:00:10").SaveTo(Photo("c.jpg"));
        APhoto.At(47.0003, 8).TakenUtc("2023-05-10 10:00:15").SaveTo(Photo("d.jpg"));
        APhoto.At(47.0004, 8).Facing(90).TakenUtc("2023-05-10 10:00:20").SaveTo(Photo("e.jpg"));
        (await Program.RunAsync("import", Photos, "--name", "Compasses", "--transport", "Earth-Walk")).Ends(0);
    }

    // Of the first four photos.
    private async Task<List<string>> ReferencesAsync(string facts)
    {
        var json = JsonElement.Parse(await File.ReadAllTextAsync(Path.Combine(Folder, "sequence.json"), TestContext.Current.CancellationToken));
        Assert.Empty(SequenceContract.Troubles(json));
        return [.. json.GetProperty("photo").EnumerateObject().Take(4).Select(photo => photo.Value.GetProperty(facts))
            .Select(told => $"{told.Text("gps_direction_ref") ?? "–"} {told.Text("gps_altitude_ref") ?? "–"}")];
    }

    private async Task<ProgramRun> ExportAsync(int code = 0)
    {
        var run = (await Program.RunAsync("export", "1", "--folder", Folder)).Ends(code);
        Assert.Equal(run.Count("photos"), run.Count("written") + run.Count("already_there") + run.Count("left_out") + run.Count("failed") + run.Count("waiting"));
        Assert.Empty(Directory.EnumerateFiles(Folder, "*.part", SearchOption.AllDirectories));
        return run;
    }

    private string Copy(string name) => Path.Combine(Folder, "final_raw", name);

    private List<string> Copies() => [.. Directory.EnumerateFiles(Path.Combine(Folder, "final_raw")).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];

    private async Task<List<JsonElement>> FeaturesAsync(string document) =>
        [.. JsonElement.Parse(await File.ReadAllTextAsync(Path.Combine(Folder, document), Encoding.UTF8, TestContext.Current.CancellationToken)).GetProperty("features").EnumerateArray()];
}
