using MapThePaths.Emulator.MapThePathsWeb;
using MapThePaths.Tests.Fixtures;

namespace MapThePaths.Tests.Flows.Syncing;

/// <summary>Once the user agreed, whoever looks at Mapillary also tells Map the Paths Web.</summary>
public sealed class ByItself() : ASync(WebGeneration.Head)
{
    [Fact]
    public async Task Sending_with_follow_ends_with_a_synced_entry()
    {
        await AgreeAsync();
        AWalk.Of(4).SaveTo(Photos);

        var run = (await UploadAsync("--to", "mapillary-v3", "--follow")).Ends(0);

        Assert.Equal("synced", run.Of("mtpw")[^1].Text("state"));
        Assert.True(Assert.Single(await RowsAsync()).IsPublished);
    }

    [Fact]
    public async Task It_does_not_wait_for_parts_that_are_not_seen_yet()
    {
        await AgreeAsync();
        AWalk.Of(6).WithPauseBefore(3).SaveTo(Photos);
        Service.AddFault("v3_publish:never_process:only=2");

        await Program.KillAsync(
            () => Service.WhenAsync(state => state.Mtpw.Sequences.Any(row => row.IsPublished)),
            Uploading(Photos, "--to", "mapillary-v3", "--follow"));

        Assert.Single(await RowsAsync());
    }

    [Fact]
    public async Task Status_tells_it_too_and_show_and_list_say_how_it_stands()
    {
        await AgreeAsync();
        AWalk.Of(4).SaveTo(Photos);
        (await UploadAsync("--to", "mapillary-v3")).Ends(0);

        Assert.Equal("synced", (await Program.RunAsync("status")).Ends(0).Of("mtpw")[^1].Text("state"));

        Assert.Equal("synced", (await Program.RunAsync("show", "1")).Of("mtpw").Single().Text("state"));
        Assert.Equal("synced", (await Program.RunAsync("list")).Of("sequence").Single().Text("mtpw"));
        Assert.Contains("mtpw: 1 listed", (await Program.RunForPeopleAsync("list")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Its_trouble_is_told_and_is_no_failure_of_sending()
    {
        await AgreeAsync();
        AWalk.Of(4).SaveTo(Photos);
        Program.With("MTP_WEB_TOKEN", "");

        var run = (await UploadAsync("--to", "mapillary-v3", "--follow")).Ends(0);

        Assert.Contains("nobody is signed in", run.Of("note").Single().Text("message"), StringComparison.Ordinal);
        (await SyncAsync()).Ends(4);
    }

    [Fact]
    public async Task Without_consent_nothing_is_asked_and_the_entry_waits()
    {
        AWalk.Of(4).SaveTo(Photos);

        var run = (await UploadAsync("--to", "mapillary-v3", "--follow")).Ends(0);

        Assert.Equal("consent", run.Of("mtpw").Single().Text("needs"));
        Assert.Equal(0, await CallsAsync("mtpw_create"));
    }

    [Fact]
    public async Task Where_it_is_not_set_up_nobody_hears_of_it()
    {
        AWalk.Of(4).SaveTo(Photos);
        Program.With("MTP_WEB_URL", "");

        Assert.Empty((await UploadAsync("--to", "mapillary-v3", "--follow")).Ends(0).Of("mtpw"));
        Assert.Contains("MTP_WEB_URL", (await SyncAsync()).Ends(2).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_went_to_practice_is_told_to_nobody()
    {
        await AgreeAsync();
        AWalk.Of(4).SaveTo(Photos);

        Assert.Empty((await UploadAsync("--to", "practice", "--follow")).Ends(0).Of("mtpw"));

        (await SyncAsync()).Ends(3);
        Assert.Empty(await RowsAsync());
    }

    [Fact]
    public async Task Sync_looks_for_the_sequence_itself_when_nobody_has_yet()
    {
        AWalk.Of(4).SaveTo(Photos);
        (await UploadAsync("--to", "mapillary-v3")).Ends(0);

        (await SyncAsync("--consent")).Ends(0);
    }

    [Fact]
    public async Task A_sequence_that_is_not_seen_yet_is_waited_for()
    {
        AWalk.Of(4).SaveTo(Photos);
        Service.AddFault("v3_publish:never_process");
        (await UploadAsync("--to", "mapillary-v3")).Ends(0);

        var line = (await SyncAsync("--consent")).Ends(3).Of("mtpw").Single();

        Assert.Equal(("waiting", "sequence_key", null), (line.Text("state"), line.Text("needs"), line.Text("sequence_key")));
    }

    private async Task AgreeAsync() => (await Program.RunAsync("sync", "--consent")).Ends(0);
}
