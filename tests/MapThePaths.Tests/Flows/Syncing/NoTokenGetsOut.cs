using MapThePaths.Emulator.MapThePathsWeb;
using MapThePaths.Tests.Fixtures;

namespace MapThePaths.Tests.Flows.Syncing;

/// <summary>Neither side's token stands in an output, a log, the catalog or any other file.</summary>
public sealed class NoTokenGetsOut() : ASync(WebGeneration.Head)
{
    private string[] Tokens => [Service.Addresses.V3.AccessToken, Service.Addresses.Mtpw.AccessToken];

    [Theory]
    [InlineData(WebGeneration.Seed, "mtpw_verify:not_authorized:only=3")]
    [InlineData(WebGeneration.Head, "mtpw_create:not_authorized:only=4")]
    public async Task In_a_whole_story_with_faults(WebGeneration generation, string refusal)
    {
        await using var story = new Story(generation);
        await story.InitializeAsync();
        await story.TellAsync("mtpw_import:status=500:first=1", refusal);
    }

    [Fact]
    public async Task When_the_server_repeats_them_in_a_refusal()
    {
        await SendAsync();
        await using var echo = new ScriptedServer(
            Reply.Json("""{"error":"Sequence Name is missing","status":false}"""),
            Reply.Json($$"""{"error":"No {{Tokens[0]}} for {{Tokens[1]}}","status":false}"""));
        Program.With("MTP_WEB_URL", echo.Url);

        var run = (await SyncAsync("--consent")).Ends(5);

        Assert.Contains("No … for …", run.Of("mtpw").Single().Text("error"), StringComparison.Ordinal);
        Assert.All(Tokens, NoFileHolds);
    }

    [Fact]
    public async Task To_an_address_without_TLS_nor_to_where_a_server_redirects()
    {
        await SendAsync();
        await using var elsewhere = new ScriptedServer();
        await using var server = new ScriptedServer(Reply.Json("", 301, $"Location: {elsewhere.Url}/api/v1/sequence/create/"));
        Program.With("MTP_WEB_URL", server.Url);

        Assert.Contains("https", (await SyncAsync("--consent")).Ends(2).Error, StringComparison.Ordinal);
        Assert.Empty(elsewhere.Requests);

        Program.With("MTP_WEB_URL", "http://mtp.example");
        Assert.Contains("is not https", (await SyncAsync("--consent")).Ends(2).Error, StringComparison.Ordinal);
    }

    private sealed class Story(WebGeneration generation) : ASync(generation)
    {
        public async Task TellAsync(params string[] faults)
        {
            string[] tokens = [Service.Addresses.V3.AccessToken, Service.Addresses.Mtpw.AccessToken];
            await SendAsync(pauses: 1);
            Array.ForEach(faults, Service.AddFault);
            string[][] story =
            [
                ["sync", "1", "--consent"], ["sync", "1"], ["sync"], ["status"], ["show", "1"], ["list"], ["doctor"], ["accounts"],
                ["export", "1", "--folder", Path.Combine(Program.WorkingFolder, "export"), "--to", "mapillary-v3"],
                ["plan", "1", "--to", "mapillary-v3", "--html", Path.Combine(Program.WorkingFolder, "plan.html")],
                ["verify", "1"], ["sync", "--withdraw-consent"],
            ];

            foreach (var arguments in story)
            {
                AMinutePasses();
                Assert.All([await Program.RunAsync(arguments), await Program.RunForPeopleAsync(arguments)], run =>
                    Assert.All(tokens, token => Assert.DoesNotContain(token, run.Output + run.Error, StringComparison.Ordinal)));
            }

            Assert.True(File.Exists(Path.Combine(Program.WorkingFolder, "export", "sequence.json")));
            Assert.True(File.Exists(Path.Combine(Program.WorkingFolder, "plan.html")));
            Assert.All(tokens, NoFileHolds);
        }
    }
}
