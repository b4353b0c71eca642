using MapThePaths.Tests.Fixtures;
using Microsoft.Playwright;

namespace MapThePaths.BrowserTests;

/// <summary>A day's card: the page draws what is in sight, however many photos there are.</summary>
public sealed class ManyPhotos(Chromium chromium) : AFlow, IClassFixture<Chromium>
{
    private const int Day = 10_000;

    [Fact]
    public async Task Ten_thousand_are_scrolled_through_with_few_rows_and_all_are_on_the_map()
    {
        AWalk.Of(Day).SaveTo(Photos);
        (await Program.RunAsync("import", Photos, "--name", "Long walk", "--transport", "Earth-Walk")).Ends(0);
        await using var visit = await Visit.BeginAsync(Program, await chromium.PageAsync());
        await visit.FollowAsync("Long walk");
        var list = visit.Page.GetByRole(AriaRole.Listbox, new() { Name = "Photos in order" });
        var rows = list.GetByRole(AriaRole.Option);
        await rows.First.WaitForAsync();
        await visit.Page.Locator(Screen.MapAndPicture).WaitForAsync();
        Assert.Contains($"of {Day:N0}", await visit.Page.TextContentAsync("main"), StringComparison.Ordinal);

        foreach (var share in (double[])[0.25, 0.5, 0.999, 0])
        {
            var expected = await ScrollAsync(list, share);
            await list.GetByText(AWalk.NameOf(expected), new() { Exact = true }).WaitForAsync();
            Assert.InRange(await rows.CountAsync(), 5, 60);
        }

        Assert.InRange(await visit.Page.EvaluateAsync<int>("() => document.querySelectorAll('*').length"), 100, 2_000);
    }

    [Fact]
    public async Task The_last_one_is_a_key_away_and_a_name_is_found()
    {
        AWalk.Of(Day).SaveTo(Photos);
        (await Program.RunAsync("import", Photos, "--name", "Long walk", "--transport", "Earth-Walk")).Ends(0);
        await using var visit = await Visit.BeginAsync(Program, await chromium.PageAsync());
        await visit.FollowAsync("Long walk");
        var list = visit.Page.GetByRole(AriaRole.Listbox, new() { Name = "Photos in order" });
        await list.GetByRole(AriaRole.Option).First.WaitForAsync();

        await list.PressAsync("End");
        await list.GetByText(AWalk.NameOf(Day), new() { Exact = true }).WaitForAsync();
        Assert.Equal("true", await list.GetByRole(AriaRole.Option, new() { Name = AWalk.NameOf(Day) }).GetAttributeAsync("aria-selected"));
        await visit.Page.GetByRole(AriaRole.Searchbox, new() { Name = "Find a file name" }).FillAsync("walk4321.");

        await list.GetByText(AWalk.NameOf(4321), new() { Exact = true }).WaitForAsync();
        Assert.Equal(1, await list.GetByRole(AriaRole.Option).CountAsync());
    }

    // Answers the number of a photo that is in sight then, counted from 1.
    private static Task<int> ScrollAsync(ILocator list, double share) => list.EvaluateAsync<int>(
        $$"""
        (box, share) => {
            box.scrollTop = share * (box.scrollHeight - box.clientHeight);
            return 1 + Math.min({{Day - 1}}, Math.floor((box.scrollTop + box.clientHeight / 2) / (box.scrollHeight / {{Day}})));
        }
        """,
        share);
}
