using MapThePaths.Tests.Fixtures;
using Microsoft.Playwright;

namespace MapThePaths.BrowserTests;

/// <summary>The page asks the program alone, and a base map that the user chose.</summary>
public sealed class WhatLeavesTheComputer(Chromium chromium) : AFlow, IClassFixture<Chromium>
{
    private const string Style = """{"version":8,"sources":{},"layers":[{"id":"ground","type":"background","paint":{"background-color":"#e8efe8"}}]}""";

    [Fact]
    public async Task Nothing_leaves_it_from_any_page_and_the_page_says_so()
    {
        await using var visit = await Visit.BeginAsync(Program, await chromium.PageAsync());
        await visit.PractiseAsync();
        foreach (var screen in Screen.Of(new Uri(visit.Page.Url).AbsolutePath))
        {
            await screen.ShowAsync(visit);
            await visit.SaysAsync("Everything stays on this computer except what you send to a service, and requests for an online base map if you choose one.");
        }

        Assert.Empty(visit.AskedElsewhere);
    }

    [Fact]
    public async Task A_base_map_of_ones_own_is_asked_alone_and_named()
    {
        await using var visit = await Visit.BeginAsync(Program, await chromium.PageAsync());
        await visit.Page.RouteAsync("https://tiles.example/**", route => route.FulfillAsync(new() { ContentType = "application/json", Body = Style, Headers = new Dictionary<string, string> { ["Access-Control-Allow-Origin"] = "*" } }));
        await visit.PractiseAsync();
        await visit.GoToAsync("/sequences/1");
        await visit.Page.Locator(Screen.MapAndPicture).WaitForAsync();
        Assert.Empty(visit.AskedElsewhere);

        await visit.ClickAsync("Base map");
        await visit.Page.GetByRole(AriaRole.Radio, new() { Name = "A style of your own" }).CheckAsync(new() { Force = true });
        await visit.Page.GetByRole(AriaRole.Textbox, new() { Name = "Address of the style (https)" }).FillAsync("https://tiles.example/style.json");
        await visit.Page.RunAndWaitForRequestAsync(() => visit.ClickAsync("Use it"), request => request.Url == "https://tiles.example/style.json");

        await visit.Page.GetByText("Tiles are asked for from tiles.example").WaitForAsync();
        Assert.NotEmpty(visit.AskedElsewhere);
        Assert.All(visit.AskedElsewhere, address => Assert.StartsWith("https://tiles.example/", address, StringComparison.Ordinal));
    }
}
