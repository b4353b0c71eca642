using System.Globalization;
using System.Text.Json;
using MapThePaths.Core.Geo;
using MapThePaths.Core.Sequencing;
using MapThePaths.Tests.Fixtures;
using MapThePaths.Tests.Imagery;
using NodaTime;

namespace MapThePaths.Tests.Flows;

public sealed class EditingASequence : AFlow
{
    private readonly TemporaryFolder _tracks = new();

    [Fact]
    public async Task What_is_undone_is_exactly_gone_and_comes_back_as_it_was()
    {
        await ImportAsync(AWalk.Of(6));
        var plans = new List<string> { await PlanAsync() };
        string[][] edits = [["--shift-time", "-3600.25"], ["--remove", "walk02.jpg"], ["--heading-offset", "90", "--trim-end", "3"]];
        foreach (var edit in edits)
        {
            (await Program.RunAsync(["edit", "1", .. edit])).Ends(0);
            plans.Add(await PlanAsync());
        }

        (await Program.RunAsync("undo", "1")).Ends(0);
        (await Program.RunAsync("undo", "1")).Ends(0);
        Assert.Equal(plans[2], await PlanAsync());
        (await Program.RunAsync("undo", "1")).Ends(0);
        Assert.Equal(plans[1], await PlanAsync());
        (await Program.RunAsync("undo", "1")).Ends(0);
        Assert.Equal(plans[0], await PlanAsync());
        Assert.Contains("no edit to undo", (await Program.RunAsync("undo", "1")).Ends(2).Error, StringComparison.Ordinal);

        foreach (var _ in Enumerable.Range(0, 4))
        {
            (await Program.RunAsync("redo", "1")).Ends(0);
        }

        Assert.Equal(plans[3], await PlanAsync());
        Assert.Contains("no undone edit", (await Program.RunAsync("redo", "1")).Ends(2).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_new_edit_ends_what_could_be_brought_back()
    {
        await ImportAsync(AWalk.Of(3));
        (await Program.RunAsync("edit", "1", "--shift-time", "5", "--shift-time", "7")).Ends(0);
        Assert.Equal(1, (await Program.RunAsync("undo", "1")).Count("undone"));

        (await Program.RunAsync("edit", "1", "--shift-time", "9")).Ends(0);

        (await Program.RunAsync("redo", "1")).Ends(2);
        Assert.Equal(["times 5 s later", "times 9 s later"], (await Program.RunAsync("plan", "1")).Of("edit").Select(edit => edit.Text("text")));
    }

    [Fact]
    public async Task Several_edits_are_made_in_the_order_given_or_none_of_them()
    {
        await ImportAsync(AWalk.Of(5));

        (await Program.RunAsync("edit", "1", "--heading-offset", "90", "--remove", "walk01.jpg", "walk02.jpg", "--shift-time", "1", "--remove", "nobody.jpg")).Ends(2);
        var run = (await Program.RunAsync("edit", "1", "--headings", "compute", "--remove", "walk01.jpg", "walk02.jpg", "--shift-time", "-1", "--headings", "keep")).Ends(0);

        Assert.Equal(["1 headings 5 0", "2 remove 0 2", "3 shift-time 3 0", "4 headings 3 0"], run.Of("edit").Select(edit =>
            $"{edit.Number("number")} {edit.Text("kind")} {edit.Number("changed")} {edit.Number("left_out")}"));
        Assert.Equal((4, 5, 2), (run.Count("edits"), run.Count("photos"), run.Count("left_out")));
    }

    [Fact]
    public async Task Of_one_command_all_is_stored_or_nothing()
    {
        await ImportAsync(AWalk.Of(3));
        (await Program.RunAsync("import", Photos, "--name", "Other", "--transport", "Earth-Walk")).Ends(0);
        (await Program.RunAsync("edit", "2", "--shift-time", "9")).Ends(0);
        (await Program.RunAsync("undo", "2")).Ends(0);
        var before = await StateAsync();

        Assert.Contains("named 'LAKE WALK' already", (await Program.RunAsync("edit", "2", "--shift-time", "5", "--name", "LAKE WALK")).Ends(2).Error, StringComparison.Ordinal);
        (await Program.RunAsync("edit", "2", "--shift-time", "5", "--max-gap", "5", "--tag", "two words")).Ends(2);
        (await Program.RunAsync("edit", "2", "--name", "Mine", "--max-gap", "-1")).Ends(2);
        (await Program.RunAsync("edit", "2", "--name", "Mine", "--remove", "nobody.jpg")).Ends(2);
        Assert.Equal(before, await StateAsync());
        (await Program.RunAsync("edit", "2", "--shift-time", "5", "--name", "Mine", "--max-gap", "5")).Ends(0);

        Assert.NotEqual(before, await StateAsync());

        async Task<string> StateAsync() =>
            (await Program.RunAsync("show", "2")).Of("sequence").Single().GetRawText() + (await Program.RunAsync("plan", "2")).Of("part").Count + AskCatalog<string>("SELECT group_concat(kind || undone) FROM sequence_edit");
    }

    [Fact]
    public async Task Killed_before_it_is_stored_nothing_of_a_command_is_there_and_killed_after_it_all_is()
    {
        await ImportAsync(AWalk.Of(3));
        string[] command = ["edit", "1", "--shift-time", "5", "--name", "Mine", "--max-gap", "5"];

        Assert.True(await Program.IsKilledAtWriteAsync("before", 1, command));
        Assert.Equal(("Lake walk", 0L), (AskCatalog<string>("SELECT name FROM sequence"), AskCatalog<long>("SELECT COUNT(*) FROM sequence_edit")));
        Assert.True(await Program.IsKilledAtWriteAsync("after", 1, command));
        Assert.Equal(("Mine", 5.0, 1L), (AskCatalog<string>("SELECT name FROM sequence"), AskCatalog<double>("SELECT max_gap FROM sequence"), AskCatalog<long>("SELECT COUNT(*) FROM sequence_edit")));
    }

    [Fact]
    public async Task Every_rule_is_an_option_of_import_edit_plan_and_send_and_stays_with_the_sequence()
    {
        string[] rules =
        [
            "--max-gap 61", "--max-jump 99.5", "--cameras together", "--max-photos 3", "--duplicate-metres 0.2", "--duplicate-degrees 6", "--max-speed 300", "--zig-zag-metres 40",
            "--spread-seconds 2",
        ];
        var options = rules.SelectMany(rule => rule.Split(' ')).ToArray();
        AWalk.Of(4).SaveTo(Photos);
        (await Program.RunAsync(["import", .. Uploading(Photos)[1..], .. options])).Ends(0);
        (await Program.RunAsync("import", Photos, "--name", "edited", "--transport", "Earth-Walk")).Ends(0);
        (await Program.RunAsync("import", Photos, "--name", "sent", "--transport", "Earth-Walk")).Ends(0);

        Assert.Equal(2, (await Program.RunAsync(["plan", "2", .. options])).Of("part").Count);
        Assert.Single((await Program.RunAsync("plan", "2")).Of("part"));
        (await Program.RunAsync(["edit", "2", .. options])).Ends(0);
        (await Program.RunAsync(["send", "3", .. options])).Ends(0);

        foreach (var id in (string[])["1", "2", "3"])
        {
            Assert.Equal(rules, (await Program.RunAsync("show", id)).Of("sequence").Single().GetProperty("rules").EnumerateArray().Select(rule => rule.GetString()));
        }

        (await Program.RunAsync("export", "1", "--folder", _tracks["export"])).Ends(0);
        (await Program.RunAsync("import", Path.Combine(_tracks["export"], "sequence.json"), "--folder", Photos, "--name", "again")).Ends(0);
        Assert.Equal(rules, (await Program.RunAsync("show", "again")).Of("sequence").Single().GetProperty("rules").EnumerateArray().Select(rule => rule.GetString()));
        foreach (var wrong in (string[])["--max-photos 1", "--cameras mixed", "--spread-seconds -1", "--max-gap 0", "--max-gap Infinity"])
        {
            Assert.Contains(wrong.Split(' ')[0], (await Program.RunAsync(["edit", "1", .. wrong.Split(' ')])).Ends(2).Error, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Photos_without_a_position_get_it_from_a_track_and_their_bytes_say_so()
    {
        for (var i = 0; i < 4; i++)
        {
            APhoto.Anywhere().TakenByClock($"2026-05-01 14:00:0{i * 2}.250").Offset("+02:00").Camera("Trek", "One").SaveTo(Photo($"p{i}.jpg"));
        }

        (await Program.RunAsync("import", Photos, "--name", "Lake walk", "--transport", "Earth-Walk")).Ends(0);
        var track = Track.Merge([[ATrack.Fix(-10, -100, -20), ATrack.Fix(10, 100, 20)]]).SaveTo(_tracks["day.gpx"]);
        (await Program.RunAsync("edit", "1", "--geotag", track)).Ends(0);
        File.Delete(track);

        (await Program.RunAsync("send", "1", "--follow")).Ends(0);

        var photos = (await Service.PhotosAsync()).Values.OrderBy(photo => photo.FileName, StringComparer.Ordinal).ToList();
        Assert.Equal(4, photos.Count);
        Assert.All(photos.Select((photo, i) => (photo, i)), pair =>
        {
            var facts = Reading.Of(pair.photo.Bytes).Facts!;
            var place = Shot.North(10 * ((pair.i * 2) + 0.25));
            Assert.Equal(place.Latitude, facts.Position!.Value.Latitude, tolerance: 2e-9);
            Assert.Equal(place.Latitude, pair.photo.Description.GetProperty("MAPLatitude").GetDouble(), tolerance: 1e-7);
            Assert.Equal(2 * ((pair.i * 2) + 0.25), facts.Altitude!.Value, tolerance: 0.001);
            Assert.Equal(new DateTime(2026, 5, 1, 12, 0, pair.i * 2, 250, DateTimeKind.Utc), facts.GpsTime);
        });
    }

    [Fact]
    public async Task Photos_that_no_edit_moved_keep_their_GPS_tags_byte_for_byte()
    {
        await ImportAsync(AWalk.Of(3));
        (await Program.RunAsync("edit", "1", "--remove", "walk01.jpg")).Ends(0);

        (await Program.RunAsync("send", "1")).Ends(0);

        Assert.All(await Service.PhotosAsync(), photo =>
            Assert.Equal(Reading.Of(File.ReadAllBytes(Photo(photo.Key))).Facts!.Position, Reading.Of(photo.Value.Bytes).Facts!.Position));
        Assert.Equal(0L, AskCatalog<long>("SELECT COUNT(gps) FROM life_line"));
    }

    [Fact]
    public async Task A_photo_that_was_moved_in_time_and_turned_says_so_in_its_tags_and_its_description()
    {
        await ImportAsync(AWalk.Of(2));
        (await Program.RunAsync("edit", "1", "--heading-offset", "90", "--shift-time", "-86400")).Ends(0);

        (await Program.RunAsync("send", "1")).Ends(0);

        var sent = (await Service.PhotosAsync())["walk01.jpg"];
        Assert.Equal("2023_05_09_10_00_02_250", sent.Description.GetProperty("MAPCaptureTime").GetString());
        var facts = Reading.Of(sent.Bytes).Facts!;
        Assert.Equal((100.0, new DateTime(2023, 5, 9, 10, 0, 2, 250, DateTimeKind.Utc)), (facts.Heading!.Value.Degrees, facts.GpsTime!.Value));
    }

    [Fact]
    public async Task A_correction_of_what_was_sent_is_told_and_nothing_is_sent_again()
    {
        AWalk.Of(3).SaveTo(Photos);
        (await UploadAsync("--follow")).Ends(0);

        (await Program.RunAsync("edit", "1", "--shift-time", "3600")).Ends(0);
        var plan = (await Program.RunAsync("plan", "1")).Ends(0);
        var send = (await Program.RunAsync("send", "1")).Ends(0);

        Assert.Equal(3, plan.Of("corrected").Count);
        Assert.All(plan.Of("corrected"), line => Assert.Contains("sent-with-other-time", line.GetRawText(), StringComparison.Ordinal));
        Assert.Equal(3, send.Count("already_sent"));
    }

    [Fact]
    public async Task What_cannot_be_done_is_refused_with_words_and_changes_nothing()
    {
        await ImportAsync(AWalk.Of(3));
        (string Why, string[] Options)[] impossible =
        [
            ("There is nothing to edit", []),
            ("no photo 'nobody.jpg'", ["--remove", "nobody.jpg"]),
            ("missing.gpx cannot be read", ["--geotag", "missing.gpx"]),
            ("takes a number", ["--shift-time", "soon"]),
            ("takes 'drop' or 'smooth'", ["--outliers", "hide"]),
            ("by a distance, a speed, or both", ["--outliers", "drop"]),
            ("LATITUDE,LONGITUDE,METRES", ["--privacy", "47.1;8.5"]),
            ("time zone 'Mars' is unknown", ["--time-zone", "Mars"]),
            ("camera clock without a zone", ["--time-zone", "utc"]),
            ("Nothing would be left", ["--trim-start", "5000"]),
            ("transport type 'Earth-Fly' is unknown", ["--transport", "Earth-Fly"]),
            ("Did you mean 'Earth-Walk'?", ["--transport", "walk"]),
            ("letters, digits and hyphens", ["--tag", "two words"]),
        ];

        foreach (var (why, options) in impossible)
        {
            Assert.Contains(why, (await Program.RunAsync(["edit", "1", .. options])).Ends(2).Error, StringComparison.Ordinal);
        }

        Assert.Empty((await Program.RunAsync("plan", "1")).Of("edit"));
    }

    [Fact]
    public async Task A_track_of_another_hour_is_refused_with_its_range_and_the_offset_that_fits()
    {
        await ImportAsync(AWalk.Of(5));
        var start = new DateTime(2023, 5, 10, 8, 59, 0, DateTimeKind.Utc);
        var fixes = Enumerable.Range(0, 300).Select(i => new TrackFix(Instant.FromDateTimeUtc(start.AddSeconds(i)), new GeoPoint(47.1 + ((i - 60) * 0.000025), 8.5), 500));
        var track = Track.Merge([fixes]).SaveTo(_tracks["day.gpx"]);

        var run = (await Program.RunAsync("edit", "1", "--geotag", track)).Ends(2);

        Assert.Contains("the track goes from 2023-05-10 08:59:00Z to 2023-05-10 09:03:59Z, the photos from 2023-05-10 10:00:02Z", run.Error, StringComparison.Ordinal);
        Assert.Contains("--shift-time -3600 --geotag", run.Error, StringComparison.Ordinal);
        (await Program.RunAsync("edit", "1", "--shift-time", "-3600", "--geotag", track)).Ends(0);
        Assert.Equal(0, (await Program.RunAsync("plan", "1")).Count("left_out"));
    }

    [Fact]
    public async Task Name_description_tags_and_transport_may_be_changed_later()
    {
        await ImportAsync(AWalk.Of(2));

        var run = (await Program.RunAsync("edit", "1", "--name", "Round the lake", "--description", "Clockwise", "--tag", "lake", "--tag", "sunny", "--transport", "earth-bicycle")).Ends(0);

        var sequence = (await Program.RunAsync("show", "Round the LAKE")).Of("sequence").Single();
        Assert.Equal(("Round the lake", "Clockwise", """["lake","sunny"]""", "Earth-Bicycle"), (sequence.Text("name"), sequence.Text("description"), sequence.Text("tags"), sequence.Text("transport")));
        Assert.Equal(sequence.GetRawText(), run.Of("sequence").Single().GetRawText());
        Assert.Equal("[]", (await Program.RunAsync("edit", "1", "--no-tags")).Of("sequence").Single().Text("tags"));
    }

    [Fact]
    public async Task A_name_that_is_taken_is_refused()
    {
        await ImportAsync(AWalk.Of(2));
        (await Program.RunAsync("import", Photos, "--name", "Other", "--transport", "Earth-Walk")).Ends(0);

        var run = (await Program.RunAsync("edit", "2", "--name", "LAKE WALK")).Ends(2);

        Assert.Contains("There is a sequence named 'LAKE WALK' already", run.Error, StringComparison.Ordinal);
        Assert.Equal("Other", (await Program.RunAsync("show", "2")).Of("sequence").Single().Text("name"));
    }

    [Fact]
    public async Task Users_add_transport_types_of_their_own_and_a_drone_stays_in_the_air()
    {
        Directory.CreateDirectory(Program.Home);
        var file = Path.Combine(Program.Home, "transport-types.json");
        await File.WriteAllTextAsync(file, """{ "earth": ["Unicycle"], "Water": ["Drone"] }""", TestContext.Current.CancellationToken);
        await ImportAsync(AWalk.Of(2));

        (await Program.RunAsync("edit", "1", "--transport", "Earth-Unicycle")).Ends(0);
        Assert.Equal("Earth-Unicycle", (await Program.RunAsync("show", "1")).Of("sequence").Single().Text("transport"));
        (await Program.RunAsync("plan", "1")).Ends(0);
        (await Program.RunAsync("edit", "1", "--transport", "Water-Drone")).Ends(0);
        (await Program.RunAsync("plan", "1")).Ends(6);

        await File.WriteAllTextAsync(file, """{ "Space": ["Rocket"] }""", TestContext.Current.CancellationToken);
        Assert.Contains("unknown parent", (await Program.RunAsync("edit", "1", "--transport", "Space-Rocket")).Ends(2).Error, StringComparison.Ordinal);
        await File.WriteAllTextAsync(file, "[]", TestContext.Current.CancellationToken);
        Assert.Contains("cannot be read", (await Program.RunAsync("edit", "1", "--transport", "Earth-Walk")).Ends(2).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_GPS_date_a_day_off_is_noticed_by_inspect_and_plan_and_one_command_mends_it()
    {
        for (var i = 1; i <= 3; i++)
        {
            APhoto.At(47.1 + (i * 0.00005), 8.5).TakenUtc($"2023-05-11 10:00:0{i}").TakenByClock($"2023-05-10 12:00:0{i}").Camera("Nikon", "P6000").SaveTo(Photo($"p{i}.jpg"));
        }

        var inspect = (await Program.RunAsync("inspect", Photos)).Ends(0);
        (await Program.RunAsync("import", Photos, "--name", "Walk", "--transport", "Earth-Walk")).Ends(0);
        Assert.Single((await Program.RunAsync("send", "1", "--dry-run")).Of("proposal"));
        var proposal = (await Program.RunAsync("plan", "1")).Of("proposal").Single();

        Assert.Equal("mtpdu edit ID --shift-time -86400", inspect.Of("proposal").Single().Text("command"));
        Assert.Equal((3, 0, 3), (proposal.Number("photos"), proposal.Number("matching_before"), proposal.Number("matching_after")));
        (await Program.RunAsync(proposal.Text("command")!.Split(' ')[1..])).Ends(0);
        Assert.Empty((await Program.RunAsync("plan", "1")).Of("proposal"));
    }

    [Fact]
    public async Task Thresholds_are_flags_of_plan_and_kept_by_a_send_that_is_not_refused()
    {
        await ImportAsync(AWalk.Of(4));

        Assert.Equal(3, (await Program.RunAsync("plan", "1", "--duplicate-metres", "50", "--duplicate-degrees", "180")).Count("left_out"));
        Assert.Equal(0, (await Program.RunAsync("plan", "1")).Count("left_out"));
        Assert.Equal("1.5 1 gap", Cut((await Program.RunAsync("plan", "1", "--max-gap", "1.5")).Of("part")[1], "cut_limit", "cut_reason"));
        (await Program.RunAsync("plan", "1", "--zig-zag-metres", "-1")).Ends(2);
        (await Program.RunAsync("send", "1", "--max-speed", "1")).Ends(6);
        Assert.Equal(0, (await Program.RunAsync("plan", "1")).Count("left_out"));
        (await Program.RunAsync("send", "1", "--duplicate-metres", "50", "--duplicate-degrees", "180")).Ends(0);
        Assert.Equal(3, (await Program.RunAsync("plan", "1")).Count("left_out"));

        static string Cut(JsonElement part, string limit, string reason) =>
            $"{part.GetProperty(limit).GetDouble().ToString(CultureInfo.InvariantCulture)} {(part.GetProperty("cut_value").GetDouble() > 1.9 ? 1 : 0)} {part.Text(reason)}";
    }

    private async Task ImportAsync(AWalk walk)
    {
        walk.SaveTo(Photos);
        (await Program.RunAsync(["import", .. Uploading(Photos)[1..]])).Ends(0);
    }

    // All that a plan says, but for its edits.
    private async Task<string> PlanAsync() => string.Join('\n', (await Program.RunForPeopleAsync("plan", "1")).Ends(0).Output);
}
