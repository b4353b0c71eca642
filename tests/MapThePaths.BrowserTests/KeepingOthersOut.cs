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
}
