using System.Diagnostics;
using MapThePaths.Tests.Fixtures;
using Microsoft.Playwright;

namespace MapThePaths.BrowserTests;

/// <summary>
/// Measures from the start of the program to a page that can be used, for <c>docs/performance.md</c>: <c>MapThePaths.BrowserTests -explicit only -class "*.HowFastItOpens" -showLiveOutput</c>.
/// </summary>
public sealed class HowFastItOpens(Chromium chromium, ITestOutputHelper output) : AFlow, IClassFixture<Chromium>
{
    private const int Times = 5;

    [Theory(Explicit = true)]
    [InlineData(0)]
    [InlineData(10_000)]
    public async Task From_the_start_of_the_program_to_a_page_that_can_be_used(int photos)
    {
        if (photos > 0)
        {
            AWalk.Of(photos).SaveTo(Photos);
            (await Program.RunAsync("import", Photos, "--name", "Long walk", "--transport", "Earth-Walk")).Ends(0);
        }

        for (var time = 0; time < Times; time++)
        {
            var page = await chromium.PageAsync();
            var devTools = await page.Context.NewCDPSessionAsync(page);
            await devTools.SendAsync("Performance.enable");

            // A browser that was just given a new page is busy with itself; people's is not.
            await page.WaitForTimeoutAsync(2_000);
            var clock = Stopwatch.StartNew();
            await using var visit = await Visit.BeginAsync(Program, page);
            await visit.Page.GetByRole(AriaRole.Link, new() { Name = photos > 0 ? "Long walk" : "Make a sequence", Exact = true }).WaitForAsync();
            var wall = clock.Elapsed;
            output.WriteLine(
                $"{photos} photos: {wall.TotalSeconds:0.00} s by the clock, {visit.ProcessorTime.TotalSeconds:0.00} s of the program, {await OfThePageAsync(devTools):0.00} s of the page");
        }
    }

    // Processor time of the process that draws the page.
    private static async Task<double> OfThePageAsync(ICDPSession devTools)
    {
        var answer = (await devTools.SendAsync("Performance.getMetrics")).GetValueOrDefault();
        return answer.GetProperty("metrics").EnumerateArray().First(metric => metric.GetProperty("name").GetString() == "ProcessTime").GetProperty("value").GetDouble();
    }
}
