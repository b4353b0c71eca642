using MapThePaths.Tests.Fixtures;
using Microsoft.Playwright;

namespace MapThePaths.BrowserTests;

/// <summary>A person who opens the page for the first time, and has nothing but a mouse and a folder.</summary>
public sealed class FirstSteps(Chromium chromium) : AFlow, IClassFixture<Chromium>
{
    [Fact]
    public async Task The_address_of_an_unknown_sequence_leads_to_those_that_there_are()
    {
        await using var visit = await Visit.BeginAsync(Program, await chromium.PageAsync());
        await visit.GoToAsync("/sequences/4711");

        await visit.Page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Link, new() { Name = "To the sequences" }).ClickAsync();

        await visit.SaysAsync("Practise first");
    }

    [Fact]
    public async Task Practising_leads_from_an_empty_page_to_visible_images()
    {
        await using var visit = await Visit.BeginAsync(Program, await chromium.PageAsync());

        await visit.PractiseAsync();
        await visit.FollowAsync("See where each photo is");

        await visit.CountsAsync(11, "Visible");
        await visit.FollowAsync("Sequences");
        await visit.SaysAsync("Done there");
        Assert.Empty(visit.AskedElsewhere);
    }

    [Fact]
    public async Task A_folder_becomes_visible_images_and_every_photo_has_its_life_line()
    {
        AWalk.Of(4).SaveTo(Photos);
        await using var visit = await Visit.BeginAsync(Program, await chromium.PageAsync());

        await visit.ImportAsync(Photos);
        await visit.SaysAsync("In the sequence: 4 photos");
        await visit.FollowAsync("Send it");
        await visit.SendToAsync("Practice");
        await visit.SaysAsync("Done");
        await visit.FollowAsync("See where each photo is");

        await visit.CountsAsync(4, "Visible");
        for (var photo = 1; photo <= 4; photo++)
        {
            await visit.SaysAsync(AWalk.NameOf(photo));
        }

        Assert.Empty(visit.AskedElsewhere);
    }

    [Fact]
    public async Task Map_and_picture_of_a_sequence_are_drawn()
    {
        AWalk.Of(4).SaveTo(Photos);
        await using var visit = await Visit.BeginAsync(Program, await chromium.PageAsync());
        await visit.ImportAsync(Photos);

        await visit.FollowAsync("Look at it");

        await visit.Page.Locator(Screen.MapAndPicture).WaitForAsync();
        Assert.Empty(visit.AskedElsewhere);
    }
}
