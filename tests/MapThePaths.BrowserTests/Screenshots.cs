using System.Globalization;
using MapThePaths.Tests.Fixtures;
using Microsoft.Playwright;

namespace MapThePaths.BrowserTests;

/// <summary>Takes the pictures in <c>docs/screenshots</c>, when asked for: <c>MapThePaths.BrowserTests -explicit only -class "*.Screenshots"</c>.</summary>
public sealed class Screenshots(Chromium chromium) : AFlow, IClassFixture<Chromium>
{
    private const int Telephone = 390;
    private const int Desktop = 1280;

    private const string Pictures = """
        {
          "path": "/home/ada/Pictures", "parent": "/home/ada", "photos": 0, "otherFiles": 2,
          "folders": [
            { "name": "2026-05-07 Canal", "path": "/home/ada/Pictures/2026-05-07 Canal" },
            { "name": "2026-05-16 Round the lake", "path": "/home/ada/Pictures/2026-05-16 Round the lake" },
            { "name": "Family", "path": "/home/ada/Pictures/Family" }
          ],
          "places": [
            { "name": "Home", "path": "/home/ada" },
            { "name": "Pictures", "path": "/home/ada/Pictures" },
            { "name": "SD card", "path": "/media/ada/TREK" }
          ]
        }
        """;

    private static readonly string Folder = Path.Combine(Repository.Root, "docs", "screenshots");

    [Fact(Explicit = true)]
    public async Task Are_taken_of_every_page()
    {
        foreach (var (key, value) in Service.RegistrationAtWeb())
        {
            Program.With(key, value);
        }

        Directory.CreateDirectory(Folder);
        await using var visit = await Visit.BeginAsync(Program, await chromium.PageAsync());
        await visit.Page.RouteAsync("**/api/**", TellANeutralHomeAsync);
        await visit.Page.SetViewportSizeAsync(Desktop, 800);
        await visit.SaysAsync("Practise first");
        await TakeInBothAsync(visit.Page, "first-start");
        await visit.PractiseAsync();
        var run = new Uri(visit.Page.Url).AbsolutePath;
        await BringWalksAsync();
        foreach (var screen in Screen.Of(run).Where(screen => screen.Name != "not-found"))
        {
            await visit.Page.SetViewportSizeAsync(Desktop, 800);
            await screen.ShowAsync(visit);
            await TakeInBothAsync(visit.Page, screen.Name);
            await visit.Page.SetViewportSizeAsync(Telephone, 844);
            await visit.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light, ReducedMotion = ReducedMotion.Reduce });
            await screen.ShowAsync(visit);
            await TakeAsync(visit.Page, $"{screen.Name}-phone");
        }
    }

    private static async Task TakeInBothAsync(IPage page, string name)
    {
        foreach (var scheme in (ColorScheme[])[ColorScheme.Light, ColorScheme.Dark])
        {
            await page.EmulateMediaAsync(new() { ColorScheme = scheme, ReducedMotion = ReducedMotion.Reduce });
            await TakeAsync(page, $"{name}-{(scheme == ColorScheme.Light ? "light" : "dark")}");
        }
    }

    // A photo makes a lossless picture large.
    private static async Task TakeAsync(IPage page, string name)
    {
        await page.WaitForFunctionAsync("() => [...document.images].every(image => (image.complete && image.naturalWidth > 0) || image.getBoundingClientRect().top > innerHeight)");
        await page.EvaluateAsync("() => Promise.all([...document.images].filter(image => image.complete).map(image => image.decode()))");
        await page.EvaluateAsync("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))");
        var hasPhotos = await page.Locator(".stage").CountAsync() > 0;
        await page.ScreenshotAsync(new()
        {
            Path = Path.Combine(Folder, $"{name}.{(hasPhotos ? "jpg" : "png")}"),
            Type = hasPhotos ? ScreenshotType.Jpeg : ScreenshotType.Png,
            Quality = hasPhotos ? 85 : null,
            Animations = ScreenshotAnimations.Disabled,
        });
    }

    // So that the list is one of somebody who has used it for a while.
    private async Task BringWalksAsync()
    {
        string[] round = ["--transport", "Earth-Bicycle", "--tag", "lake", "--tag", "summer"];
        string[] coast = ["--transport", "Water-Kayak", "--tag", "coast"];
        (await Program.RunAsync(["import", Way("round", 60, angle => (Math.Sin(angle) * 0.9, Math.Cos(angle) * 1.4)), "--name", "Round the lake", .. round])).Ends(0);
        (await Program.RunAsync("send", "Round the lake", "--follow")).Ends(0);
        (await Program.RunAsync(["import", Way("coast", 44, angle => (Math.Sin(3 * angle) * 0.3, angle * 0.5)), "--name", "Along the coast", .. coast])).Ends(0);
    }

    private string Way(string name, int photos, Func<double, (double North, double East)> at)
    {
        var folder = Directory.CreateDirectory(Path.Combine(Photos, name)).FullName;
        for (var photo = 0; photo < photos; photo++)
        {
            var (north, east) = at(photo * 2 * Math.PI / photos);
            APhoto.At(46.83 + (north * 0.0008), 8.40 + (east * 0.0008))
                .TakenUtc(new DateTime(2026, 5, 16, 8, 12, 0, DateTimeKind.Utc).AddSeconds(photo * 4).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture))
                .Camera("Trek", "One")
                .SaveTo(Path.Combine(folder, $"{name}{photo:00}.jpg"));
        }

        return folder;
    }

    // Where a test keeps its files is of no interest, nor which port its service has.
    private async Task TellANeutralHomeAsync(IRoute route)
    {
        if (route.Request.Method != "GET" || ((string[])["/events", "/picture", "/thumbnail"]).Any(end => route.Request.Url.EndsWith(end, StringComparison.Ordinal)))
        {
            await route.ContinueAsync();
            return;
        }

        if (new Uri(route.Request.Url).AbsolutePath == "/api/folders")
        {
            await route.FulfillAsync(new() { ContentType = "application/json", Body = Pictures });
            return;
        }

        var answer = await route.FetchAsync();
        var text = Neutral.Aggregate(await answer.TextAsync(), (told, name) => told.Replace(name.Ours, name.Theirs, StringComparison.Ordinal));
        await route.FulfillAsync(new() { Response = answer, Body = text });
    }

    private IEnumerable<(string Ours, string Theirs)> Neutral =>
    [
        (Program.Home, "/home/ada/.local/share/mtpdu"),
        (Program.WorkingFolder, "/home/ada/mtpdu"),
        (Photos, "/home/ada/Pictures"),
        (Service.Addresses.GraphUrl, "https://graph.mapillary.com"),
        (Service.Addresses.UploadUrl, "https://rupload.facebook.com/mapillary_public_uploads"),
        (Service.Addresses.Mtpw.Url, "https://www.mapthepaths.example"),
        (Service.Addresses.Mtpw.AuthorizeUrl, "https://www.mapthepaths.example/accounts/authorize"),
    ];
}
