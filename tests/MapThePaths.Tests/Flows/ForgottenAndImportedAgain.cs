using MapThePaths.Emulator.MapThePathsWeb;
using MapThePaths.Tests.Fixtures;
using MapThePaths.Tests.Flows.Syncing;

namespace MapThePaths.Tests.Flows;

/// <summary>What is online of photos is told by every verb, also when the sequence that sent them was forgotten.</summary>
public sealed class ForgottenAndImportedAgain() : ASync(WebGeneration.Head)
{
    [Fact]
    public async Task Status_tells_where_they_are()
    {
        await AgainAsync();

        var part = Assert.Single((await Program.RunAsync("status", "2")).Ends(0).Of("part"));

        Assert.Equal(("2", "live", 4), (part.Text("sequence_id"), part.Text("state"), part.Number("visible")));
    }

    [Fact]
    public async Task Verify_finds_them_and_says_which_originals_may_go_where_they_lie_now()
    {
        await AgainAsync(folder: "moved");

        var run = (await Program.RunAsync("verify", "2", "--safe-to-delete", "--trust", Service.Addresses.V3.Url)).Ends(0);

        Assert.Equal((1, 4, 0, 4), (run.Count("parts"), run.Count("visible"), run.Count("not_sent"), run.Count("safe_to_delete")));
        Assert.All(run.Of("safe_to_delete"), line => Assert.Equal("moved", Path.GetFileName(Path.GetDirectoryName(line.Text("path")))));
    }

    [Fact]
    public async Task List_tells_where_they_are()
    {
        await AgainAsync();

        Assert.Contains("mapillary-v3: 1 part done there", (await Program.RunForPeopleAsync("list")).Ends(0).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sync_knows_their_entry_and_makes_no_second_one()
    {
        await AgainAsync();

        var line = Assert.Single((await Program.RunAsync("sync", "2")).Ends(0).Of("mtpw"));

        Assert.Equal(("2", "synced"), (line.Text("sequence_id"), line.Text("state")));
        Assert.Equal(1, await CallsAsync("mtpw_import"));
    }

    [Fact]
    public async Task The_page_shows_where_they_are()
    {
        await AgainAsync();
        await using var page = await Program.OpenPageAsync();

        var there = Assert.Single((await page.GetAsync("/api/sequences/2")).GetProperty("destinations").EnumerateArray());

        Assert.Equal(("mapillary-v3", 4), (there.Text("destination"), there.Number("visible")));
    }

    [Fact]
    public async Task A_bigger_sequence_takes_over_what_is_online_of_several()
    {
        AWalk.Of(4).SaveTo(Path.Combine(Photos, "a"));
        AWalk.Of(2).WithPauseBefore(1).Elsewhere().SaveTo(Path.Combine(Photos, "b"));
        foreach (var name in new[] { "a", "b" })
        {
            (await Program.RunAsync("upload", Path.Combine(Photos, name), "--name", name, "--transport", "Earth-Walk", "--to", "mapillary-v3", "--follow")).Ends(0);
            (await Program.RunAsync("delete", name)).Ends(0);
        }

        (await Program.RunAsync("import", Photos, "--name", "Both", "--transport", "Earth-Walk")).Ends(0);

        var parts = (await Program.RunAsync("status", "Both")).Ends(0).Of("part");
        Assert.Equal([("1", 4), ("2", 2)], parts.Select(part => (part.Text("part"), part.Number("visible"))));
        Assert.Equal(6, (await Program.RunAsync("verify", "Both")).Ends(0).Count("visible"));
    }

    [Fact]
    public async Task Another_sequence_that_has_them_takes_them_over_at_once()
    {
        await SendAsync();
        (await Program.RunAsync("import", Photo("walk01.jpg"), Photo("walk02.jpg"), "--name", "Its beginning", "--transport", "Earth-Walk")).Ends(0);

        (await Program.RunAsync("delete", "1")).Ends(0);

        Assert.Equal("2", Assert.Single((await Program.RunAsync("status")).Of("part")).Text("sequence_id"));
        Assert.Equal((2, 2), ((await Program.RunAsync("verify", "2")).Ends(0) is var run ? run.Count("photos") : 0, run.Count("visible")));
    }

    [Fact]
    public async Task Until_then_nothing_is_told_of_them()
    {
        await SendAsync();
        (await Program.RunAsync("delete", "1")).Ends(0);

        Assert.Empty((await Program.RunAsync("status")).Ends(0).Of("part"));
        Assert.Empty((await Program.RunAsync("sync", "--consent")).Ends(0).Of("mtpw"));
    }

    [Fact]
    public async Task Following_goes_on_with_what_was_not_visible_yet()
    {
        Service.AddFault("v3_publish:never_process");
        AWalk.Of(4).SaveTo(Photos);
        (await UploadAsync("--to", "mapillary-v3")).Ends(0);
        (await Program.RunAsync("delete", "1")).Ends(0);
        (await Program.RunAsync("import", Photos, "--name", "Again", "--transport", "Earth-Walk")).Ends(0);

        var part = (await Program.RunAsync("status", "2")).Ends(0).Of("part")[^1];

        Assert.Equal(("processing", 4, 0), (part.Text("state"), part.Number("sent"), part.Number("visible")));
        Assert.NotNull(part.Text("publication_id"));
    }

    // A walk is sent and told of, forgotten, and imported once more.
    private async Task AgainAsync(string? folder = null)
    {
        await SendAsync();
        (await SyncAsync("--consent")).Ends(0);
        (await Program.RunAsync("delete", "1")).Ends(0);
        var where = Photos;
        if (folder is not null)
        {
            where = Path.Combine(Path.GetDirectoryName(Photos)!, folder);
            Directory.Move(Photos, where);
        }

        (await Program.RunAsync("import", where, "--name", "Again", "--transport", "Earth-Walk")).Ends(0);
    }
}
