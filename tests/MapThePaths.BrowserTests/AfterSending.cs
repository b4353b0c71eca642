using MapThePaths.Emulator;
using MapThePaths.Emulator.MapThePathsWeb;
using MapThePaths.Tests.Fixtures;
using Microsoft.Playwright;

namespace MapThePaths.BrowserTests;

/// <summary>What one does with a sequence that is online: tells Map the Paths Web, exports, looks what may be deleted.</summary>
public sealed class AfterSending(Chromium chromium) : AFlow, IClassFixture<Chromium>
{
    protected override EmulatorOptions Options => new() { WebGeneration = WebGeneration.Head };

    protected override IReadOnlyDictionary<string, string> ServiceSettings =>
        Service.V3Environment().Concat(Service.WebEnvironment()).ToDictionary(StringComparer.Ordinal);

    [Fact]
    public async Task Map_the_Paths_Web_is_told_once_the_user_agreed()
    {
        await using var visit = await PublishAsync();
        var card = Card(visit, "Map the Paths Web");
        await card.GetByText("Agree that").WaitForAsync();
        Assert.True(await card.GetByRole(AriaRole.Button).IsDisabledAsync());

        await card.GetByRole(AriaRole.Switch).ClickAsync(new() { Force = true });
        await card.GetByRole(AriaRole.Button).ClickAsync();

        await card.GetByText("Listed", new() { Exact = true }).WaitForAsync();
        Assert.True(Assert.Single((await Service.StateAsync()).Mtpw.Sequences).IsPublished);
        await card.GetByRole(AriaRole.Switch).ClickAsync(new() { Force = true });
        await Assertions.Expect(card.GetByRole(AriaRole.Switch)).Not.ToBeCheckedAsync(new() { Timeout = 60_000 });
        await visit.FollowAsync("Accounts and settings");
        await Assertions.Expect(Card(visit, "Map the Paths Web").GetByRole(AriaRole.Switch)).Not.ToBeCheckedAsync();
    }

    [Fact]
    public async Task An_export_lies_in_the_folder_that_was_chosen_and_documents_can_be_had_alone()
    {
        await using var visit = await PublishAsync();
        var card = Card(visit, "Export");

        await card.GetByRole(AriaRole.Button, new() { Name = "Choose a folder" }).ClickAsync();
        await visit.Page.GetByRole(AriaRole.Textbox, new() { Name = "Path of a folder" }).FillAsync(Program.WorkingFolder);
        await visit.ClickAsync("Open");
        await visit.Page.GetByRole(AriaRole.Textbox, new() { Name = "New folder" }).FillAsync("lake");
        await visit.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Export", Exact = true }).ClickAsync();

        await visit.Page.GetByText("4 copies written").WaitForAsync();
        Assert.Equal(4, Directory.GetFiles(Path.Combine(Program.WorkingFolder, "lake", "final_raw")).Length);
        var file = await visit.Page.RunAndWaitForDownloadAsync(() => card.GetByRole(AriaRole.Link, new() { Name = "images.csv" }).ClickAsync());
        Assert.Equal("Lake-walk-images.csv", file.SuggestedFilename);
    }

    [Fact]
    public async Task What_a_stand_in_shows_makes_no_original_safe_to_delete()
    {
        await using var visit = await PublishAsync();

        await visit.ClickAsync("List what is safe to delete");

        await visit.Page.GetByText("4 are to be kept").WaitForAsync();
        await visit.SaysAsync("4 of 4 images that should be there are shown as they were sent");
        await visit.SaysAsync("No original is safe to delete.");
    }

    [Fact]
    public async Task What_is_safe_to_delete_is_listed_and_what_the_service_says_can_be_read()
    {
        await using var visit = await PublishAsync("--trust", Service.Addresses.V3.Url);

        await visit.ClickAsync("List what is safe to delete");
        await visit.Page.GetByText("4 originals are safe to delete").WaitForAsync();
        await visit.ClickAsync("Show records");

        var records = visit.Page.GetByRole(AriaRole.Dialog);
        foreach (var heading in (string[])["Sequences", "Images", "Upload sessions"])
        {
            await records.GetByRole(AriaRole.Heading, new() { Name = heading, Exact = true }).WaitForAsync();
        }
    }

    [Fact]
    public async Task Parts_that_were_sent_again_say_why_their_numbers_go_on()
    {
        await using var visit = await PublishAsync();
        await visit.FollowAsync("Send");
        await visit.Page.GetByRole(AriaRole.Checkbox, new() { Name = "Mapillary, API v3", Exact = true }).CheckAsync();
        await visit.Page.GetByRole(AriaRole.Switch, new() { Name = "Send again what is there" }).CheckAsync(new() { Force = true });

        await visit.ClickAsync("Send now");

        await visit.SaysAsync("Mapillary, API v3 · Part 2");
        await visit.SaysAsync("A part keeps its number. Numbers that are not shown were parts whose photos have gone into later ones, as when they are sent again.");
    }

    private static ILocator Card(Visit visit, string title) => visit.Page.GetByRole(AriaRole.Region, new() { Name = title, Exact = true });

    private async Task<Visit> PublishAsync(params string[] options)
    {
        AWalk.Of(4).SaveTo(Photos);
        var visit = await Visit.BeginAsync(Program, await chromium.PageAsync(), options);
        await visit.ImportAsync(Photos);
        await visit.FollowAsync("Send it");
        await visit.SendToAsync("Mapillary, API v3");
        await visit.SaysAsync("Done");
        await visit.FollowAsync("See where each photo is");
        return visit;
    }
}
