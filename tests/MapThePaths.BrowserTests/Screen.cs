using Microsoft.Playwright;

namespace MapThePaths.BrowserTests;

/// <summary>A page of the page, and what is on it once all of it is there.</summary>
/// <param name="Settled">A selector.</param>
internal sealed record Screen(string Name, string Path, string Settled)
{
    /// <summary>A box that is ticked on it.</summary>
    private string? Ticked { get; init; }

    public const string MapAndPicture = "body:has(.map[data-ready='true']):has([data-ready='true']:not(.map))";

    /// <summary>All of them, for somebody who has practised.</summary>
    /// <param name="run">The path of the run.</param>
    public static IReadOnlyList<Screen> Of(string run) =>
    [
        new("sequences", "/", "text=Live >> nth=0"),
        new("new-sequence", "/new", "role=button[name='Take this folder']"),
        new("sequence", "/sequences/1", MapAndPicture),
        new("send", "/sequences/1/send", @"body:has([aria-label='Parts'] li) >> text=/\d+ visible/ >> nth=0") { Ticked = "Practice" },
        new("life-lines", "/sequences/1/life-lines", "td:has-text('Visible') >> nth=0"),
        new("settings", "/settings", "body:has-text('Look again'):has-text('MAPILLARY_GRAPH_URL')"),
        new("not-found", "/nowhere", "text=There is no such page"),
        new("run", run, "main:has(li:has-text('Live')) >> role=link[name='Open the sequence']"),
    ];

    public async Task ShowAsync(Visit visit)
    {
        await visit.GoToAsync(Path);
        if (Ticked is { } name)
        {
            await visit.Page.GetByRole(AriaRole.Checkbox, new() { Name = name, Exact = true }).CheckAsync();
        }

        await visit.Page.Locator(Settled).WaitForAsync(new() { State = WaitForSelectorState.Visible });
    }
}
