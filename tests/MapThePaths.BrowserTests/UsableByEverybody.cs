using MapThePaths.Tests.Fixtures;
using Microsoft.Playwright;

namespace MapThePaths.BrowserTests;

/// <summary>What holds of every page, after practising.</summary>
public sealed class UsableByEverybody(Chromium chromium) : AFlow, IClassFixture<Chromium>
{
    private const string Complaints = """
        () => axe.run().then(found => found.violations
            .filter(violation => violation.impact === 'serious' || violation.impact === 'critical')
            .map(violation => violation.id + ': ' + violation.nodes.map(node => node.html).join(' ')))
        """;

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task Axe_finds_nothing_serious(ColorScheme scheme)
    {
        var axe = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "axe.min.js"), TestContext.Current.CancellationToken);
        await using var visit = await Visit.BeginAsync(Program, await chromium.PageAsync());
        await visit.Page.EmulateMediaAsync(new() { ColorScheme = scheme, ReducedMotion = ReducedMotion.Reduce });

        var complaints = await OnEveryScreenAsync(visit, async () =>
        {
            await visit.Page.EvaluateAsync(axe);
            return await visit.Page.EvaluateAsync<string[]>(Complaints);
        });

        Assert.Empty(complaints);
    }

    [Fact]
    public async Task Nothing_is_wider_than_a_telephone()
    {
        await using var visit = await Visit.BeginAsync(Program, await chromium.PageAsync());
        await visit.Page.SetViewportSizeAsync(390, 844);

        var wider = await OnEveryScreenAsync(visit, async () =>
        {
            var width = await visit.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth");
            return width > 390 ? [$"{width} pixels"] : [];
        });

        Assert.Empty(wider);
        Assert.Empty(visit.AskedElsewhere);
    }

    [Fact]
    public async Task Keys_alone_lead_from_the_first_start_through_a_sequence()
    {
        await using var visit = await Visit.BeginAsync(Program, await chromium.PageAsync());
        await visit.SaysAsync("Practise first");

        await PressAsync(visit.Page, "Practise first");
        await visit.SaysAsync("Done");
        await PressAsync(visit.Page, "Open the sequence");
        await visit.Page.Locator(Screen.MapAndPicture).WaitForAsync();
        await visit.Page.Keyboard.PressAsync("ArrowRight");

        await visit.Page.GetByText("2 of 12").First.WaitForAsync();
        await PressAsync(visit.Page, "Edits");
        await visit.Page.GetByText("No edits yet").WaitForAsync();
    }

    // As somebody without a mouse: Tab, or the arrows among tabs, until it has the focus, then Enter.
    private static async Task PressAsync(IPage page, string name)
    {
        for (var tab = 0; tab < 60; tab++)
        {
            await page.Keyboard.PressAsync("Tab");
            if (await HasFocusAsync(page, name))
            {
                await page.Keyboard.PressAsync("Enter");
                return;
            }

            if (await page.EvaluateAsync<bool>("() => document.activeElement?.getAttribute('role') === 'tab'"))
            {
                await page.Keyboard.PressAsync("ArrowRight");
                if (await HasFocusAsync(page, name))
                {
                    await page.Keyboard.PressAsync("Enter");
                    return;
                }
            }
        }

        Assert.Fail($"'{name}' cannot be reached by keys.");
    }

    private static Task<bool> HasFocusAsync(IPage page, string name) =>
        page.EvaluateAsync<bool>("name => document.activeElement?.textContent?.trim() === name", name);

    private static async Task<IReadOnlyList<string>> OnEveryScreenAsync(Visit visit, Func<Task<string[]>> look)
    {
        List<string> seen = [.. (await look()).Select(complaint => $"empty: {complaint}")];
        await visit.PractiseAsync();
        foreach (var screen in Screen.Of(new Uri(visit.Page.Url).AbsolutePath).Concat(Screen.Tabs))
        {
            await screen.ShowAsync(visit);
            seen.AddRange((await look()).Select(complaint => $"{screen.Name}: {complaint}"));
        }

        return seen;
    }
}
