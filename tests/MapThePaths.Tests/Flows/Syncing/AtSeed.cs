using MapThePaths.Emulator.MapThePathsWeb;
using MapThePaths.Tests.Fixtures;

namespace MapThePaths.Tests.Flows.Syncing;

/// <summary>The generation that the seed describes: the Mapillary token by a call of its own, then one import (mtpw.md §4).</summary>
public sealed class AtSeed() : ASync(WebGeneration.Seed)
{
    [Fact]
    public async Task From_photos_to_an_entry()
    {
        await SendAsync(0, "--description", "By the lake", "--tag", "Lake");

        var run = (await SyncAsync("--consent")).Ends(0);

        var line = Assert.Single(run.Of("mtpw"));
        Assert.Equal(("seed", "synced", null), (line.Text("contract"), line.Text("state"), line.Text("error")));
        var row = Assert.Single(await RowsAsync());
        Assert.Equal((line.Text("mtpw_id"), "Lake walk", "By the lake", "Walk"), (row.UniqueId, row.Name, row.Description, row.TransportType));
        Assert.Equal((line.Text("sequence_key"), true, 4), (row.SequenceKey, row.IsPublished, row.Images));
        Assert.Equal(["practice"], (await Service.StateAsync()).Mtpw.MapillaryTokensOf);
    }

    [Fact]
    public async Task A_sequence_without_tags_gets_a_clean_answer_too()
    {
        await SendAsync();

        (await SyncAsync("--consent")).Ends(0);

        Assert.Equal(1, await CallsAsync("mtpw_import"));
        Assert.Empty(Assert.Single(await RowsAsync()).Tags);
    }

    [Fact]
    public async Task The_token_is_handed_over_once_for_all_parts_of_a_run()
    {
        await SendAsync(pauses: 1);

        (await SyncAsync("--consent")).Ends(0);

        Assert.Equal(["Lake walk Part 1", "Lake walk Part 2"], (await RowsAsync()).Select(row => row.Name));
        Assert.Equal(2, await CallsAsync("mtpw_verify"));
    }

    [Fact]
    public async Task A_token_that_the_server_refuses_is_handed_over_once_and_not_once_for_each_part()
    {
        await SendAsync(pauses: 2);

        // The first call is ours: the token is tried before it is handed over.
        Service.AddFault("v3_me:not_authorized:only=2");

        var lines = (await SyncAsync("--consent")).Ends(5).Of("mtpw");

        Assert.Equal(["failed", "failed", "failed"], lines.Select(line => line.Text("state")));
        Assert.Equal(2, await CallsAsync("mtpw_verify"));
        Assert.Equal(0, await CallsAsync("mtpw_import"));
        Assert.Equal(3, (await SyncAsync()).Ends(0).Count("synced"));
    }

    [Fact]
    public async Task What_is_synced_is_not_sent_again()
    {
        await SendAsync();
        (await SyncAsync("--consent")).Ends(0);

        (await SyncAsync()).Ends(0);

        Assert.Equal(1, await CallsAsync("mtpw_import"));
    }

    [Fact]
    public async Task An_import_whose_answer_is_lost_is_found_by_its_key()
    {
        await SendAsync();
        Service.AddFault("mtpw_import:lose_reply:first=1");

        var line = (await SyncAsync("--consent")).Ends(0).Of("mtpw").Single();

        Assert.Equal(line.Text("mtpw_id"), Assert.Single(await RowsAsync()).UniqueId);
    }

    [Fact]
    public async Task A_server_that_crashes_at_every_import_leaves_it_unclear_until_it_answers()
    {
        await SendAsync();
        Service.AddFault("mtpw_import:lose_reply:first=2");

        Assert.Equal("unclear", (await SyncAsync("--consent")).Ends(3).Of("mtpw").Single().Text("state"));
        var line = (await SyncAsync()).Ends(0).Of("mtpw").Single();

        Assert.Equal(line.Text("mtpw_id"), Assert.Single(await RowsAsync()).UniqueId);
    }

    [Fact]
    public async Task A_dead_Mapillary_token_is_not_handed_over_for_it_would_take_a_good_ones_place()
    {
        await SendAsync();
        Service.AddFault("v3_me:not_authorized:first=1");

        (await SyncAsync("--consent")).Ends(4);

        Assert.Empty((await Service.StateAsync()).Mtpw.MapillaryTokensOf);
        (await SyncAsync()).Ends(0);
    }

    [Fact]
    public async Task A_server_that_cannot_be_reached_is_trouble_of_its_own_and_the_next_run_goes_on()
    {
        await SendAsync();
        Service.AddFault("mtpw_verify:status=500:first=6");

        (await SyncAsync("--consent")).Ends(5);

        Service.ClearFaults();
        (await SyncAsync()).Ends(0);
    }
}
