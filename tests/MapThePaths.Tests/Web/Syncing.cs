using System.Net;
using System.Text.Json;
using MapThePaths.Emulator;
using MapThePaths.Emulator.MapThePathsWeb;
using MapThePaths.Tests.Fixtures;

namespace MapThePaths.Tests.Web;

/// <summary>Map the Paths Web is told by the page as by the command line: once the user agreed, and never before.</summary>
public sealed class Syncing : APageOfAWalk
{
    protected override EmulatorOptions Options => new() { WebGeneration = WebGeneration.Head };

    protected override IReadOnlyDictionary<string, string> ServiceSettings =>
        Service.V3Environment().Concat(Service.WebEnvironment()).ToDictionary(StringComparer.Ordinal);

    private string Server => Service.Addresses.Mtpw.Url.TrimEnd('/');

    [Fact]
    public async Task Without_consent_an_entry_waits_and_says_so_and_nobody_is_asked()
    {
        var (page, id) = await PublishAsync();

        var end = EndOf(await page.RunAsync($"/api/sequences/{id}/sync", new { }));

        Assert.Equal(4, end.GetProperty("exitCode").GetInt32());
        var entry = (await page.GetAsync($"/api/sequences/{id}/entries")).EnumerateArray().Single();
        Assert.Equal(("waiting", "consent"), (entry.GetProperty("state").GetString(), entry.GetProperty("needs").GetString()));
        Assert.Contains("Agree", entry.GetProperty("nextStep").GetString(), StringComparison.Ordinal);
        Assert.Empty((await Service.StateAsync()).Mtpw.Sequences);
    }

    [Fact]
    public async Task Consent_lets_it_be_told_and_the_entry_says_where_it_is()
    {
        var (page, id) = await PublishAsync();
        await page.PostAsync("/api/consent", new { server = Server, given = true });

        var events = await page.RunAsync($"/api/sequences/{id}/sync", new { });

        Assert.Equal("done", EndOf(events).GetProperty("state").GetString());
        var told = events.Last(said => said.GetProperty("type").GetString() == "entry");
        var entry = (await page.GetAsync($"/api/sequences/{id}/entries")).EnumerateArray().Single();
        Assert.Equal("synced", told.GetProperty("state").GetString());
        Assert.Equal(told.GetProperty("entryId").GetString(), entry.GetProperty("entryId").GetString());
        Assert.True(Assert.Single((await Service.StateAsync()).Mtpw.Sequences).IsPublished);
        Assert.DoesNotContain(Service.Addresses.V3.AccessToken, page.Answers, StringComparison.Ordinal);
        Assert.DoesNotContain(Service.Addresses.Mtpw.AccessToken, page.Answers, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Once_agreed_following_tells_it_by_itself()
    {
        var page = await OpenAsync();
        await page.PostAsync("/api/consent", new { server = Server, given = true });
        var id = await ImportAsync(page);

        var events = await page.RunAsync($"/api/sequences/{id}/send", new { destinations = Words("mapillary-v3"), follow = true });

        Assert.Equal("synced", events.Last(said => said.GetProperty("type").GetString() == "entry").GetProperty("state").GetString());
        Assert.Single((await Service.StateAsync()).Mtpw.Sequences);
    }

    [Fact]
    public async Task Consent_is_for_the_server_that_is_set_up_and_can_be_taken_back()
    {
        var page = await OpenAsync();

        var stranger = await page.RefusedAsync(HttpMethod.Post, "/api/consent", new { server = "https://somewhere.example", given = true });
        var asked = (await ConsentAsync(page)).GetProperty("given").GetBoolean();
        await page.PostAsync("/api/consent", new { server = Server, given = true });
        var given = (await ConsentAsync(page)).GetProperty("given").GetBoolean();
        await page.PostAsync("/api/consent", new { server = Server, given = false });

        Assert.Equal(HttpStatusCode.BadRequest, stranger.Status);
        Assert.Equal((false, true), (asked, given));
        Assert.False((await ConsentAsync(page)).GetProperty("given").GetBoolean());
    }

    [Fact]
    public async Task Trouble_at_the_server_is_told_with_the_entry()
    {
        var (page, id) = await PublishAsync();
        await page.PostAsync("/api/consent", new { server = Server, given = true });
        Service.AddFault("mtpw_create:status=400:every=1");

        var end = EndOf(await page.RunAsync($"/api/sequences/{id}/sync", new { }));

        Assert.NotEqual(0, end.GetProperty("exitCode").GetInt32());
        Assert.NotEmpty((await page.GetAsync($"/api/sequences/{id}/entries"))[0].GetProperty("error").GetString()!);
    }

    [Theory]
    [InlineData("v3_me:not_authorized", "Sign in to Mapillary, API v3 under")]
    [InlineData("mtpw_create:not_authorized:after=1", "Sign in to Map the Paths Web under")]
    public async Task The_service_that_lacks_a_sign_in_is_named(string fault, string step)
    {
        var (page, id) = await PublishAsync();
        await page.PostAsync("/api/consent", new { server = Server, given = true });
        Service.AddFault(fault);

        Assert.Equal(4, EndOf(await page.RunAsync($"/api/sequences/{id}/sync", new { })).GetProperty("exitCode").GetInt32());

        var entry = (await page.GetAsync($"/api/sequences/{id}/entries"))[0];
        Assert.StartsWith(step, entry.GetProperty("nextStep").GetString(), StringComparison.Ordinal);
        Assert.DoesNotContain("mtpdu login", entry.GetProperty("error").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_several_accounts_there_the_user_chooses_whose_sequence_it_is()
    {
        Program.With("MTP_WEB_TOKEN", "");
        var (page, id) = await PublishAsync();
        await page.PostAsync("/api/consent", new { server = Server, given = true });
        foreach (var account in Words("walker", "rider"))
        {
            await page.PostAsync("/api/accounts/mtpw/token", new { token = Service.WebTokenOf(account), account });
        }

        var undecided = EndOf(await page.RunAsync($"/api/sequences/{id}/sync", new { }));
        var decided = EndOf(await page.RunAsync($"/api/sequences/{id}/sync", new { account = "walker" }));

        Assert.Equal("failed", undecided.GetProperty("state").GetString());
        Assert.Equal("done", decided.GetProperty("state").GetString());
        Assert.Equal("walker", Assert.Single((await Service.StateAsync()).Mtpw.Sequences).User);
    }

    private static async Task<JsonElement> ConsentAsync(OpenPage page) =>
        (await page.GetAsync("/api/accounts")).EnumerateArray().Single(service => service.GetProperty("name").GetString() == "mtpw").GetProperty("consent");

    private async Task<(OpenPage Page, long Sequence)> PublishAsync()
    {
        var page = await OpenAsync();
        var id = await ImportAsync(page);
        await page.RunAsync($"/api/sequences/{id}/send", new { destinations = Words("mapillary-v3"), follow = true });
        return (page, id);
    }
}
