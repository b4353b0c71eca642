using MapThePaths.Tests.Fixtures;
using Microsoft.Playwright;

namespace MapThePaths.BrowserTests;

/// <summary>What one does with the photos before they are sent: looks at them, and edits where they are wrong.</summary>
public sealed class EditingASequence(Chromium chromium) : AFlow, IClassFixture<Chromium>
{
    [Fact]
    public async Task Rules_are_changed_among_the_details_and_the_plan_follows()
    {
        await using var visit = await Visit.BeginAsync(Program, await chromium.PageAsync());
        await visit.PractiseAsync();
        await visit.GoToAsync("/sequences/1");
        await OpenTabAsync("Plan");
        await visit.Page.Locator("[aria-label='Parts'] li").Nth(1).WaitForAsync();

        await OpenTabAsync("Details");
        await visit.ClickAsync("Rules for cuts and for photos left out");
        await visit.Page.GetByRole(AriaRole.Switch, new() { Name = "Photos of all cameras in one line" }).PressAsync("Space");
        await visit.ClickAsync("Save");
        await visit.SaysAsync("Saved");
        await OpenTabAsync("Plan");

        await Assertions.Expect(visit.Page.Locator("[aria-label='Parts'] li")).ToHaveCountAsync(1, new() { Timeout = 60_000 });

        Task OpenTabAsync(string name) => visit.Page.GetByRole(AriaRole.Tab, new() { Name = name, Exact = true }).ClickAsync();
    }

    [Fact]
    public async Task An_edit_is_looked_at_made_undone_and_done_again()
    {
        AWalk.Of(4).SaveTo(Photos);
        await using var visit = await Visit.BeginAsync(Program, await chromium.PageAsync());
        await visit.ImportAsync(Photos);
        await visit.FollowAsync("Look at it");
        await HeadingAsync(visit, "looks 10°");

        await visit.Page.GetByRole(AriaRole.Combobox, new() { Name = "What is to be done?" }).ClickAsync();
        await visit.Page.GetByRole(AriaRole.Option, new() { Name = "Turn the headings" }).ClickAsync();
        await visit.SaysAsync("4 of 4 photos change, 0 more are left out, 0 come back.");
        await visit.SaysAsync("As it is now, before the edit");
        await visit.SaysAsync("No edits yet. An edit changes what is sent of the photos; files never change.");
        await visit.ClickAsync("Apply");

        await visit.SaysAsync("headings turned by +90°");
        await HeadingAsync(visit, "looks 100°");
        var facts = visit.Page.GetByRole(AriaRole.Region, new() { Name = "Facts", Exact = true });
        await Assertions.Expect(facts).ToContainTextAsync("100°");
        await facts.GetByText("file: 10° from true north").WaitForAsync();
        await visit.ClickAsync("Undo");
        await visit.Page.GetByText("No edits yet").WaitForAsync();
        await HeadingAsync(visit, "looks 10°");
        await visit.ClickAsync("Redo");
        await visit.SaysAsync("headings turned by +90°");
        await HeadingAsync(visit, "looks 100°");
    }

    [Fact]
    public async Task A_doubt_that_an_edit_mends_is_shown_no_more()
    {
        for (var photo = 0; photo < 3; photo++)
        {
            APhoto.At(47.1 + (photo * 0.0001), 8.5).TakenByClock($"2023-05-10 14:00:0{photo}").TakenUtc($"2023-05-11 12:00:0{photo}").Camera("NIKON", "P6000").SaveTo(Photo($"{photo}.jpg"));
        }

        await using var visit = await Visit.BeginAsync(Program, await chromium.PageAsync());
        await visit.ImportAsync(Photos);
        await visit.GoToAsync("/sequences/1");
        var doubt = visit.Page.GetByRole(AriaRole.Region, new() { Name = "Facts", Exact = true }).GetByText("Has a GPS date about a day away from its camera date");
        await doubt.WaitForAsync();

        await visit.Page.GetByRole(AriaRole.Tab, new() { Name = "Edits" }).ClickAsync();
        await visit.ClickAsync("Look at it");
        await visit.SaysAsync("Would be made: times 86400 s earlier.");
        await visit.ClickAsync("Apply");
        await visit.SaysAsync("times 86400 s earlier");

        await Assertions.Expect(doubt).ToHaveCountAsync(0, new() { Timeout = 60_000 });
    }

    [Fact]
    public async Task Photos_are_placed_by_a_track_that_is_chosen()
    {
        AWalk.Of(4).SaveTo(Photos);
        var track = Photo("day.gpx");
        await File.WriteAllTextAsync(
            track,
            """
            <gpx version="1.1" creator="tests" xmlns="http://www.topografix.com/GPX/1/1"><trk><trkseg>
            <trkpt lat="47.2" lon="8.5"><time>2023-05-10T10:00:00Z</time></trkpt>
            <trkpt lat="47.21" lon="8.5"><time>2023-05-10T10:01:00Z</time></trkpt>
            </trkseg></trk></gpx>
            """,
            TestContext.Current.CancellationToken);
        await using var visit = await Visit.BeginAsync(Program, await chromium.PageAsync());
        await visit.ImportAsync(Photos);
        await visit.FollowAsync("Look at it");

        await visit.Page.GetByRole(AriaRole.Tab, new() { Name = "Edits" }).ClickAsync();
        await visit.Page.GetByRole(AriaRole.Combobox, new() { Name = "What is to be done?" }).ClickAsync();
        await visit.Page.GetByRole(AriaRole.Option, new() { Name = "Place by a GPX track" }).ClickAsync();
        await visit.Page.Locator("input[type=file][accept='.gpx']").SetInputFilesAsync(track);

        await visit.SaysAsync("day.gpx");
        await visit.SaysAsync("4 of 4 photos change, 0 more are left out, 0 come back.");
    }

