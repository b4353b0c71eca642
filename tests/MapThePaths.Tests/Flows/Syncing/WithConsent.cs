using MapThePaths.Emulator.MapThePathsWeb;
using MapThePaths.Tests.Fixtures;

namespace MapThePaths.Tests.Flows.Syncing;

/// <summary>Whether Map the Paths Web may have the Mapillary token is asked once for each server, stored, and can be taken back.</summary>
public sealed class WithConsent() : ASync(WebGeneration.Seed)
{
    [Fact]
    public async Task Without_it_sync_waits_and_says_so()
    {
        await SendAsync();

        var run = (await SyncAsync()).Ends(4);

        var line = run.Of("mtpw").Single();
        Assert.Equal(("waiting", "consent"), (line.Text("state"), line.Text("needs")));
        Assert.Contains("--consent", line.Text("next_step"), StringComparison.Ordinal);
        await NobodyWasAskedAsync();
    }

    [Fact]
    public async Task It_is_stored_and_asked_for_no_more()
    {
        await SendAsync();
        (await SyncAsync("--consent")).Ends(0);
        var elsewhere = AWalk.Of(4).Elsewhere().OfSize(30_000).SaveTo(Path.Combine(Program.WorkingFolder, "elsewhere"));

        (await Program.RunAsync("upload", elsewhere, "--name", "Other walk", "--transport", "Earth-Walk", "--to", "mapillary-v3", "--follow")).Ends(0);

        Assert.Equal(["Lake walk", "Other walk"], (await RowsAsync()).Select(row => row.Name));
        Assert.True(AskCatalog<long>("SELECT agreed_at FROM entry_server") > 0);
    }

    [Fact]
    public async Task What_holds_for_several_parts_is_said_once()
    {
        await SendAsync(pauses: 2);

        foreach (var verb in new[] { "sync", "status", "show" })
        {
            var words = (await Program.RunForPeopleAsync(verb, "1")).Output;
            Assert.Equal(2, words.Split("3 parts at mapillary-v3: wait for your consent").Length);
            Assert.Equal(2, words.Split("sync 1 --consent").Length);
        }
    }

    [Fact]
    public async Task It_can_be_withdrawn()
    {
        (await Program.RunAsync("sync", "--consent")).Ends(0);
        (await Program.RunAsync("sync", "--withdraw-consent")).Ends(0);
        await SendAsync();

        (await SyncAsync()).Ends(4);

        await NobodyWasAskedAsync();
        (await SyncAsync("--consent", "--withdraw-consent")).Ends(2);
    }

    [Fact]
    public async Task What_went_wrong_under_the_last_answer_is_not_told_under_another_one()
    {
        await SendAsync();
        Service.AddFault("mtpw_verify:not_authorized:only=2");
        Assert.NotNull((await SyncAsync("--consent")).Ends(4).Of("mtpw").Single().Text("error"));
        (await Program.RunAsync("sync", "--withdraw-consent")).Ends(0);

        var line = (await Program.RunAsync("status")).Ends(0).Of("mtpw")[^1];

        Assert.Equal(("consent", null), (line.Text("needs"), line.Text("error")));
        (await SyncAsync("--consent")).Ends(0);
    }

    [Fact]
    public async Task It_holds_for_one_server()
    {
        await SendAsync();
        (await SyncAsync("--consent")).Ends(0);
        Program.With("MTP_WEB_URL", Service.Addresses.Mtpw.Url.Replace("127.0.0.1", "localhost", StringComparison.Ordinal));

        (await SyncAsync()).Ends(4);
    }

    [Fact]
    public async Task A_person_is_asked_once_and_yes_goes_on()
    {
        await SendAsync();

        var run = (await Program.RunOnTerminalAsync("y\n", "sync", "1")).Ends(0);

        Assert.Contains("Hand it over?", run.Output, StringComparison.Ordinal);
        Assert.Single(await RowsAsync());
        Assert.DoesNotContain("Hand it over?", (await Program.RunOnTerminalAsync("", "sync", "1")).Ends(0).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_person_who_says_no_is_not_asked_again()
    {
        await SendAsync();

        (await Program.RunOnTerminalAsync("n\n", "sync", "1")).Ends(4);

        Assert.DoesNotContain("Hand it over?", (await Program.RunOnTerminalAsync("", "sync", "1")).Ends(4).Output, StringComparison.Ordinal);
        await NobodyWasAskedAsync();
    }

    [Fact]
    public async Task Doctor_tells_server_contract_sign_in_and_consent()
    {
        Assert.Contains("not asked yet", await CheckAsync(), StringComparison.Ordinal);
        (await Program.RunAsync("sync", "--consent")).Ends(0);

        var check = await CheckAsync();

        Assert.Contains(Service.Addresses.Mtpw.Url, check, StringComparison.Ordinal);
        Assert.Contains("'seed'", check, StringComparison.Ordinal);
        Assert.Contains("you agreed at", check, StringComparison.Ordinal);
        Assert.Equal("seed", AskCatalog<string>("SELECT contract FROM entry_server"));
    }

    private async Task<string> CheckAsync() =>
        (await Program.RunAsync("doctor")).Of("check").Single(check => check.Text("name") == "sync").Text("detail")!;

    private async Task NobodyWasAskedAsync()
    {
        Assert.Equal(0, await CallsAsync("mtpw_verify"));
        Assert.Empty((await Service.StateAsync()).Mtpw.MapillaryTokensOf);
    }
}
