using System.Text.Json;
using MapThePaths.Tests.Fixtures;
using Microsoft.Data.Sqlite;

namespace MapThePaths.Tests.Flows;

/// <summary>A mapper who sends to a server that speaks Mapillary's API v3: the seed's "Upload images" and "Store data".</summary>
public sealed class MapillaryV3 : AFlow
{
    private const string ForEver = "delay=600000";

    public MapillaryV3() => AWalk.Of(4).SaveTo(Photos);

    protected override IReadOnlyDictionary<string, string> ServiceSettings => Service.V3Environment();

    [Fact]
    public async Task Step_1_Prepare_the_imagery_for_uploading_in_ImageDescription()
    {
        (await SendAsync()).Ends(0);

        var photos = await Service.PhotosOfAsync(await OnlySessionAsync());
        Assert.Equal(Enumerable.Range(1, 4).Select(AWalk.NameOf), photos.Keys.Order(StringComparer.Ordinal));
        var description = photos[AWalk.NameOf(2)].Description;
        Assert.Equal("2023_05_10_10_00_04_250", description.GetProperty("MAPCaptureTime").GetString());
        Assert.Equal(47.1001, description.GetProperty("MAPLatitude").GetDouble(), 7);
        Assert.Equal("Lake walk", description.GetProperty("MTPSequenceName").GetString());
        foreach (var (name, photo) in photos)
        {
            var original = await File.ReadAllBytesAsync(Photo(name), TestContext.Current.CancellationToken);
            Assert.True(JpegParts.Of(original).Rest.AsSpan().SequenceEqual(JpegParts.Of(photo.Bytes).Rest), $"The picture of {name} changed on its way.");
        }
    }

    [Fact]
    public async Task Step_2_User_authenticates_to_Mapillary()
    {
        Service.AddFault("v3_me:not_authorized:first=1");

        (await SendAsync()).Ends(4);
        Assert.Empty((await Service.StateAsync()).V3Sessions);

        (await SendAsync()).Ends(0);
        Assert.Single((await Service.StateAsync()).V3Sessions);
    }

    [Fact]
    public async Task Step_3_Create_an_upload_session_on_Mapillary()
    {
        var run = (await SendAsync()).Ends(0);

        var session = await OnlySessionAsync();
        Assert.Equal(session.Key, run.Of("part")[^1].Text("session_key"));
        Assert.Equal(1, (await Service.StateAsync()).CallsOf("v3_open"));
    }

    [Fact]
    public async Task Step_4_Upload_the_imagery_to_the_upload_session_on_Mapillary()
    {
        Service.AddFault("v3_upload:status=503:first=2");
        Service.AddFault("v3_upload:drop_after=3000:first=1");

        (await SendAsync()).Ends(0);

        var session = await OnlySessionAsync();
        Assert.Equal(4, session.Photos.Count);
        Assert.All(session.Photos, photo => Assert.Equal(1, photo.Times));
    }

    [Fact]
    public async Task Step_5_Publish_the_upload_session_on_Mapillary()
    {
        var run = (await SendAsync("--follow")).Ends(0);

        Assert.Equal("4 photos, 4 sent, 4 visible", run.Counts());
        await PublishedOnceAsync();
        Assert.Equal("live", run.Of("part")[^1].Text("state"));
        var again = (await SendAsync("--follow")).Ends(0);
        Assert.Equal("4 photos, 4 already_sent, 4 visible", again.Counts());
        await PublishedOnceAsync();
    }

