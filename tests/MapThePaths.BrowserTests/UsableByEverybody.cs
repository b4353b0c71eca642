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

    private static async Task<IReadOnlyList<string>> OnEveryScreenAsync(Visit visit, Func<Task<string[]>> look)
    {
        List<string> seen = [.. (await look()).Select(complaint => $"empty: {complaint}")];
        await visit.PractiseAsync();
        foreach (var screen in Screen.Of(new Uri(visit.Page.Url).AbsolutePath))
        {
            await screen.ShowAsync(visit);
            seen.AddRange((await look()).Select(complaint => $"{screen.Name}: {complaint}"));
        }

        return seen;
    }
}
