using System.Diagnostics;
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
        using var desktop = UseDesktop();
        var page = await chromium.PageAsync();
        await using var login = Program.Begin("login", "mtpw", "--no-browser");
        await page.GotoAsync((await login.PageAsync()).AbsoluteUri);

        var address = await AddressAfterAsync(page, "Deny");

        Assert.StartsWith("app.mtp.desktop://app?error=access_denied", address, StringComparison.Ordinal);
        await OpenAsync(address, desktop);
        Assert.Contains("consent was refused", (await login.EndAsync()).Ends(4).Error, StringComparison.Ordinal);
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
        using var desktop = UseDesktop();
        var page = await chromium.PageAsync();
        await using var login = Program.Begin("login", "mtpw", "--no-browser");
        await page.GotoAsync((await login.PageAsync()).AbsoluteUri);

        var address = await AddressAfterAsync(page, "Allow");

        Assert.StartsWith("app.mtp.desktop://app#access_token=", address, StringComparison.Ordinal);
        await OpenAsync(address, desktop);
        var run = (await login.EndAsync()).Ends(0);
        Assert.Equal("mtpw", run.Of("account").Single().Text("destination"));
        NoFileHolds(address.Split("access_token=")[1].Split('&')[0]);
    }

    private TemporaryFolder UseDesktop()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && File.Exists("/usr/bin/xdg-open"), "There is no desktop's xdg-open here; on Debian: apt install xdg-utils.");
        var desktop = new TemporaryFolder();
        Use(Service.RegistrationAtWeb());
        Program.With("XDG_DATA_HOME", desktop["data"]).With("XDG_CONFIG_HOME", desktop["config"]);
        return desktop;
    }

    // Without a window Chromium opens no other program, so the test does as it would.
    private static async Task<string> AddressAfterAsync(IPage page, string button)
    {
        var answer = await page.RunAndWaitForResponseAsync(
            () => page.GetByRole(AriaRole.Button, new() { Name = button }).ClickAsync(), answer => answer.Status == 302);
        return (await answer.HeaderValueAsync("location"))!;
    }

    private static Task SaysAsync(IPage page, string title) =>
        page.GetByRole(AriaRole.Heading, new() { Name = title }).WaitForAsync();

    private static async Task OpenAsync(string address, TemporaryFolder desktop)
    {
        var start = new ProcessStartInfo("xdg-open", [address]) { UseShellExecute = false };
        start.Environment["XDG_DATA_HOME"] = desktop["data"];
        start.Environment["XDG_CONFIG_HOME"] = desktop["config"];

        // Without a display it looks for browsers of the terminal alone; nothing is drawn here.
        start.Environment["DISPLAY"] = ":0";
        start.Environment.Remove("MTPDU_HOME");
        using var opener = Process.Start(start)!;
        await opener.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(0, opener.ExitCode);
    }
}