    [Fact]
    public async Task A_dry_run_publishes_nothing_and_says_that_the_session_cannot_be_reached_afterwards()
    {
        var run = (await SendAsync("--dry-run")).Ends(0);

        var session = await OnlySessionAsync();
        Assert.True(session.DryRun);
        Assert.Equal("4 photos, 4 dry_run", run.Counts());
        var note = Assert.Single(run.Of("note")).Text("message");
        Assert.Contains(session.Key, note, StringComparison.Ordinal);
        Assert.Contains("cannot be reached any more", note, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_real_send_after_a_dry_run_brings_all_photos_to_a_new_session()
    {
        (await SendAsync("--dry-run")).Ends(0);

        var run = (await SendAsync("--follow")).Ends(0);

        Assert.Equal("4 photos, 4 sent, 4 visible", run.Counts());
        var sessions = (await Service.StateAsync()).V3Sessions;
        Assert.Equal([true, false], sessions.Select(session => session.DryRun));
        Assert.Equal([4, 4], sessions.Select(session => session.Photos.Count));
    }

    [Fact]
    public async Task A_failed_session_is_told_with_its_reason_stored_as_received_and_sent_again()
    {
        Service.AddFault("v3_publish:fail_session:first=1");

        (await SendAsync("--follow")).Ends(5);

        var part = Assert.Single((await Program.RunAsync("status")).Ends(3).Of("part"));
        Assert.Equal("failed", part.Text("state"));
        var stored = Assert.Single(Rows("SELECT state, reason, record FROM upload_session"));
        var reason = JsonElement.Parse(stored[2]).GetProperty("error").GetProperty("reason").GetString();
        Assert.Equal(["failed", reason!], stored[..2]);
        Assert.Equal(reason, part.Text("error"));
        var run = (await SendAsync("--follow")).Ends(0);
        Assert.Equal("4 photos, 4 sent, 4 visible", run.Counts());
        Assert.Equal(["failed", "published"], (await Service.StateAsync()).V3Sessions.Select(session => session.Status));
    }

    [Fact]
    public async Task Sequence_and_image_objects_are_stored_as_received_and_in_columns()
    {
        (await SendAsync("--follow")).Ends(0);

        var session = await OnlySessionAsync();
        var sequence = Assert.Single(Rows("SELECT record, remote_sequence_id, user_name, image_ids FROM remote_sequence"));
        var properties = JsonElement.Parse(sequence[0]).GetProperty("properties");
        Assert.Equal([session.Photos[0].SequenceKey!, "practice"], sequence[1..3]);
        Assert.Equal(sequence[1], properties.GetProperty("key").GetString());
        Assert.Equal(properties.GetProperty("coordinateProperties").GetProperty("image_keys").EnumerateArray().Select(key => key.GetString()), sequence[3].Split('\n'));
        var images = Rows("SELECT image_id, record, user_name, make FROM remote_image");
        Assert.Equal(4, images.Count);
        Assert.All(images, image => Assert.Equal(image[0], JsonElement.Parse(image[1]).GetProperty("properties").GetProperty("key").GetString()));
        Assert.All(images, image => Assert.Equal(["practice", "Trek"], image[2..]));
    }

    [Fact]
    public async Task A_storm_of_504_while_looking_for_sequences_is_waited_out()
    {
        Service.AddFault("v3_sequences:status=504:first=3");

        var run = (await SendAsync("--follow")).Ends(0);

        Assert.Equal("4 photos, 4 sent, 4 visible", run.Counts());
    }

    [Fact]
    public async Task Two_sequences_in_the_same_time_window_are_told_apart()
    {
        var elsewhere = AWalk.Of(4).Elsewhere().OfSize(30_000).SaveTo(Path.Combine(Program.WorkingFolder, "elsewhere"));
        (await SendAsync("--follow")).Ends(0);

        var other = (await Program.RunAsync("upload", elsewhere, "--name", "Other walk", "--transport", "Earth-Walk", "--to", "mapillary-v3", "--follow")).Ends(0);

        Assert.Equal("4 photos, 4 sent, 4 visible", other.Counts());
        var shown = (await Program.RunAsync("status")).Ends(0).Of("part").Select(part => part.GetProperty("remote_sequence_ids")[0].GetString()).ToList();
        var published = (await Service.StateAsync()).V3Sessions.Select(session => session.Photos[0].SequenceKey).ToList();
        Assert.Equal(2, published.Distinct().Count());
        Assert.Equal(published, shown);
    }

    [Fact]
    public async Task What_another_catalog_sent_of_the_same_photos_is_not_taken_for_what_this_one_sent()
    {
        (await SendAsync("--follow")).Ends(0);
        using var other = new Mtpdu();
        foreach (var (key, value) in ServiceSettings)
        {
            other.With(key, value);
        }

        var run = (await other.RunAsync(Uploading(Photos, "--to", "mapillary-v3", "--follow"))).Ends(0);

        var second = (await Service.StateAsync()).V3Sessions[^1].Photos;
        Assert.Equal("4 photos, 4 sent, 4 visible", run.Counts());
        Assert.Equal(
            second.Select(photo => photo.ImageKey).Order(StringComparer.Ordinal),
            (await other.RunAsync("show", "1")).Of("photo").Select(photo => photo.GetProperty("states")[0].Text("image_id")).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_session_that_the_service_cut_into_several_sequences_is_found_whole()
    {
        Service.AddFault("v3_publish:split=2");

        var run = (await SendAsync("--follow")).Ends(0);

        Assert.Equal("4 photos, 4 sent, 4 visible", run.Counts());
        Assert.Equal(2, run.Of("part")[^1].GetProperty("remote_sequence_ids").GetArrayLength());
    }

    [Fact]
    public async Task After_a_kill_the_session_is_taken_up_and_what_was_acknowledged_is_not_sent_again()
    {
        await KillAfterTwoPhotosAsync();

        var run = (await SendAsync("--follow")).Ends(0);

        Assert.Equal("4 photos, 4 sent, 4 visible", run.Counts());
        Assert.All((await OnlySessionAsync()).Photos, photo => Assert.Equal(1, photo.Times));
        await PublishedOnceAsync();
    }

    [Fact]
    public async Task A_session_left_open_is_shown_by_status_and_can_be_dropped()
    {
        await KillAfterTwoPhotosAsync();
        var left = await OnlySessionAsync();

        var shown = Assert.Single((await Program.RunAsync("status")).Ends(0).Of("session"));
        Assert.Equal((left.Key, "1"), (shown.Text("session_key"), shown.Text("sequence_id")));
        Assert.Contains("--new-session", shown.Text("next_step"), StringComparison.Ordinal);
        (await Program.RunAsync("send", "1", "--to", "mapillary-v3", "--new-session", "--follow")).Ends(0);

        var sessions = (await Service.StateAsync()).V3Sessions;
        Assert.Equal(["open", "published"], sessions.Select(session => session.Status));
        Assert.Equal([2, 4], sessions.Select(session => session.Photos.Count));
        Assert.Empty((await Program.RunAsync("status")).Ends(0).Of("session"));
    }

    [Fact]
    public async Task A_session_whose_part_was_edited_meanwhile_is_dropped()
    {
        await KillAfterTwoPhotosAsync();
        (await Program.RunAsync("edit", "1", "--remove", AWalk.NameOf(4))).Ends(0);

        (await Program.RunAsync("send", "1", "--to", "mapillary-v3", "--follow")).Ends(0);

        Assert.Equal(["open", "published"], (await Service.StateAsync()).V3Sessions.Select(session => session.Status));
        Assert.Empty((await Program.RunAsync("status")).Ends(0).Of("session"));
        Assert.Equal(["dropped", "gone"], Rows("SELECT state FROM upload_session ORDER BY state").Select(row => row[0]));
    }

    [Fact]
    public async Task A_session_of_a_sequence_that_is_forgotten_is_dropped()
    {
        await KillAfterTwoPhotosAsync();

        (await Program.RunAsync("delete", "1")).Ends(0);

        Assert.Empty((await Program.RunAsync("status")).Ends(0).Of("session"));
    }

    [Fact]
    public async Task A_session_whose_opening_was_never_answered_is_shown_by_status()
    {
        Service.AddFault("v3_open:lose_reply:first=1");
        (await SendAsync("--follow")).Ends(0);
        var lost = Assert.Single((await Service.StateAsync()).V3Sessions, session => session.Status == "open");

        var run = (await Program.RunAsync("status")).Ends(0);

        var shown = Assert.Single(run.Of("session"));
        Assert.Equal((lost.Key, null), (shown.Text("session_key"), shown.Text("sequence_id")));
        Assert.Contains("can be left", shown.Text("next_step"), StringComparison.Ordinal);
        Assert.Contains("opened, but nothing is known of it here", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_session_lost_on_the_server_between_two_runs_is_replaced_and_gets_all_photos()
    {
        await KillAfterTwoPhotosAsync();
        Service.AddFault("v3_session:session_gone:first=1");

        var run = (await SendAsync("--follow")).Ends(0);

        Assert.Equal("4 photos, 4 sent, 4 visible", run.Counts());
        var sessions = (await Service.StateAsync()).V3Sessions;
        Assert.Equal(["lost", "published"], sessions.Select(session => session.Status));
        Assert.Equal(4, sessions[1].Photos.Count);
    }

    [Fact]
    public async Task A_session_lost_on_the_server_before_it_is_published_is_replaced_in_the_same_run()
    {
        Service.AddFault("v3_publish:session_gone:first=1");

        var run = (await SendAsync("--follow")).Ends(0);

        Assert.Equal("4 photos, 4 sent, 4 visible", run.Counts());
        var sessions = (await Service.StateAsync()).V3Sessions;
        Assert.Equal(["lost", "published"], sessions.Select(session => session.Status));
        Assert.Equal(4, sessions[1].Photos.Count);
    }

    [Fact]
    public async Task With_nobody_signed_in_status_tells_of_an_open_session_what_the_catalog_knows()
    {
        await KillAfterTwoPhotosAsync();
        Program.With("MAPILLARY_ACCESS_TOKEN", "");

        var run = (await Program.RunAsync("status")).Ends(0);

        Assert.Equal((await OnlySessionAsync()).Key, Assert.Single(run.Of("session")).Text("session_key"));
        Assert.Contains("mtpdu login mapillary-v3", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_nobody_signed_in_status_of_what_was_published_needs_signing_in()
    {
        Service.AddFault("v3_publish:never_process");
        (await SendAsync()).Ends(0);
        Program.With("MAPILLARY_ACCESS_TOKEN", "");

        var run = (await Program.RunAsync("status")).Ends(4);

        Assert.Equal("processing", Assert.Single(run.Of("part")).Text("state"));
    }

    [Fact]
    public async Task A_stale_form_is_renewed_and_the_photos_go_to_the_same_session()
    {
        Service.AddFault("v3_upload:status=403:first=2");

        (await SendAsync("--follow")).Ends(0);

        Assert.Equal(4, (await OnlySessionAsync()).Photos.Count);
    }

    [Fact]
    public async Task Publishing_whose_answer_is_lost_is_not_repeated_and_found_by_looking()
    {
        Service.AddFault("v3_publish:lose_reply:first=1");

        var unclear = (await SendAsync()).Ends(3);
        (await SendAsync()).Ends(3);
        Assert.Contains("'mtpdu status 1 --follow'", unclear.Of("part")[^1].Text("next_step"), StringComparison.Ordinal);
        Assert.Equal(1, (await Service.StateAsync()).CallsOf("v3_publish"));

        var part = (await Program.RunAsync("status", "--follow")).Ends(0).Of("part")[^1];
        Assert.Equal(("live", 4), (part.Text("state"), part.Number("visible")));
    }

    [Fact]
    public async Task An_organization_of_the_users_gets_the_photos()
    {
        var run = (await SendAsync("--organization", Service.Addresses.V3.OrganizationKey, "--follow")).Ends(0);

        Assert.Equal("4 photos, 4 sent, 4 visible", run.Counts());
        await PublishedOnceAsync();
        Assert.Equal(Service.Addresses.V3.OrganizationKey, Assert.Single(Rows("SELECT organization_id FROM remote_sequence"))[0]);
    }

    [Fact]
    public async Task An_organization_that_is_none_of_the_users_ends_the_run_before_anything_is_opened()
    {
        var run = (await SendAsync("--organization", "another")).Ends(2);

        Assert.Contains("has no organization another", run.Error.ReplaceLineEndings(" "), StringComparison.Ordinal);
        Assert.Empty((await Service.StateAsync()).V3Sessions);
    }

    [Fact]
    public async Task Without_an_app_the_setting_is_named()
    {
        Program.With("MAPILLARY_APP_ID", "");

        var run = (await SendAsync()).Ends(2);

        Assert.Contains("MAPILLARY_V3_APP_ID is missing", run.Error, StringComparison.Ordinal);
    }

    private Task<ProgramRun> SendAsync(params string[] more) => UploadAsync(["--to", "mapillary-v3", .. more]);

    // Once the program, too, has stored that they arrived.
    private async Task KillAfterTwoPhotosAsync()
    {
        Service.AddFault($"v3_upload:{ForEver}:after=2");
        await Program.KillAsync(
            () => Service.WhenAsync(state => state.CallsOf("v3_upload") > 2 && state.V3Sessions is [{ Photos.Count: 2 }]
                && AskCatalog<long>("SELECT COUNT(*) FROM life_line WHERE state = 'sent'") == 2),
            Uploading(Photos, "--to", "mapillary-v3"));
        Service.ClearFaults();
    }

    private async Task<V3Session> OnlySessionAsync() => Assert.Single((await Service.StateAsync()).V3Sessions);

    private async Task PublishedOnceAsync()
    {
        var session = await OnlySessionAsync();
        Assert.Equal("published", session.Status);
        Assert.Equal(1, (await Service.StateAsync()).CallsOf("v3_publish"));
        Assert.All(session.Photos, photo => Assert.NotNull(photo.ImageKey));
        Assert.Equal(4, session.Photos.Count);
    }

    private async Task<IEnumerable<string?>> States() =>
        (await Program.RunAsync("show", "1")).Of("photo").Select(photo => photo.GetProperty("states")[0].Text("state"));

    private List<string[]> Rows(string question)
    {
        using var catalog = new SqliteConnection($"Data Source={Program.Catalog};Pooling=False");
        catalog.Open();
        using var command = catalog.CreateCommand();
#pragma warning disable CA2100 // The questions stand in this file.
        command.CommandText = question;
#pragma warning restore CA2100
        using var reader = command.ExecuteReader();
        List<string[]> rows = [];
        while (reader.Read())
        {
            rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(column => $"{reader.GetValue(column)}")]);
        }

        return rows;
    }
}
