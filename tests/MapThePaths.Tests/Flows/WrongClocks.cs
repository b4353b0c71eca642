using System.Globalization;
using System.Text.Json;
using MapThePaths.Core.Geo;
using MapThePaths.Tests.Fixtures;
using NodaTime;

namespace MapThePaths.Tests.Flows;

/// <summary>A mapper whose camera's clock, GPS time and track disagree: what is noticed before anything is sent, and one edit that mends it.</summary>
public sealed class WrongClocks : AFlow
{
    // As a Nikon Coolpix P6000 wrote them on a walk through Arezzo: clock two hours and some 90 seconds fast, GPS date a day ahead.
    private static readonly (string Clock, string Gps, double Latitude, double Longitude)[] Arezzo =
    [
        ("2008-10-22 16:28:39", "2008-10-23 14:27:07.240", 43.46745, 11.88513),
        ("2008-10-22 16:29:49", "2008-10-23 14:28:17.240", 43.46716, 11.88540),
        ("2008-10-22 16:38:20", "2008-10-23 14:36:47.230", 43.46708, 11.88454),
        ("2008-10-22 16:43:21", "2008-10-23 14:41:49.030", 43.46837, 11.88164),
        ("2008-10-22 16:44:01", "2008-10-23 14:42:29.030", 43.46844, 11.88152),
        ("2008-10-22 16:46:53", "2008-10-23 14:45:20.910", 43.46824, 11.88017),
        ("2008-10-22 16:52:15", "2008-10-23 14:50:40.900", 43.46726, 11.87921),
        ("2008-10-22 16:55:37", "2008-10-23 14:54:00.190", 43.46601, 11.87911),
        ("2008-10-22 17:00:07", "2008-10-23 14:57:41.370", 43.46446, 11.88148),
    ];

    [Fact]
    public async Task A_GPS_date_a_day_ahead_is_noticed_before_the_import_and_after_it()
    {
        for (var i = 0; i < Arezzo.Length; i++)
        {
            var (clock, gps, latitude, longitude) = Arezzo[i];
            APhoto.At(latitude, longitude).TakenByClock(clock).TakenUtc(gps).Camera("NIKON", "COOLPIX P6000").SaveTo(Photo($"DSCN00{i:00}.jpg"));
        }

        await IsADayOffAsync(Photos);
    }

    [Fact]
    public async Task So_it_is_with_the_real_photos()
    {
        await IsADayOffAsync(Path.GetDirectoryName(RealPhotos.PathOf(Path.Combine("walk-arezzo", "DSCN0010.jpg")))!);
    }

    [Fact]
    public async Task A_clock_two_hours_off_the_track_beside_the_photos_is_noticed_and_one_command_mends_it()
    {
        SaveLine("p", 0, 30, hoursAhead: 2);
        var track = ATrack.Walk(600).SaveTo(Photo("day.gpx"));

        var inspect = Proposal(await Program.RunAsync("inspect", Photos));
        var import = Proposal((await Program.RunAsync("import", Photos, "--name", "Walk", "--transport", "Earth-Walk")).Ends(0));

        Assert.Equal(("clock-disagrees", $"mtpdu edit ID --shift-time -7200 --geotag {track}", 30, 0, 30), Told(inspect));
        Assert.Equal(("clock-disagrees", $"mtpdu edit 1 --shift-time -7200 --geotag {track}", 30, 0, 30), Told(import));
        await AcceptAsync(import);
        Assert.Equal((30, 0), await PhotosAndLeftOutAsync());
    }

    [Fact]
    public async Task Of_two_cameras_only_the_one_that_is_off_is_moved_and_positions_that_are_there_stay()
    {
        SaveLine("right", 0, 20, hoursAhead: 0, camera: "One", hasPosition: true);
        SaveLine("wrong", 60, 30, hoursAhead: 1, camera: "Two", hasPosition: true);
        var track = ATrack.Walk(600).SaveTo(Photo("day.gpx"));

        var inspect = Proposal(await Program.RunAsync("inspect", Photos));

        Assert.Equal(("clock-disagrees", "mtpdu edit ID --shift-time -3600 --camera \"Trek Two\"", 30, 0, 30), Told(inspect));
        Assert.StartsWith("Trek Two: ", inspect.Text("evidence"), StringComparison.Ordinal);
        (await Program.RunAsync("import", Photos, "--name", "Walk", "--transport", "Earth-Walk")).Ends(0);
        await AcceptAsync(inspect);
        Assert.Empty((await Program.RunAsync("import", Photos, "--name", "Walk", "--transport", "Earth-Walk")).Of("proposal"));
        (await Program.RunAsync("edit", "1", "--geotag", track)).Ends(0);
        Assert.Equal((50, 0), await PhotosAndLeftOutAsync());
    }

    [Fact]
    public async Task Two_cameras_that_are_off_alike_get_one_edit()
    {
        SaveLine("one", 0, 20, hoursAhead: 2, camera: "One");
        SaveLine("two", 60, 30, hoursAhead: 2, camera: "Two");
        ATrack.Walk(600).SaveTo(Photo("day.gpx"));

        Assert.Equal(("clock-disagrees", $"mtpdu edit ID --shift-time -7200 --geotag {Photo("day.gpx")}", 50, 0, 50), Told(Proposal(await Program.RunAsync("inspect", Photos))));
    }

