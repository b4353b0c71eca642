using MapThePaths.Emulator;
using MapThePaths.Emulator.MapThePathsWeb;
using MapThePaths.Tests.Fixtures;
using MapThePaths.Tests.Flows.SigningIn;
using Microsoft.Playwright;

namespace MapThePaths.BrowserTests;

/// <summary>Whole round trips: the program's address, the consent page, a click, and the way back.</summary>
public sealed class SigningIn(Chromium chromium) : ASignIn, IClassFixture<Chromium>
{
    protected override EmulatorOptions Options => base.Options with { WebGeneration = WebGeneration.Head };

    [Fact]
    public async Task Allowing_it_at_Mapillary_signs_in()
    {
        var page = await chromium.PageAsync();
        await using var login = Program.Begin("login", "mapillary", "--no-browser");
        await page.GotoAsync((await login.PageAsync()).AbsoluteUri);

        await page.GetByRole(AriaRole.Button, new() { Name = "Allow" }).ClickAsync();

        await SaysAsync(page, "mtpdu has the answer");
        Assert.Equal("practice", (await login.EndAsync()).Ends(0).Of("account").Single().Text("username"));
        AWalk.Of(2).SaveTo(Photos);
        (await UploadAsync("--follow")).Ends(0);
    }

    [Fact]
    public async Task Neither_the_address_line_nor_the_history_keeps_what_the_browser_brought()
    {
        var page = await chromium.PageAsync();
        await using var login = Program.Begin("login", "mapillary", "--no-browser");
        await page.GotoAsync((await login.PageAsync()).AbsoluteUri);
        await page.GetByRole(AriaRole.Button, new() { Name = "Allow" }).ClickAsync();
        await SaysAsync(page, "mtpdu has the answer");
        (await login.EndAsync()).Ends(0);

        Assert.Equal(Callback, page.Url);
    }

