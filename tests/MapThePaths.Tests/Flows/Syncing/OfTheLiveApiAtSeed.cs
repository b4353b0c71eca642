using MapThePaths.Emulator;
using MapThePaths.Emulator.MapThePathsWeb;
using MapThePaths.Tests.Fixtures;

namespace MapThePaths.Tests.Flows.Syncing;

/// <summary>
/// A server of the first generation keeps the Mapillary token that it is given, and asks API v3 alone with it (mtpw.md §4, §6). One of API v4
/// would take a good one's place.
/// </summary>
public sealed class OfTheLiveApiAtSeed : AFlow
{
    protected override EmulatorOptions Options => new() { WebGeneration = WebGeneration.Seed };

    [Fact]
    public async Task It_is_told_plainly_handed_nothing_and_goes_on_with_the_token_that_it_has()
    {
        foreach (var (key, value) in Service.WebEnvironment())
        {
            Program.With(key, value);
        }

        Program.With("MAPILLARY_V3_URL", Service.Addresses.V3.Url).With("MAPILLARY_APP_ID", Service.Addresses.V3.AppId).With("MAPILLARY_V3_ACCESS_TOKEN", Service.Addresses.V3.AccessToken);
        AWalk.Of(6).WithPauseBefore(3).SaveTo(Photos);
        (await UploadAsync("--to", "mapillary-v3", "--follow")).Ends(0);
        (await Program.RunAsync("sync", "1", "--consent")).Ends(0);
        var handedOver = (await Service.StateAsync()).CallsOf("mtpw_verify");
        Program.With("MTP_WEB_URL", "");
        (await UploadAsync("--to", "mapillary", "--follow")).Ends(0);
        Program.With("MTP_WEB_URL", Service.Addresses.Mtpw.Url).With("MTP_WEB_TAKES_LIVE_API", "yes");

        var lines = (await Program.RunAsync("sync", "1")).Ends(3).Of("mtpw");

        var live = lines.Where(line => line.Text("destination") == "mapillary").ToList();
        Assert.Equal(["failed", "failed"], live.Select(line => line.Text("state")));
        Assert.All(live, line => Assert.Contains("this server cannot take sequences of the live API", line.Text("error"), StringComparison.Ordinal));
        Assert.Equal(["synced", "synced"], lines.Where(line => line.Text("destination") == "mapillary-v3").Select(line => line.Text("state")));

        // One call more: the one by which the server's contract is found.
        var state = await Service.StateAsync();
        Assert.Equal(handedOver + 1, state.CallsOf("mtpw_verify"));
        Assert.Equal(2, state.Mtpw.Sequences.Count);
    }
}
