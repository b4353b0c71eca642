using MapThePaths.Tests.Flows.SigningIn;
using Microsoft.Playwright;

namespace MapThePaths.BrowserTests;

/// <summary>From the settings to the consent page and back.</summary>
public sealed class SigningInByThePage(Chromium chromium) : ASignIn, IClassFixture<Chromium>
{
    [Fact]
    public async Task Allowing_it_signs_in_and_signing_out_ends_it()
    {
        await using var visit = await Visit.BeginAsync(Program, await chromium.PageAsync());
        await visit.FollowAsync("Accounts and settings");
        var mapillary = visit.Page.GetByRole(AriaRole.Region, new() { Name = "Mapillary", Exact = true });

        await mapillary.GetByRole(AriaRole.Button, new() { Name = "Sign in with the browser" }).ClickAsync();
        var consent = await visit.Page.RunAndWaitForPopupAsync(() => mapillary.GetByRole(AriaRole.Link, new() { Name = "Open the sign-in page" }).ClickAsync());
        await consent.GetByRole(AriaRole.Button, new() { Name = "Allow" }).ClickAsync();
        await consent.GetByRole(AriaRole.Heading, new() { Name = "mtpdu has the answer" }).WaitForAsync();

        await mapillary.GetByText("Signed in", new() { Exact = true }).WaitForAsync();
        await mapillary.GetByRole(AriaRole.Button, new() { Name = "Sign out: practice" }).ClickAsync();
        await mapillary.GetByText("Not signed in", new() { Exact = true }).WaitForAsync();
    }
}
