using MapThePaths.Emulator.MapThePathsWeb;
using MapThePaths.Tests.Fixtures;

namespace MapThePaths.Tests.Flows.Syncing;

/// <summary>Map the Paths Web is handed the token of whoever sent the photos, wherever that is kept.</summary>
public sealed class AsWhoeverSent() : ASync(WebGeneration.Seed)
{
    [Fact]
    public async Task A_dead_token_in_the_settings_does_not_hide_the_stored_account()
    {
        await SendAsync();
        await using var login = Program.Begin("login", "mapillary-v3", "--token", "-");
        await login.TypeAsync(Service.Addresses.V3.AccessToken);
        (await login.EndAsync()).Ends(0);
        Program.With("MAPILLARY_ACCESS_TOKEN", Service.Addresses.AccessToken);

        (await SyncAsync("--consent")).Ends(0);

        Assert.Equal(["practice"], (await Service.StateAsync()).Mtpw.MapillaryTokensOf);
    }

    [Fact]
    public async Task A_dead_token_alone_names_the_sign_in_that_is_missing()
    {
        await SendAsync();
        Service.AddFault("v3_me:not_authorized");

        var run = (await SyncAsync("--consent")).Ends(4);

        var line = run.Of("mtpw").Single();
        Assert.Equal(("waiting", "sign_in"), (line.Text("state"), line.Text("needs")));
        Assert.All([line.Text("next_step"), run.Error], said => Assert.Contains("'mtpdu login mapillary-v3' signs in", said, StringComparison.Ordinal));
        Assert.DoesNotContain("mtpdu login", line.Text("error"), StringComparison.Ordinal);
        Assert.Equal(0, await CallsAsync("mtpw_import"));
    }

    [Fact]
    public async Task A_dead_token_of_the_server_names_the_sign_in_there()
    {
        await SendAsync();
        Service.AddFault("mtpw_verify:not_authorized:only=2");

        var line = (await SyncAsync("--consent")).Ends(4).Of("mtpw").Single();

        Assert.Equal("sign_in", line.Text("needs"));
        Assert.Contains("'mtpdu login mtpw' signs in", line.Text("next_step"), StringComparison.Ordinal);
    }
}
