using MapThePaths.Tests.Fixtures;
using Microsoft.Playwright;

namespace MapThePaths.BrowserTests;

/// <summary>What becomes of a slow upload when the page or the program goes away.</summary>
public sealed class SendingThroughTrouble(Chromium chromium) : AFlow, IClassFixture<Chromium>
{
    private const int Walk = 20;

    [Fact]
    public async Task A_reload_asks_first_and_shows_the_upload_again()
    {
        var page = await chromium.PageAsync();
        List<string> asked = [];
        page.Dialog += async (_, dialog) =>
        {
            asked.Add(dialog.Type);
            await dialog.AcceptAsync();
        };
        await using var visit = await BeginToSendAsync(page);

        await page.ReloadAsync();

        await visit.SaysAsync("Under way");
        await page.GetByRole(AriaRole.Progressbar, new() { Name = "Sending" }).WaitForAsync();
        Service.ClearFaults();
        await visit.SaysAsync("Done");
        Assert.Equal(["beforeunload"], asked);
        await PublishedOnceAsync(Walk);
    }

    [Fact]
    public async Task A_killed_program_that_is_started_again_goes_on()
    {
        var page = await chromium.PageAsync();
        await using var visit = await BeginToSendAsync(page);
        await Service.WhenAsync(state => state.Photos.Any(photo => photo.Complete));

        await visit.KillAsync();

        Service.ClearFaults();
        var other = await chromium.PageAsync();
        await using var again = await Visit.BeginAsync(Program, other);
        await again.FollowAsync("Lake walk");
        await again.FollowAsync("Send");
        await again.SendToAsync("Mapillary");

        await again.SaysAsync("Done");
        await PublishedOnceAsync(Walk);
    }

    // Every upload takes a second until the faults are cleared.
    private async Task<Visit> BeginToSendAsync(IPage page)
    {
        AWalk.Of(Walk).SaveTo(Photos);
        Service.AddFault("upload:delay=1000:every=1");
        var visit = await Visit.BeginAsync(Program, page);
        await visit.ImportAsync(Photos);
        await visit.FollowAsync("Send it");
        await visit.SendToAsync("Mapillary");
        await visit.SaysAsync("Under way");
        return visit;
    }
}