    [Fact]
    public async Task Denying_it_at_Mapillary_ends_the_sign_in()
    {
        var page = await chromium.PageAsync();
        await using var login = Program.Begin("login", "mapillary", "--no-browser");
        await page.GotoAsync((await login.PageAsync()).AbsoluteUri);

        await page.GetByRole(AriaRole.Button, new() { Name = "Deny" }).ClickAsync();

        Assert.Contains("consent was refused", (await login.EndAsync()).Ends(4).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Denying_it_at_Mapillarys_API_v3_ends_the_sign_in()
    {
        Use(Service.RegistrationAtV3());
        var page = await chromium.PageAsync();
        await using var login = Program.Begin("login", "mapillary-v3", "--no-browser");
        await page.GotoAsync((await login.PageAsync()).AbsoluteUri);

        await page.GetByRole(AriaRole.Button, new() { Name = "Deny" }).ClickAsync();

        await SaysAsync(page, "mtpdu has the answer");
        Assert.Contains("consent was refused", (await login.EndAsync()).Ends(4).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Denying_it_at_Map_the_Paths_Web_comes_back_through_the_desktop_and_ends_the_sign_in()
    {
        await using var desktop = await UseDesktopAsync();
        await using var login = Program.Begin("login", "mtpw", "--no-browser");
        await desktop.Page.GotoAsync((await login.PageAsync()).AbsoluteUri);

        await desktop.Page.GetByRole(AriaRole.Button, new() { Name = "Deny" }).ClickAsync();

        Assert.Contains("consent was refused", (await login.EndAsync()).Ends(4).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_that_belongs_to_an_earlier_sign_in_is_left_aside()
    {
        var page = await chromium.PageAsync();
        await using var login = Program.Begin("login", "mapillary", "--no-browser");
        var earlier = await Browser.AllowAsync(await login.PageAsync());
        Assert.Equal(System.Net.HttpStatusCode.OK, await Browser.GoAsync(earlier));
        (await login.EndAsync()).Ends(0);
        await using var next = Program.Begin("login", "mapillary", "--no-browser");
        var consent = await next.PageAsync();

        await page.GotoAsync(earlier.AbsoluteUri);

        await SaysAsync(page, "This is not the answer that mtpdu waits for");
        await page.GotoAsync(consent.AbsoluteUri);
        await page.GetByRole(AriaRole.Button, new() { Name = "Allow" }).ClickAsync();
        await SaysAsync(page, "mtpdu has the answer");
        (await next.EndAsync()).Ends(0);
    }

    [Fact]
    public async Task A_second_answer_is_turned_away()
    {
        Service.AddFault("token:delay=8000:first=1");
        var page = await chromium.PageAsync();
        await using var login = Program.Begin("login", "mapillary", "--no-browser");
        var callback = await Browser.AllowAsync(await login.PageAsync());
        await page.GotoAsync(callback.AbsoluteUri);
        await SaysAsync(page, "mtpdu has the answer");

        await page.GotoAsync(callback.AbsoluteUri);

        await SaysAsync(page, "This is not the answer that mtpdu waits for");
        (await login.EndAsync()).Ends(0);
    }

    [Fact]
    public async Task Another_sites_page_cannot_bring_an_answer()
    {
        var page = await chromium.PageAsync();
        await using var login = Program.Begin("login", "mapillary", "--no-browser");
        var callback = await Browser.AllowAsync(await login.PageAsync());

        // A page of another origin that even knows the state.
        await page.GotoAsync(Service.Addresses.ConnectUrl);
        await page.EvaluateAsync("address => fetch(address, { mode: 'no-cors' })", callback.AbsoluteUri);
        await Assert.ThrowsAsync<PlaywrightException>(() => page.EvaluateAsync("address => fetch(address)", callback.AbsoluteUri));

        Assert.Equal(System.Net.HttpStatusCode.OK, await Browser.GoAsync(callback));
        (await login.EndAsync()).Ends(0);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("v3_connect:in_fragment")]
    public async Task Allowing_it_at_Mapillarys_API_v3_signs_in_wherever_the_token_stands(string? fault)
    {
        Use(Service.RegistrationAtV3());
        if (fault is not null)
        {
            Service.AddFault(fault);
        }

        var page = await chromium.PageAsync();
        await using var login = Program.Begin("login", "mapillary-v3", "--no-browser");
        await page.GotoAsync((await login.PageAsync()).AbsoluteUri);

        await page.GetByRole(AriaRole.Button, new() { Name = "Allow" }).ClickAsync();

        await SaysAsync(page, "mtpdu has the answer");
        Assert.Equal(Callback, page.Url);
        Assert.Equal("practice", (await login.EndAsync()).Ends(0).Of("account").Single().Text("username"));
    }

    [Fact]
    public async Task Allowing_it_at_Map_the_Paths_Web_comes_back_through_the_desktop()
    {
        await using var desktop = await UseDesktopAsync();
        var token = "";
        desktop.Page.Response += (_, answer) => token = TokenIn(answer) ?? token;
        await using var login = Program.Begin("login", "mtpw", "--no-browser");
        await desktop.Page.GotoAsync((await login.PageAsync()).AbsoluteUri);

        await desktop.Page.GetByRole(AriaRole.Button, new() { Name = "Allow" }).ClickAsync();

        var run = (await login.EndAsync()).Ends(0);
        Assert.Equal("mtpw", run.Of("account").Single().Text("destination"));
        Assert.NotEmpty(token);
        NoFileHolds(token);
    }

    // Nobody but Chromium opens the program that brings the answer.
    private async Task<Desktop> UseDesktopAsync()
    {
        Use(Service.RegistrationAtWeb());
        var desktop = await Desktop.BeginAsync(new Uri(Service.Addresses.Mtpw.AuthorizeUrl), "app.mtp.desktop");
        foreach (var (key, value) in desktop.Folders)
        {
            Program.With(key, value);
        }

        return desktop;
    }

    private static string? TokenIn(IResponse answer) =>
        answer.Headers.TryGetValue("location", out var address) && address.Contains("access_token=", StringComparison.Ordinal)
            ? address.Split("access_token=")[1].Split('&')[0]
            : null;

    private static Task SaysAsync(IPage page, string title) =>
        page.GetByRole(AriaRole.Heading, new() { Name = title }).WaitForAsync();
}
