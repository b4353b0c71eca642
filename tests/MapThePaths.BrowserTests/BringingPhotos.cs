using MapThePaths.Tests.Fixtures;
using Microsoft.Playwright;

namespace MapThePaths.BrowserTests;

/// <summary>The ways in: a chosen folder, dropped files and folders; and what is asked about them.</summary>
public sealed class BringingPhotos(Chromium chromium) : AFlow, IClassFixture<Chromium>
{
    [Fact]
    public async Task A_dropped_folder_gives_the_sequence_its_name_and_other_files_in_it_are_mentioned()
    {
        var folder = AWalk.Of(3).SaveTo(Path.Combine(Photos, "Lake-walk", "100GOPRO"));
        await File.WriteAllTextAsync(Path.Combine(folder, "clip.mp4"), "a video", TestContext.Current.CancellationToken);
        await using var visit = await Visit.BeginAsync(Program, await chromium.PageAsync());
        await visit.GoToAsync("/new");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Take this folder" }).WaitForAsync();

        await DropAsync(visit.Page, visit.Page.Locator(".drop-zone"), Path.Combine(Photos, "Lake-walk"));
        await visit.SaysAsync("4 files copied");
        await visit.ClickAsync("Look at the photos");
        await visit.SaysAsync("1 other file is passed over, since it is no JPEG: 1 .mp4.");
        await visit.ClickAsync("Describe it");

        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Textbox, new() { Name = "Name" })).ToHaveValueAsync("Lake walk");
    }

    [Fact]
    public async Task A_folder_that_holds_photos_only_in_folders_inside_says_that_these_are_looked_into()
    {
        AWalk.Of(3).SaveTo(Path.Combine(Photos, "100GOPRO"));
        await using var visit = await Visit.BeginAsync(Program, await chromium.PageAsync());
        await visit.GoToAsync("/new");

        await visit.Page.GetByRole(AriaRole.Textbox, new() { Name = "Path of a folder" }).FillAsync(Photos);
        await visit.ClickAsync("Open");

        await visit.SaysAsync("0 photos here. The folder inside is looked into too.");
    }

    [Fact]
    public async Task The_focus_goes_along_from_step_to_step()
    {
        AWalk.Of(3).SaveTo(Photos);
        await using var visit = await Visit.BeginAsync(Program, await chromium.PageAsync());

        await visit.LookAtAsync(Photos);
        await Focused("What was found");
        await visit.ClickAsync("Describe it");
        await Focused("Describe");
        await visit.ClickAsync("Back");
        await Focused("What was found");
        await visit.ClickAsync("Back");
        await Focused("Choose photos");

        Task Focused(string heading) => Assertions.Expect(visit.Page.GetByRole(AriaRole.Heading, new() { Name = heading, Exact = true })).ToBeFocusedAsync(new() { Timeout = 60_000 });
    }

    [Fact]
    public async Task What_is_no_tag_is_shown_where_it_was_typed_and_nothing_is_imported()
    {
        AWalk.Of(3).SaveTo(Photos);
        await using var visit = await Visit.BeginAsync(Program, await chromium.PageAsync());
        await visit.Page.SetViewportSizeAsync(900, 500);
        await visit.LookAtAsync(Photos);
        await visit.ClickAsync("Describe it");
        await visit.Page.GetByRole(AriaRole.Textbox, new() { Name = "Name" }).FillAsync("Lake walk");
        await visit.Page.GetByLabel("Tags").First.FillAsync("old_town");
        await visit.ClickAsync("Earth");
        await visit.ClickAsync("Walk");

        await visit.ClickAsync("Import");

        var error = visit.Page.GetByText("Tags have at most 30 letters, digits and hyphens. Take out: old_town");
        await Assertions.Expect(error).ToBeInViewportAsync(new() { Timeout = 60_000 });
        Assert.Equal("true", await visit.Page.EvaluateAsync<string>("() => document.activeElement.getAttribute('aria-invalid')"));
    }

    [Fact]
    public async Task Dropped_folders_and_files_are_taken()
    {
        var folder = AWalk.Of(3).SaveTo(Path.Combine(Photos, "DCIM"));
        var other = AWalk.Of(1).Elsewhere().SaveTo(Path.Combine(Photos, "other"));
        await using var visit = await Visit.BeginAsync(Program, await chromium.PageAsync());
        await visit.GoToAsync("/new");
        await visit.SaysAsync("Drop photos or folders here");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Take this folder" }).WaitForAsync();

        await DropAsync(visit.Page, visit.Page.Locator(".drop-zone"), folder, Path.Combine(other, AWalk.NameOf(1)));

        await visit.SaysAsync("4 files copied");
        await visit.ClickAsync("Look at the photos");
        await visit.SaysAsync("4 photos can be used");
    }

    [Fact]
    public async Task While_a_folder_is_being_opened_the_one_before_it_is_not_taken_for_it()
    {
        AWalk.Of(3).SaveTo(Photos);
        await using var visit = await Visit.BeginAsync(Program, await chromium.PageAsync());
        await visit.GoToAsync("/new");
        var take = visit.Page.GetByRole(AriaRole.Button, new() { Name = "Take this folder" });
        await take.WaitForAsync();
        var mayOpen = new TaskCompletionSource();
        await visit.Page.RouteAsync("**/api/folders?*", async route =>
        {
            await mayOpen.Task;
            await route.ContinueAsync();
        });

        await visit.Page.GetByRole(AriaRole.Textbox, new() { Name = "Path of a folder" }).FillAsync(Photos);
        await visit.ClickAsync("Open");
        await Assertions.Expect(take).ToBeDisabledAsync();
        mayOpen.SetResult();
        await take.ClickAsync();

        await visit.ClickAsync("Look at the photos");
        await visit.SaysAsync("3 photos can be used");
    }

    [Fact]
    public async Task A_photo_dropped_beside_the_place_for_it_does_not_replace_the_page()
    {
        AWalk.Of(3).SaveTo(Photos);
        await using var visit = await Visit.BeginAsync(Program, await chromium.PageAsync());
        await visit.GoToAsync("/new");
        await visit.SaysAsync("Drop photos or folders here");

        await DropAsync(visit.Page, visit.Page.GetByRole(AriaRole.Heading).First, Photo(AWalk.NameOf(1)));

        await visit.LookAtAsync(Photos);
        await visit.SaysAsync("3 photos can be used");
    }

    [Fact]
    public async Task The_zone_is_asked_for_only_when_clocks_tell_none()
    {
        var told = AWalk.Of(2).SaveTo(Path.Combine(Photos, "told"));
        var untold = Directory.CreateDirectory(Path.Combine(Photos, "untold")).FullName;
        for (var second = 0; second < 3; second++)
        {
            APhoto.At(47.1 + (second * 0.0001), 8.5).TakenByClock($"2026-05-01 14:00:0{second}").Camera("Trek", "One").SaveTo(Path.Combine(untold, $"{second}.jpg"));
        }

        await using var visit = await Visit.BeginAsync(Program, await chromium.PageAsync());
        await LookAsync(visit, untold);
        await visit.ClickAsync("Describe it");
        await visit.Page.GetByLabel("Time zone of the camera").First.WaitForAsync();
        await LookAsync(visit, told);
        await visit.ClickAsync("Describe it");
        await visit.Page.GetByRole(AriaRole.Textbox, new() { Name = "Name" }).WaitForAsync();

        Assert.Equal(0, await visit.Page.GetByLabel("Time zone of the camera").CountAsync());
    }

    [Fact]
    public async Task A_name_that_is_taken_is_told_where_it_is_typed_and_photos_under_another_one_are_imported()
    {
        AWalk.Of(2).SaveTo(Path.Combine(Photos, "first"));
        (await Program.RunAsync("import", Path.Combine(Photos, "first"), "--name", "Lake walk", "--transport", "Earth-Walk")).Ends(0);
        var other = AWalk.Of(3).Elsewhere().SaveTo(Path.Combine(Photos, "other"));
        await using var visit = await Visit.BeginAsync(Program, await chromium.PageAsync());
        await LookAsync(visit, other);
        await visit.ClickAsync("Describe it");
        var name = visit.Page.GetByRole(AriaRole.Textbox, new() { Name = "Name" });
        var taken = visit.Page.GetByText("A sequence of this name is here already.");
        await name.FillAsync("LAKE walk");
        await taken.WaitForAsync();
        await visit.ClickAsync("Earth");
        await visit.ClickAsync("Walk");
        await visit.ClickAsync("Import");
        await visit.SaysAsync("Nothing imported");

        await visit.ClickAsync("Back");
        await name.FillAsync("Hill walk");
        await Assertions.Expect(taken).ToHaveCountAsync(0, new() { Timeout = 60_000 });
        await visit.ClickAsync("Import");

        await visit.SaysAsync("In the sequence: 3 photos");
    }

    [Fact]
    public async Task A_zone_may_be_an_offset_and_a_track_and_a_broken_file_among_the_photos_are_named()
    {
        for (var second = 0; second < 3; second++)
        {
            APhoto.At(47.1 + (second * 0.0001), 8.5).TakenByClock($"2026-05-01 14:00:0{second}").Camera("Trek", "One").SaveTo(Photo($"{second}.jpg"));
        }

        Save("broken.jpg", "no picture"u8.ToArray());
        Save("day.gpx", "<gpx/>"u8.ToArray());
        await using var visit = await Visit.BeginAsync(Program, await chromium.PageAsync());
        await LookAsync(visit, Photos);
        await visit.SaysAsync("A GPX track among them can place the photos: choose it under Edits, “Place by a GPX track”, once they are imported.");
        await visit.ClickAsync("Describe it");
        await visit.Page.GetByRole(AriaRole.Textbox, new() { Name = "Name" }).FillAsync("Lake walk");
        await visit.ClickAsync("Earth");
        await visit.ClickAsync("Walk");
        await visit.Page.GetByLabel("Time zone of the camera").First.FillAsync("+2");
        await visit.ClickAsync("Import");
        await visit.SaysAsync("Give a name such as Europe/Rome, UTC, or an offset such as +02:00.");

        await visit.Page.GetByLabel("Time zone of the camera").First.FillAsync("+02:00");
        await visit.ClickAsync("Import");

        await visit.SaysAsync("In the sequence: 3 photos, 1 left out");
        await visit.SaysAsync("broken.jpg");
        await visit.FollowAsync("Look at it");
        await visit.SaysAsync("3 photos, 1 left out");
        await visit.Page.GetByText("12:00:00").First.WaitForAsync();
    }

    [Fact]
    public async Task What_is_left_out_is_told_with_its_reason_and_what_to_do_on_the_page()
    {
        AWalk.Of(3).SaveTo(Photos);
        APhoto.Anywhere().TakenUtc("2023-05-10 10:00:09").Camera("Trek", "One").SaveTo(Photo("nowhere.jpg"));
        Save("empty.jpg", []);
        await using var visit = await Visit.BeginAsync(Program, await chromium.PageAsync());

        await LookAsync(visit, Photos);
        await visit.SaysAsync("3 photos can be used");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Has no GPS position: 1" }).ClickAsync();
        await visit.Page.GetByText("nowhere.jpg").First.WaitForAsync();
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Has no bytes at all: 1" }).WaitForAsync();

        await visit.SaysAsync("Place it by a GPX track of that day, under Edits.");
    }

    [Fact]
    public async Task Tags_from_before_are_suggested()
    {
        AWalk.Of(2).SaveTo(Photos);
        (await Program.RunAsync("import", Photos, "--name", "Lake walk", "--transport", "Earth-Walk", "--tag", "lakeside")).Ends(0);
        var other = AWalk.Of(2).Elsewhere().SaveTo(Path.Combine(Photos, "other"));
        await using var visit = await Visit.BeginAsync(Program, await chromium.PageAsync());
        await LookAsync(visit, other);
        await visit.ClickAsync("Describe it");

        await visit.Page.GetByRole(AriaRole.Combobox, new() { Name = "Tags" }).Or(visit.Page.GetByLabel("Tags")).First.ClickAsync();
        await visit.Page.GetByRole(AriaRole.Option, new() { Name = "lakeside" }).ClickAsync();

        await visit.SaysAsync("lakeside");
    }

    private static async Task LookAsync(Visit visit, string folder)
    {
        await visit.GoToAsync("/new");
        await visit.Page.GetByRole(AriaRole.Textbox, new() { Name = "Path of a folder" }).FillAsync(folder);
        await visit.ClickAsync("Open");
        await visit.ClickAsync("Take this folder");
        await visit.ClickAsync("Look at the photos");
    }

    // As from a file manager: the browser itself is told of the files.
    private static async Task DropAsync(IPage page, ILocator target, params string[] files)
    {
        await target.ScrollIntoViewIfNeededAsync();
        var box = (await target.BoundingBoxAsync())!;
        var devTools = await page.Context.NewCDPSessionAsync(page);
        foreach (var type in (string[])["dragEnter", "dragOver", "drop"])
        {
            await devTools.SendAsync("Input.dispatchDragEvent", new Dictionary<string, object>(StringComparer.Ordinal)
            {
                ["type"] = type,
                ["x"] = box.X + (box.Width / 2),
                ["y"] = box.Y + (box.Height / 2),
                ["data"] = new { items = Array.Empty<object>(), files, dragOperationsMask = 1 },
            });
        }
    }
}
