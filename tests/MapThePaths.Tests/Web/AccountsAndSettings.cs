using System.Net;
using System.Text.Json;
using MapThePaths.Tests.Fixtures;
using MapThePaths.Tests.Flows.SigningIn;

namespace MapThePaths.Tests.Web;

/// <summary>Signing in and out, and what is set, by the page.</summary>
public sealed class AccountsAndSettings : ASignIn
{
    [Fact]
    public async Task Signing_in_goes_by_the_browser_and_makes_the_destination_ready()
    {
        await using var page = await Program.OpenPageAsync();
        var before = await DestinationAsync(page, "mapillary");
        var run = (await page.PostAsync("/api/accounts/mapillary/login", new { })).GetProperty("run").GetString()!;
        var open = (await page.EventsAsync(run, said => said.GetProperty("type").GetString() == "open"))[^1];

        await Browser.GoAsync(await Browser.AllowAsync(new Uri(open.GetProperty("url").GetString()!)));
        var end = (await page.EventsAsync(run))[^1];

        Assert.False(before.GetProperty("ready").GetBoolean());
        Assert.Equal("mapillary", before.GetProperty("service").GetString());
        Assert.Equal("done", end.GetProperty("state").GetString());
        Assert.Equal("practice", end.GetProperty("summary").GetProperty("name").GetString());
        var after = await DestinationAsync(page, "mapillary");
        Assert.True(after.GetProperty("ready").GetBoolean());
        Assert.Equal("practice", after.GetProperty("account").GetString());
        Assert.False(after.TryGetProperty("service", out _));
        Assert.Equal("practice", (await ServiceAsync(page)).GetProperty("accounts")[0].GetProperty("user").GetString());
    }

    [Fact]
    public async Task The_address_may_be_pasted_instead()
    {
        await using var page = await Program.OpenPageAsync();
        var run = (await page.PostAsync("/api/accounts/mapillary/login", new { account = "mine" })).GetProperty("run").GetString()!;
        var open = (await page.EventsAsync(run, said => said.GetProperty("type").GetString() == "open"))[^1];
        var callback = await Browser.AllowAsync(new Uri(open.GetProperty("url").GetString()!));

        await page.PostAsync($"/api/runs/{run}/answer", new { text = "https://somewhere.example/" });
        await page.EventsAsync(run, said => said.GetProperty("type").GetString() == "note");
        await page.PostAsync($"/api/runs/{run}/answer", new { text = callback.AbsoluteUri });
        var end = (await page.EventsAsync(run))[^1];

        Assert.Equal("mine", end.GetProperty("summary").GetProperty("name").GetString());
    }

    [Fact]
    public async Task A_sign_in_can_be_cancelled_and_begun_anew()
    {
        await using var page = await Program.OpenPageAsync();
        for (var time = 0; time < 2; time++)
        {
            var run = (await page.PostAsync("/api/accounts/mapillary/login", new { })).GetProperty("run").GetString()!;
            await page.EventsAsync(run, said => said.GetProperty("type").GetString() == "open");
            await page.PostAsync($"/api/runs/{run}/cancel");

            Assert.Equal("cancelled", (await page.EventsAsync(run))[^1].GetProperty("state").GetString());
        }
    }

