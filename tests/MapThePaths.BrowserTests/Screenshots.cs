using MapThePaths.Tests.Fixtures;
using Microsoft.Playwright;

namespace MapThePaths.BrowserTests;

/// <summary>Takes the pictures in <c>docs/screenshots</c>, when asked for: <c>MapThePaths.BrowserTests -explicit only -class "*.Screenshots"</c>.</summary>
public sealed class Screenshots(Chromium chromium) : AFlow, IClassFixture<Chromium>
{
    [Fact(Explicit = true)]
    public async Task Are_taken_of_every_page()
    {
        foreach (var (key, value) in Service.RegistrationAtWeb())
        {
            Program.With(key, value);
        }

        var folder = Directory.CreateDirectory(Path.Combine(Repository.Root, "docs", "screenshots")).FullName;
        await using var visit = await Visit.BeginAsync(Program, await chromium.PageAsync());
        await visit.Page.SetViewportSizeAsync(1280, 800);
        await visit.SaysAsync("Practise first");
        await TakeAsync(visit.Page, folder, "first-start");
        await visit.PractiseAsync();
        foreach (var screen in Screen.Of(new Uri(visit.Page.Url).AbsolutePath))
        {
            foreach (var scheme in (ColorScheme[])[ColorScheme.Light, ColorScheme.Dark])
            {
                await visit.Page.EmulateMediaAsync(new() { ColorScheme = scheme, ReducedMotion = ReducedMotion.Reduce });
                await screen.ShowAsync(visit);
                await TakeAsync(visit.Page, folder, $"{screen.Name}-{(scheme == ColorScheme.Light ? "light" : "dark")}");
            }
        }
    }

    private static Task<byte[]> TakeAsync(IPage page, string folder, string name) =>
        page.ScreenshotAsync(new() { Path = Path.Combine(folder, name + ".png"), Animations = ScreenshotAnimations.Disabled });
}
