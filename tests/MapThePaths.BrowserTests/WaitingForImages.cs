using MapThePaths.Emulator;
using MapThePaths.Tests.Fixtures;

namespace MapThePaths.BrowserTests;

/// <summary>A service that takes its time over images, as the live one does.</summary>
public sealed class WaitingForImages(Chromium chromium) : AFlow, IClassFixture<Chromium>
{
    protected override EmulatorOptions Options => new() { ProcessingSeconds = 3600 };

    [Fact]
    public async Task What_is_only_looked_for_is_not_said_to_be_starting()
    {
        AWalk.Of(3).SaveTo(Photos);
        (await Program.RunAsync("upload", Photos, "--name", "Lake walk", "--transport", "Earth-Walk", "--to", "mapillary")).Ends(0);
        await using var visit = await Visit.BeginAsync(Program, await chromium.PageAsync());
        await visit.GoToAsync("/sequences/1/send");

        await visit.ClickAsync("Look again now");

        await visit.SaysAsync("Under way");
        await visit.SaysAsync("Looking again and again until the images are visible.");
        await visit.SaysAsync("Processing there");
    }
}