    [Fact]
    public async Task Going_back_from_describing_keeps_what_was_typed()
    {
        AWalk.Of(4).SaveTo(Photos);
        await using var visit = await Visit.BeginAsync(Program, await chromium.PageAsync());
        await visit.LookAtAsync(Photos);
        await visit.ClickAsync("Describe it");
        var name = visit.Page.GetByRole(AriaRole.Textbox, new() { Name = "Name" });
        await name.FillAsync("Lake walk");

        await visit.ClickAsync("Back");
        await visit.ClickAsync("Describe it");

        await Assertions.Expect(name).ToHaveValueAsync("Lake walk");
    }

    [Fact]
    public async Task Arrow_keys_choose_photos_but_not_where_they_mean_something_else()
    {
        AWalk.Of(4).SaveTo(Photos);
        await using var visit = await Visit.BeginAsync(Program, await chromium.PageAsync());
        await visit.ImportAsync(Photos);
        await visit.FollowAsync("Look at it");
        await visit.Page.Locator(Screen.MapAndPicture).WaitForAsync();

        await visit.Page.Keyboard.PressAsync("ArrowRight");
        await visit.Page.GetByText("2 of 4").First.WaitForAsync();
        await visit.Page.GetByRole(AriaRole.Tab, new() { Name = "Photos" }).PressAsync("ArrowRight");
        await visit.Page.GetByText("No edits yet").WaitForAsync();
        await visit.Page.Locator(".map canvas").PressAsync("ArrowRight");

        await Assertions.Expect(visit.Page.GetByText("2 of 4").First).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_panorama_is_a_sphere_and_a_flat_photo_beside_it_is_flat()
    {
        AWalk.Of(2).Photo(1).Projected("equirectangular").SaveTo(Photo("sphere.jpg"));
        AWalk.Of(2).Photo(2).SaveTo(Photo("flat.jpg"));
        await using var visit = await Visit.BeginAsync(Program, await chromium.PageAsync());
        await visit.ImportAsync(Photos);
        await visit.FollowAsync("Look at it");

        await visit.Page.Locator(".sphere[data-ready='true'] canvas").WaitForAsync();
        await visit.Page.GetByRole(AriaRole.Group, new() { Name = "360° photo: drag to look around: sphere.jpg" }).WaitForAsync();
        await visit.ClickAsync("Next photo");
        await visit.Page.Locator(".picture[data-ready='true'] img[alt='flat.jpg']").WaitForAsync();
        Assert.Equal(0, await visit.Page.Locator(".sphere").CountAsync());
        await visit.ClickAsync("Previous photo");
        await visit.Page.Locator(".sphere[data-ready='true'] canvas").WaitForAsync();
    }

    [Fact]
    public async Task A_photo_alone_is_on_the_map_however_far_it_is_zoomed_out()
    {
        AWalk.Of(1).SaveTo(Path.Combine(Photos, "here"));
        AWalk.Of(1).Elsewhere().SaveTo(Path.Combine(Photos, "there"));
        var page = await chromium.PageAsync();
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light, ReducedMotion = ReducedMotion.Reduce });
        await using var visit = await Visit.BeginAsync(Program, page);
        await visit.ImportAsync(Photos);
        await visit.FollowAsync("Look at it");

        await page.Locator(Screen.MapAndPicture).WaitForAsync();

        var picture = await page.Locator(".map").ScreenshotAsync();
        Assert.InRange(await CountPixelsAsync(await chromium.PageAsync(), picture, (0x1f, 0x66, 0x59)), 5, 200);
    }

    // Of one colour, or nearly.
    private static Task<int> CountPixelsAsync(IPage page, byte[] png, (int Red, int Green, int Blue) color) => page.EvaluateAsync<int>(
        """
        async ({ png, color }) => {
            const picture = await createImageBitmap(await (await fetch('data:image/png;base64,' + png)).blob());
            const pen = new OffscreenCanvas(picture.width, picture.height).getContext('2d');
            pen.drawImage(picture, 0, 0);
            const { data } = pen.getImageData(0, 0, picture.width, picture.height);
            let count = 0;
            for (let at = 0; at < data.length; at += 4) count += color.every((part, index) => Math.abs(data[at + index] - part) < 4);
            return count;
        }
        """,
        new { png = Convert.ToBase64String(png), color = new[] { color.Red, color.Green, color.Blue } });

    // The list tells it while its tab is shown.
    private static async Task HeadingAsync(Visit visit, string heading)
    {
        await visit.Page.GetByRole(AriaRole.Tab, new() { Name = "Photos" }).ClickAsync();
        await visit.Page.GetByRole(AriaRole.Option, new() { Name = AWalk.NameOf(1) }).GetByText(heading).WaitForAsync();
        await visit.Page.GetByRole(AriaRole.Tab, new() { Name = "Edits" }).ClickAsync();
    }
}
