using MapThePaths.Emulator;
using MapThePaths.Emulator.MapThePathsWeb;
using MapThePaths.Tests.Fixtures;

namespace MapThePaths.Tests.Flows.Syncing;

/// <summary>
/// Sequences of Mapillary's API v4. The servers that exist ask API v3, which knows neither token nor key (mtpw.md §6), so these are told only where the
/// user knows of a server that takes them.
/// </summary>
public sealed class OfTheLiveApi : AFlow
{
    public OfTheLiveApi() => AWalk.Of(4).SaveTo(Photos);

    protected override EmulatorOptions Options => new() { WebGeneration = WebGeneration.Head };

    [Fact]
    public async Task That_they_cannot_be_told_yet_is_said_once_and_nothing_is_asked_of_anybody()
    {
        foreach (var (key, value) in Service.WebEnvironment())
        {
            Program.With(key, value);
        }

        var sent = (await UploadAsync("--follow")).Ends(0);
        var told = (await Program.RunAsync("sync", "1")).Ends(0);

        foreach (var run in new[] { sent, told })
        {
            Assert.Contains("cannot take sequences of Mapillary's live API yet", Assert.Single(run.Of("note")).Text("message"), StringComparison.Ordinal);
            Assert.Empty(run.Of("mtpw"));
            Assert.DoesNotContain("consent", run.Error, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("mtpdu sync", run.Error, StringComparison.Ordinal);
        }

        Assert.DoesNotContain("Hand it over?", (await Program.RunOnTerminalAsync("", "sync", "1")).Ends(0).Output, StringComparison.Ordinal);
        Assert.Empty((await Program.RunAsync("status")).Ends(0).Of("mtpw"));
        Assert.Equal(0, (await Service.StateAsync()).CallsOf("mtpw_create"));
    }

    [Fact]
    public async Task A_server_of_today_refuses_the_token_and_the_entry_is_kept()
    {
        foreach (var (key, value) in Service.WebEnvironment())
        {
            Program.With(key, value);
        }

        Program.With("MTP_WEB_TAKES_LIVE_API", "yes");
        (await UploadAsync("--follow")).Ends(0);

        var line = (await Program.RunAsync("sync", "1", "--consent")).Ends(5).Of("mtpw").Single();

        Assert.Equal(("mapillary", "failed"), (line.Text("destination"), line.Text("state")));
        Assert.Contains("Mapillary token is invalid", line.Text("error"), StringComparison.Ordinal);
        var row = Assert.Single((await Service.StateAsync()).Mtpw.Sequences);
        Assert.Equal((line.Text("mtpw_id"), false), (row.UniqueId, row.IsPublished));
        (await Program.RunAsync("sync", "1")).Ends(5);
        Assert.Single((await Service.StateAsync()).Mtpw.Sequences);
    }

    [Fact]
    public async Task A_server_that_knows_the_live_API_gets_its_token_and_key()
    {
        const string Id = "6a5f4c1e-0000-4000-8000-000000000001";
        await using var server = new ScriptedServer(
            Reply.Json("""{"error":"Sequence Name is missing","status":false}"""),
            Reply.Json($$"""{"status": "success", "message": "", "unique_id": "{{Id}}"}"""),
            Reply.Json($$"""{"status": "success", "message": "", "unique_id": "{{Id}}"}"""));
        Program.With("MTP_WEB_URL", server.Url).With("MTP_WEB_TOKEN", "aTokenOfTheWeb").With("MTP_WEB_TAKES_LIVE_API", "yes");
        (await UploadAsync("--follow")).Ends(0);

        var line = (await Program.RunAsync("sync", "1", "--consent")).Ends(0).Of("mtpw").Single();

        Assert.Equal(Id, line.Text("mtpw_id"));
        Assert.Equal($"PUT /api/v1/sequence/import/{Id}/", server.Lines[^1]);
        Assert.Equal(Service.Addresses.AccessToken, server.Requests[^1].Json.Text("mapillary_user_token"));
        Assert.Equal(line.Text("sequence_key"), server.Requests[^1].Json.Text("mapillary_sequence_key"));
    }
}
