using MapThePaths.Emulator.MapThePathsWeb;
using MapThePaths.Tests.Fixtures;

namespace MapThePaths.Tests.Flows.Syncing;

/// <summary>The generation that ran last: an entry is made, then one PUT attaches the Mapillary sequence (mtpw.md §5).</summary>
public sealed class AtHead() : ASync(WebGeneration.Head)
{
    [Fact]
    public async Task From_photos_to_an_entry_that_anybody_can_read()
    {
        await SendAsync(0, "--description", "Ways & \"means\"", "--tag", "Lake", "--tag", "beach");

        var run = (await SyncAsync("--consent")).Ends(0);

        var line = Assert.Single(run.Of("mtpw"));
        Assert.Equal(("head", "synced", null), (line.Text("contract"), line.Text("state"), line.Text("error")));
        var entry = await Service.EntryAsync(line.Text("mtpw_id")!);
        Assert.Equal("Lake walk", entry.Text("name"));
        Assert.Equal("Ways & \"means\"", entry.Text("description"));
        Assert.Equal(line.Text("sequence_key"), entry.Text("seq_key"));
        Assert.Equal("practice", entry.Text("username"));
        Assert.True(entry.GetProperty("is_published").GetBoolean());
        Assert.Equal(4, entry.Number("image_count"));
        var row = Assert.Single(await RowsAsync());
        Assert.Equal("Walk", row.TransportType);
        Assert.Equal(["lake", "beach"], row.Tags);
    }

    [Fact]
    public async Task What_is_synced_is_never_sent_again_for_that_would_take_its_tags()
    {
        await SendAsync(0, "--tag", "lake");
        var first = (await SyncAsync("--consent")).Ends(0);

        var again = (await SyncAsync()).Ends(0);
        (await Program.RunAsync("status")).Ends(0);

        Assert.Equal(1, await CallsAsync("mtpw_import"));
        Assert.Equal(["lake"], Assert.Single(await RowsAsync()).Tags);
        Assert.Equal(first.Of("mtpw")[0].Text("mtpw_id"), again.Of("mtpw")[0].Text("mtpw_id"));
    }

    [Fact]
    public async Task Each_part_of_a_long_sequence_gets_an_entry_of_its_own()
    {
        await SendAsync(pauses: 2);

        var run = (await SyncAsync("--consent")).Ends(0);

        Assert.Equal(3, run.Count("synced"));
        Assert.Equal(["Lake walk Part 1", "Lake walk Part 2", "Lake walk Part 3"], (await RowsAsync()).Select(row => row.Name));
        Assert.Equal(3, (await RowsAsync()).Select(row => row.SequenceKey).Distinct().Count());
    }

    [Fact]
    public async Task A_part_that_the_destination_cut_in_two_gets_two_entries()
    {
        Service.AddFault("v3_publish:split=2");
        await SendAsync();

        Assert.Equal(2, (await SyncAsync("--consent")).Ends(0).Count("synced"));

        Assert.Equal(2, (await RowsAsync()).Select(row => row.SequenceKey).Distinct().Count());
    }

    [Fact]
    public async Task A_name_of_a_hundred_characters_makes_room_for_the_part()
    {
        AWalk.Of(6).WithPauseBefore(3).SaveTo(Photos);
        (await Program.RunAsync("upload", Photos, "--name", new string('x', 100), "--transport", "Water-Row", "--to", "mapillary-v3", "--follow")).Ends(0);

        (await SyncAsync("--consent")).Ends(0);

        Assert.Equal([new string('x', 93) + " Part 1", new string('x', 93) + " Part 2"], (await RowsAsync()).Select(row => row.Name));
        Assert.All(await RowsAsync(), row => Assert.Equal("Row", row.TransportType));
    }

    [Fact]
    public async Task An_import_whose_answer_is_lost_is_found_by_looking()
    {
        await SendAsync(0, "--tag", "lake");
        Service.AddFault("mtpw_import:lose_reply");

        (await SyncAsync("--consent")).Ends(0);

        Assert.Equal(1, await CallsAsync("mtpw_import"));
        Assert.Equal(1, await CallsAsync("mtpw_read"));
        Assert.Equal(["lake"], Assert.Single(await RowsAsync()).Tags);
    }

    [Fact]
    public async Task Also_the_user_who_wants_a_new_entry_gets_the_one_that_is_there()
    {
        await SendAsync(0, "--tag", "lake");
        Service.AddFault("mtpw_import:lose_reply:first=1");
        Service.AddFault("mtpw_read:status=500:first=3");
        (await SyncAsync("--consent")).Ends(3);
        AMinutePasses();

        (await SyncAsync("--create-again")).Ends(0);

        Assert.Equal(1, await CallsAsync("mtpw_import"));
        Assert.Equal(["lake"], Assert.Single(await RowsAsync()).Tags);
    }

    [Theory]
    [InlineData("status=500")]
    [InlineData("garbage")]
    public async Task An_import_that_was_not_carried_out_is_made_by_the_next_run_on_the_same_entry(string effect)
    {
        await SendAsync();
        Service.AddFault($"mtpw_import:{effect}:first=1");

        var unclear = (await SyncAsync("--consent")).Ends(3).Of("mtpw").Single();
        Assert.Equal("unclear", unclear.Text("state"));
        Assert.NotNull(unclear.Text("error"));
        AMinutePasses();
        var done = (await SyncAsync()).Ends(0).Of("mtpw").Single();

        Assert.Equal(unclear.Text("mtpw_id"), done.Text("mtpw_id"));
        Assert.Single(await RowsAsync());
    }

