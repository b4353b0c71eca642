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
        await again.SaysAsync("Not all sent");
        await again.FollowAsync("Lake walk");
        await again.FollowAsync("Send");
        await again.SaysAsync("Not all sent");
        await again.SaysAsync("Send the sequence again: it goes on where it stopped.");
        await again.SendToAsync("Mapillary");

        await again.SaysAsync("Done");
        await PublishedOnceAsync(Walk);
    }

    [Fact]
    public async Task Pausing_keeps_what_arrived_and_going_on_sends_the_rest()
    {
        await using var visit = await BeginToSendAsync(await chromium.PageAsync());
        await Service.WhenAsync(state => state.Photos.Any(photo => photo.Complete));

        await visit.ClickAsync("Pause");
        await visit.SaysAsync("Paused");
        var arrived = (await Service.StateAsync()).Photos.Count(photo => photo.Complete);
        Service.ClearFaults();
        await visit.ClickAsync("Go on");

        await visit.SaysAsync("Done");
        Assert.InRange(arrived, 1, Walk - 1);
        await PublishedOnceAsync(Walk);
    }

    [Fact]
    public async Task Cancelling_says_so_and_sending_once_more_sends_the_rest()
    {
        await using var visit = await BeginToSendAsync(await chromium.PageAsync());
        await Service.WhenAsync(state => state.Photos.Any(photo => photo.Complete));

        await visit.ClickAsync("Cancel");
        await visit.SaysAsync("Cancelled");
        Service.ClearFaults();
        await visit.ClickAsync("Go on");

        await visit.SaysAsync("Done");
        await PublishedOnceAsync(Walk);
    }

    [Fact]
    public async Task Bytes_speed_and_photos_at_once_are_told_and_so_is_why_one_is_tried_again()
    {
        Service.AddFault("upload:status=503:only=3");
        await using var visit = await BeginToSendAsync(await chromium.PageAsync());

        foreach (var fact in (string[])["Photos", "Bytes", "Speed", "Remaining", "At once"])
        {
            await visit.Page.Locator("dt").Filter(new() { HasText = fact }).First.WaitForAsync();
        }

        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "retry" }).ClickAsync();
        await visit.Page.GetByText("503").First.WaitForAsync();
        Service.ClearFaults();
        await visit.SaysAsync("Done");
        await PublishedOnceAsync(Walk);
    }

    [Fact]
    public async Task A_dry_run_publishes_nothing_and_says_so()
    {
        AWalk.Of(3).SaveTo(Photos);
        await using var visit = await Visit.BeginAsync(Program, await chromium.PageAsync());
        await visit.ImportAsync(Photos);
        await visit.FollowAsync("Send it");
        await visit.Page.GetByRole(AriaRole.Checkbox, new() { Name = "Mapillary", Exact = true }).CheckAsync();
        await visit.Page.GetByRole(AriaRole.Switch, new() { Name = "Dry run" }).CheckAsync(new() { Force = true });
        await visit.ClickAsync("Start the dry run");

        await visit.SaysAsync("Done");
        var card = visit.Page.GetByRole(AriaRole.Region, new() { Name = "Dry run", Exact = true });
        await card.GetByText("3 photos would be sent to Mapillary. Nothing was published, and nothing counts as sent.").WaitForAsync();
        await visit.Page.GetByRole(AriaRole.Region, new() { Name = "Dry run: nothing is published", Exact = true }).WaitForAsync();
        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Main)).Not.ToContainTextAsync("3 of 3");
        await visit.FollowAsync("See where each photo is");
        await visit.CountsAsync(3, "Dry run");
        Assert.Empty((await Service.StateAsync()).FinishCalls);

        await visit.FollowAsync("Send");
        await visit.ClickAsync("Prepare the real sending");
        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Checkbox, new() { Name = "Mapillary", Exact = true })).ToBeCheckedAsync();
        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Button, new() { Name = "Send now" })).ToBeFocusedAsync();
        await visit.ClickAsync("Send now");
        await visit.SaysAsync("Done there");
        await PublishedOnceAsync(3);
    }

    [Fact]
    public async Task What_goes_to_two_destinations_is_counted_at_each()
    {
        AWalk.Of(3).SaveTo(Photos);
        await using var visit = await Visit.BeginAsync(Program, await chromium.PageAsync());
        await visit.ImportAsync(Photos);
        await visit.FollowAsync("Send it");
        await visit.Page.GetByRole(AriaRole.Checkbox, new() { Name = "Practice", Exact = true }).CheckAsync();
        await visit.SendToAsync("Mapillary");
        await visit.SaysAsync("Done");
        var card = visit.Page.GetByRole(AriaRole.Region, new() { Name = "Sending", Exact = true });
        await card.Locator("dl").Filter(new() { HasText = "Mapillary" }).GetByText("3 of 3").WaitForAsync();
        await card.Locator("dl").Filter(new() { HasText = "Practice" }).GetByText("3 of 3").WaitForAsync();

        await visit.FollowAsync("See where each photo is");
        await visit.CountsAsync(6, "Visible");
        await visit.SaysAsync("A photo counts at each destination that it is at.");
        await visit.ClickAsync("Verify");

        await visit.SaysAsync("6 of 6 images that should be there are shown as they were sent");
    }

    [Fact]
    public async Task A_photo_that_failed_says_why_and_can_be_tried_again()
    {
        AWalk.Of(4).SaveTo(Photos);
        await using var visit = await Visit.BeginAsync(Program, await chromium.PageAsync());
        await visit.ImportAsync(Photos);
        var lost = await File.ReadAllBytesAsync(Photo(AWalk.NameOf(2)), TestContext.Current.CancellationToken);
        var writtenAt = File.GetLastWriteTimeUtc(Photo(AWalk.NameOf(2)));
        File.Delete(Photo(AWalk.NameOf(2)));
        await visit.FollowAsync("Send it");
        await visit.SendToAsync("Mapillary");
        await visit.SaysAsync("Done");
        await visit.FollowAsync("See where each photo is");
        await visit.CountsAsync(1, "Failed");
        await visit.Page.GetByText("Is no longer where it was imported from").First.WaitForAsync();

        await File.WriteAllBytesAsync(Photo(AWalk.NameOf(2)), lost, TestContext.Current.CancellationToken);
        File.SetLastWriteTimeUtc(Photo(AWalk.NameOf(2)), writtenAt);
        await visit.ClickAsync("Try again");

        await visit.SaysAsync("Done");
        await visit.FollowAsync("See where each photo is");
        await visit.CountsAsync(4, "Visible");
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