    [Fact]
    public async Task Who_uploads_in_one_go_is_told_before_the_first_byte()
    {
        SaveLine("p", 0, 6, hoursAhead: 2, hasPosition: true);
        ATrack.Walk(600).SaveTo(Photo("day.gpx"));

        var upload = (await UploadAsync()).Ends(0);

        Assert.Equal(("clock-disagrees", "mtpdu edit 1 --shift-time -7200", 6, 0, 6), Told(Proposal(upload)));
        Assert.True(upload.Output.IndexOf("\"proposal\"", StringComparison.Ordinal) < upload.Output.IndexOf("\"progress\"", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_track_says_it_in_place_of_the_GPS_time_and_people_read_the_evidence()
    {
        for (var i = 0; i < 20; i++)
        {
            APhoto.At(Shot.North(i * 15).Latitude, 8).TakenByClock($"2026-05-01 14:{i / 6:00}:{i % 6 * 10:00}").TakenUtc($"2026-05-02 12:{i / 6:00}:{i % 6 * 10:00}").Camera("NIKON", "P6000").SaveTo(Photo($"p{i:00}.jpg"));
        }

        ATrack.Walk(600).SaveTo(Photo("day.gpx"));

        var words = (await Program.RunForPeopleAsync("inspect", Photos)).Ends(0).Output.ReplaceLineEndings("\n");

        Assert.Contains("Look at this (clock-disagrees): The track and the times of the photos do not fit: 0 of 20 photos are on it. With all times 86400 s earlier it is 20", words, StringComparison.Ordinal);
        Assert.Contains("  0 of 20 photos match now, 20 would match with:\n  mtpdu edit ID --shift-time -86400\n", words, StringComparison.Ordinal);
        Assert.Single(words.Split('\n'), line => line.StartsWith("Look at this", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_track_that_fits_and_a_file_that_is_none_are_nothing_to_look_at()
    {
        SaveLine("p", 0, 30, hoursAhead: 0);
        ATrack.Walk(600).SaveTo(Photo("day.gpx"));
        Save("other.gpx", "no track"u8.ToArray());

        Assert.Empty((await Program.RunAsync("inspect", Photos)).Of("proposal"));
        Assert.Empty((await Program.RunAsync("import", Photos, "--name", "Walk", "--transport", "Earth-Walk")).Of("proposal"));
    }

    private async Task IsADayOffAsync(string folder)
    {
        var inspect = Proposal(await Program.RunAsync("inspect", folder));
        (await Program.RunAsync("import", folder, "--name", "Arezzo", "--transport", "Earth-Walk")).Ends(0);
        var plan = Proposal(await Program.RunAsync("plan", "1"));

        Assert.Equal(("gps-date-off", "mtpdu edit ID --shift-time -86400", 9, 0, 9), Told(inspect));
        Assert.Equal(("gps-date-off", "mtpdu edit 1 --shift-time -86400", 9, 0, 9), Told(plan));
        Assert.Equal(inspect.Text("evidence"), plan.Text("evidence"));
        Assert.Contains("a day earlier the clock was 2 h 1 min 32 s ahead of UTC, which is the zone +02:00 and a clock 92 s fast", plan.Text("evidence"), StringComparison.Ordinal);
        await AcceptAsync(plan);
        var mended = await Program.RunAsync("plan", "1");
        Assert.Empty(mended.Of("proposal"));
        Assert.Equal("2008-10-22T14:27:07.240Z", mended.Of("part")[0].Text("earliest_at"));
    }

    // Along the track, a photo in two seconds; the camera says its zone, and is wrong in it.
    private void SaveLine(string name, int fromSecond, int photos, int hoursAhead, string camera = "One", bool hasPosition = false)
    {
        for (var i = 0; i < photos; i++)
        {
            var second = fromSecond + (i * 2);
            var time = (Shot.Noon + Duration.FromHours(hoursAhead) + Duration.FromSeconds(second)).ToDateTimeUtc();
            GeoPoint place = Shot.North(second * 1.5);
            (hasPosition ? APhoto.At(place.Latitude, place.Longitude) : APhoto.Anywhere())
                .TakenByClock(time.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture)).Offset("+00:00").Camera("Trek", camera).SaveTo(Photo($"{name}{i:00}.jpg"));
        }
    }

    private static JsonElement Proposal(ProgramRun run) => Assert.Single(run.Of("proposal"));

    private static (string?, string?, int, int, int) Told(JsonElement proposal) =>
        (proposal.Text("reason"), proposal.Text("command"), proposal.Number("photos"), proposal.Number("matching_before"), proposal.Number("matching_after"));

    private async Task AcceptAsync(JsonElement proposal)
    {
        var words = proposal.Text("command")!.Replace(" ID ", " 1 ", StringComparison.Ordinal).Split('"');
        var arguments = words.SelectMany((text, index) => index % 2 == 0 ? text.Split(' ', StringSplitOptions.RemoveEmptyEntries) : [text]).Skip(1);
        (await Program.RunAsync([.. arguments])).Ends(0);
    }

    private async Task<(int Photos, int LeftOut)> PhotosAndLeftOutAsync()
    {
        var plan = await Program.RunAsync("plan", "1");
        return (plan.Count("photos"), plan.Count("left_out"));
    }
}