    [Theory]
    [InlineData("lose_reply")]
    [InlineData("garbage")]
    public async Task An_entry_that_was_made_perhaps_is_not_made_again_unless_the_user_says_so(string effect)
    {
        await SendAsync();

        // The first call asks with an empty form which contract the server speaks.
        Service.AddFault($"mtpw_create:{effect}:only=2");

        var unclear = (await SyncAsync("--consent")).Ends(3).Of("mtpw").Single();
        Assert.Equal("unclear", unclear.Text("state"));
        Assert.Contains("--create-again", unclear.Text("next_step"), StringComparison.Ordinal);
        (await SyncAsync()).Ends(3);
        (await Program.RunAsync("status")).Ends(0);
        Assert.Equal(0, await CallsAsync("mtpw_import"));
        Assert.InRange((await RowsAsync()).Count, 0, 1);

        var done = (await SyncAsync("--create-again")).Ends(0).Of("mtpw").Single();
        Assert.Single(await RowsAsync(), row => row.IsPublished);
        Assert.Single(await RowsAsync(), row => row.UniqueId == done.Text("mtpw_id"));
    }

    [Fact]
    public async Task A_token_that_ended_is_a_reason_to_sign_in_again_and_then_it_goes_on()
    {
        await SendAsync();
        Service.AddFault("mtpw_import:not_authorized:first=1");

        var run = (await SyncAsync("--consent")).Ends(4);

        var line = run.Of("mtpw").Single();
        Assert.Equal(("waiting", "sign_in"), (line.Text("state"), line.Text("needs")));
        Assert.Contains("mtpdu login mtpw", run.Error, StringComparison.Ordinal);
        var done = (await SyncAsync()).Ends(0).Of("mtpw").Single();
        Assert.Equal(line.Text("mtpw_id"), done.Text("mtpw_id"));
        Assert.Single(await RowsAsync());
    }

    [Fact]
    public async Task A_sequence_that_Mapillary_does_not_give_the_server_is_refused_in_its_words_and_its_entry_kept()
    {
        await SendAsync();
        Service.AddFault("v3_sequence:status=404:first=1");

        var refused = (await SyncAsync("--consent")).Ends(5).Of("mtpw").Single();

        Assert.Equal("failed", refused.Text("state"));
        Assert.Contains("Sequence is empty", refused.Text("error"), StringComparison.Ordinal);
        (await Program.RunAsync("status")).Ends(0);
        Assert.Equal(1, await CallsAsync("mtpw_import"));
        Assert.Equal("failed", (await Program.RunAsync("list")).Of("sequence").Single().Text("mtpw"));
        Assert.Equal(refused.Text("mtpw_id"), (await SyncAsync()).Ends(0).Of("mtpw").Single().Text("mtpw_id"));
        Assert.Single(await RowsAsync());
    }

    [Fact]
    public async Task What_may_still_be_under_way_is_not_put_a_second_time_before_a_minute_is_over()
    {
        await SendAsync();
        Service.AddFault("mtpw_import:status=500:first=1");
        (await SyncAsync("--consent")).Ends(3);
        AskCatalog<object?>("UPDATE entry SET step_at = step_at - 45000");
        var looks = await CallsAsync("mtpw_read");

        var run = (await SyncAsync()).Ends(0);

        Assert.Contains("may still be at the last import", run.Error, StringComparison.Ordinal);
        Assert.Equal(looks + 2, await CallsAsync("mtpw_read"));
        Assert.Equal(2, await CallsAsync("mtpw_import"));
    }

    [Fact]
    public async Task At_another_server_an_entry_is_made_anew_for_an_id_may_be_anybodys_there()
    {
        await SendAsync();
        var first = (await SyncAsync("--consent")).Ends(0).Of("mtpw").Single().Text("mtpw_id");
        Program.With("MTP_WEB_URL", Service.Addresses.Mtpw.Url.Replace("127.0.0.1", "localhost", StringComparison.Ordinal));

        var second = (await SyncAsync("--consent")).Ends(0).Of("mtpw").Single().Text("mtpw_id");

        Assert.NotEqual(first, second);
        Assert.Equal(second, Assert.Single(await RowsAsync(), row => row.IsPublished).UniqueId);
    }

    [Fact]
    public async Task A_server_that_has_had_too_many_requests_gets_one_entry()
    {
        await SendAsync();
        Service.AddFault("mtpw_create:status=429:only=2");

        (await SyncAsync("--consent")).Ends(0);

        Assert.Single(await RowsAsync());
    }

    [Fact]
    public async Task A_token_that_the_server_refuses_is_refused_once_and_not_once_for_each_part()
    {
        await SendAsync(pauses: 2);

        // The first call is ours: the token is tried before it is handed over.
        Service.AddFault("v3_me:not_authorized:only=2");

        var lines = (await SyncAsync("--consent")).Ends(5).Of("mtpw");

        Assert.Equal(["failed", "failed", "failed"], lines.Select(line => line.Text("state")));
        Assert.All(lines, line => Assert.Contains("Mapillary token is invalid", line.Text("error"), StringComparison.Ordinal));
        Assert.Equal(1, await CallsAsync("mtpw_import"));
        Assert.Single(await RowsAsync());
        Assert.Equal(3, (await SyncAsync()).Ends(0).Count("synced"));
        Assert.Equal(3, (await RowsAsync()).Count);
    }

    [Fact]
    public async Task A_server_that_became_a_younger_one_is_found_out_by_looking()
    {
        await SendAsync();
        (await Program.RunAsync("doctor")).Ends(0);
        AskCatalog<object?>("UPDATE entry_server SET contract = 'seed'");

        (await SyncAsync("--consent")).Ends(0);

        Assert.Equal("head", AskCatalog<string>("SELECT contract FROM entry_server"));
    }
}