    [Fact]
    public async Task A_token_is_tried_before_it_is_kept_and_forgotten_on_signing_out()
    {
        await using var page = await Program.OpenPageAsync();

        var refused = await page.RefusedAsync(HttpMethod.Post, "/api/accounts/mapillary/token", new { token = "aTokenThatIsWrong" });
        var kept = await page.PostAsync("/api/accounts/mapillary/token", new { token = Service.Addresses.AccessToken, account = "mine" });
        var signedOut = await page.PostAsync("/api/accounts/mapillary/logout", new { account = "mine" });

        Assert.Equal(HttpStatusCode.BadGateway, refused.Status);
        Assert.Equal("mine", kept.GetProperty("name").GetString());
        Assert.StartsWith("The token of 'mine' is forgotten here.", signedOut.GetProperty("message").GetString(), StringComparison.Ordinal);
        Assert.Empty((await ServiceAsync(page)).GetProperty("accounts").EnumerateArray());
        Assert.Equal(HttpStatusCode.BadRequest, (await page.RefusedAsync(HttpMethod.Post, "/api/accounts/mapillary/logout", new { })).Status);
        Assert.DoesNotContain(Service.Addresses.AccessToken, page.Answers, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_nobody_listens_on_this_computer_the_network_is_not_blamed()
    {
        Program.With("MAPILLARY_GRAPH_URL", "http://127.0.0.1:1");
        await using var page = await Program.OpenPageAsync();

        var refused = await page.RefusedAsync(HttpMethod.Post, "/api/accounts/mapillary/token", new { token = "aTokenThatIsGood" });

        Assert.Contains("mtpdu emulate", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("Check the network", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_destination_says_why_it_cannot_be_chosen()
    {
        await using var page = await Program.OpenPageAsync();
        AWalk.Of(2).SaveTo(Photos);
        await page.RunAsync("/api/imports", new { paths = new[] { Photos }, name = "Flight", transport = "Air-Drone" });

        var v3 = await DestinationAsync(page, "mapillary-v3");
        var practice = await DestinationAsync(page, "practice");
        var air = await DestinationAsync(page, "practice", sequence: 1);

        Assert.Contains("MAPILLARY_V3_URL", v3.GetProperty("reason").GetString(), StringComparison.Ordinal);
        Assert.True(practice.GetProperty("ready").GetBoolean());
        Assert.True(practice.GetProperty("isPractice").GetBoolean());
        Assert.False(air.GetProperty("ready").GetBoolean());
        Assert.Contains("from the air", air.GetProperty("reason").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_destination_whose_keys_are_missing_does_not_ask_to_sign_in()
    {
        Program.With("MAPILLARY_SECRET", "");
        await using var page = await Program.OpenPageAsync();

        var mapillary = await DestinationAsync(page, "mapillary");

        Assert.Equal("It is not set up: MAPILLARY_SECRET missing.", mapillary.GetProperty("reason").GetString());
        Assert.Contains("bring a token", mapillary.GetProperty("nextStep").GetString(), StringComparison.Ordinal);
        Assert.False(mapillary.TryGetProperty("service", out _));
    }

    [Fact]
    public async Task A_destination_that_takes_none_of_the_photos_says_why_when_it_is_one_reason()
    {
        await using var page = await Program.OpenPageAsync();
        for (var photo = 1; photo < 4; photo++)
        {
            AWalk.Of(3).Photo(photo).Projected("fisheye").SaveTo(Photo($"{photo}.jpg"));
        }

        await page.RunAsync("/api/imports", new { paths = new[] { Photos }, name = "Fish", transport = "Earth-Walk" });

        var practice = await DestinationAsync(page, "practice", sequence: 1);
        var v3 = await DestinationAsync(page, "mapillary-v3", sequence: 1);

        Assert.Contains("has a projection that this destination does not take", practice.GetProperty("reason").GetString(), StringComparison.Ordinal);
        Assert.Contains("MAPILLARY_V3_URL", v3.GetProperty("reason").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_destination_that_is_not_set_up_claims_no_account()
    {
        Program.With("MAPILLARY_ACCESS_TOKEN", Service.Addresses.AccessToken);
        await using var page = await Program.OpenPageAsync();

        Assert.Equal("MAPILLARY_ACCESS_TOKEN", (await DestinationAsync(page, "mapillary")).GetProperty("tokenSetting").GetString());
        Assert.False((await DestinationAsync(page, "mapillary-v3")).TryGetProperty("tokenSetting", out _));
    }

    [Fact]
    public async Task A_token_in_a_setting_is_no_account_but_whose_it_is_can_be_asked()
    {
        Program.With("MAPILLARY_ACCESS_TOKEN", Service.TokenOf("walker"));
        await using var page = await Program.OpenPageAsync();

        var mapillary = await DestinationAsync(page, "mapillary");

        Assert.False(mapillary.TryGetProperty("account", out _));
        Assert.Equal("MAPILLARY_ACCESS_TOKEN", mapillary.GetProperty("tokenSetting").GetString());
        Assert.Equal("walker", (await page.GetAsync("/api/accounts/mapillary/user")).GetProperty("name").GetString());
    }

    [Fact]
    public async Task Settings_show_values_but_of_secrets_only_that_they_are_set()
    {
        await using var page = await Program.OpenPageAsync();

        var settings = await page.GetAsync("/api/settings");

        Assert.Equal(Program.Home, settings.GetProperty("home").GetString());
        Assert.Equal(Program.Catalog, settings.GetProperty("catalog").GetString());
        var byKey = settings.GetProperty("settings").EnumerateArray().ToDictionary(setting => setting.GetProperty("key").GetString()!, StringComparer.Ordinal);
        Assert.Equal(Callback, byKey["MAPILLARY_REDIRECT_URI"].GetProperty("value").GetString());
        Assert.True(byKey["MAPILLARY_SECRET"].GetProperty("isSet").GetBoolean());
        Assert.False(byKey["MAPILLARY_SECRET"].TryGetProperty("value", out _));
        Assert.False(byKey["MTP_WEB_TOKEN"].GetProperty("isSet").GetBoolean());
    }

    [Fact]
    public async Task Every_setting_of_the_sample_is_explained()
    {
        await using var page = await Program.OpenPageAsync();
        var sample = await File.ReadAllLinesAsync(Path.Combine(Repository.Root, ".env.sample"), TestContext.Current.CancellationToken);

        var explained = (await page.GetAsync("/api/settings")).GetProperty("settings").EnumerateArray().Select(setting => setting.GetProperty("key").GetString()!);

        Assert.Equal(
            sample.Where(line => line.Contains('=', StringComparison.Ordinal) && !line.StartsWith('#')).Select(line => line.Split('=')[0]).Order(StringComparer.Ordinal),
            explained.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task The_doctor_says_the_same_as_the_verb()
    {
        await using var page = await Program.OpenPageAsync();

        var checks = await page.GetAsync("/api/doctor");
        await page.DisposeAsync();
        var verb = await Program.RunAsync("doctor");

        Assert.Equal(
            verb.Lines.Where(line => line.GetProperty("type").GetString() == "check").Select(line => line.GetProperty("name").GetString()),
            checks.EnumerateArray().Select(check => check.GetProperty("name").GetString()));
        Assert.Contains(checks.EnumerateArray(), check => check.GetProperty("name").GetString() == "practice" && check.GetProperty("ok").GetBoolean());
    }

    private static async Task<JsonElement> DestinationAsync(OpenPage page, string name, int? sequence = null) =>
        (await page.GetAsync($"/api/destinations{(sequence is null ? "" : $"?sequence={sequence}")}")).EnumerateArray()
            .Single(destination => destination.GetProperty("name").GetString() == name);

    private static async Task<JsonElement> ServiceAsync(OpenPage page) =>
        (await page.GetAsync("/api/accounts")).EnumerateArray().Single(service => service.GetProperty("name").GetString() == "mapillary");
}
