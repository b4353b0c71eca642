using MapThePaths.Tests.Fixtures;
using Microsoft.Playwright;

namespace MapThePaths.BrowserTests;

/// <summary>What a browser that was let in gives to nobody else.</summary>
public sealed class KeepingOthersOut(Chromium chromium) : AFlow, IClassFixture<Chromium>
{
    [Fact]
    public async Task A_page_of_another_origin_reads_nothing_in_the_same_browser()
    {
        await using var visit = await Visit.BeginAsync(Program, await chromium.PageAsync());
        await visit.PractiseAsync();
        const string read = "address => fetch(address, { credentials: 'include' }).then(answer => answer.text())";
        Assert.Contains("sequences", await visit.Page.EvaluateAsync<string>(read, visit.Origin + "/api/sequences"), StringComparison.Ordinal);

        await visit.Page.GotoAsync(Service.Addresses.ConnectUrl);

        await Assert.ThrowsAsync<PlaywrightException>(() => visit.Page.EvaluateAsync<string>(read, visit.Origin + "/api/sequences"));
    }

    [Fact]
    public async Task A_page_of_another_origin_shows_no_photo()
    {
        await using var visit = await Visit.BeginAsync(Program, await chromium.PageAsync());
        await visit.PractiseAsync();
        await visit.FollowAsync("Open the sequence");
        var photo = await visit.Page.Locator("img[src*='/api/photos/']").First.EvaluateAsync<string>("image => image.src");
        const string show = "address => new Promise(done => { const image = new Image(); image.onload = () => done(true); image.onerror = () => done(false); image.src = address; })";
        Assert.True(await visit.Page.EvaluateAsync<bool>(show, photo));

        await visit.Page.GotoAsync(Service.Addresses.ConnectUrl);

        Assert.False(await visit.Page.EvaluateAsync<bool>(show, photo));
    }

    [Fact]
    public async Task Another_browser_that_was_not_given_the_start_address_sees_nothing()
    {
        await using var visit = await Visit.BeginAsync(Program, await chromium.PageAsync());
        var stranger = await chromium.PageAsync();

        var answer = await stranger.GotoAsync(visit.Origin + "/");

        Assert.False(answer!.Ok);
    }

    [Fact]
    public async Task Another_name_of_this_computer_is_refused()
    {
        await using var visit = await Visit.BeginAsync(Program, await chromium.PageAsync());
        var port = new Uri(visit.Origin).Port;

        var strange = await visit.Page.GotoAsync($"http://{Chromium.StrangeName}:{port}/");

        Assert.Equal(403, strange!.Status);
        Assert.DoesNotContain("<script", await strange.TextAsync(), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_form_of_another_origin_changes_nothing()
    {
        await using var visit = await Visit.BeginAsync(Program, await chromium.PageAsync());
        await visit.PractiseAsync();

        await visit.Page.GotoAsync(Service.Addresses.ConnectUrl);
        var answer = await visit.Page.RunAndWaitForResponseAsync(
            () => visit.Page.EvaluateAsync("address => { const form = document.createElement('form'); form.method = 'post'; form.action = address; document.body.append(form); form.submit(); }", visit.Origin + "/api/practice"),
            answer => answer.Url.EndsWith("/api/practice", StringComparison.Ordinal));

        Assert.Equal(403, answer.Status);
    }

    [Fact]
    public async Task A_file_outside_of_the_imported_folders_is_not_shown()
    {
        AWalk.Of(2).SaveTo(Photos);
        var stranger = Path.Combine(Program.WorkingFolder, "stranger.jpg");
        AWalk.Of(1).Photo(1).SaveTo(stranger);
        await using var visit = await Visit.BeginAsync(Program, await chromium.PageAsync());
        await visit.ImportAsync(Photos);
        const string show = "address => new Promise(done => { const image = new Image(); image.onload = () => done(true); image.onerror = () => done(false); image.src = address; })";

        Assert.True(await visit.Page.EvaluateAsync<bool>(show, "/api/photos/1/picture"));
        string[] addresses =
        [
            "/api/photos/3/picture", "/api/photos/0/picture", $"/api/photos/{Uri.EscapeDataString(stranger)}/picture", $"/api/photos/..%2f..{stranger}",
            stranger, $"/assets/..{stranger}", $"/assets/..%2f..%2f..{Uri.EscapeDataString(stranger)}",
        ];
        foreach (var address in addresses)
        {
            Assert.False(await visit.Page.EvaluateAsync<bool>(show, address), address);
        }
    }
}
