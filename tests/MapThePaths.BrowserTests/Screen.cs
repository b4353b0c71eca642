using Microsoft.Playwright;

namespace MapThePaths.BrowserTests;

/// <summary>A page of the page, and what is on it once all of it is there.</summary>
/// <param name="Settled">A selector.</param>
internal sealed record Screen(string Name, string Path, string Settled)
{
    /// <summary>A box that is ticked on it.</summary>
    private string? Ticked { get; init; }

    /// <summary>A tab that is opened on it.</summary>
    private string? Tab { get; init; }

    public const string MapAndPicture = "body:has(.map[data-ready='true']):has([data-ready='true']:not(.map))";

    /// <summary>All of them, for somebody who has practised.</summary>
    /// <param name="run">The path of the run.</param>
    public static IReadOnlyList<Screen> Of(string run) =>
    [
        new("sequences", "/", "text=Done there >> nth=0"),
        new("new-sequence", "/new", "role=button[name='Take this folder']"),
        new("sequence", "/sequences/1", MapAndPicture),
        new("send", "/sequences/1/send", @"body:has-text('are there already') >> text=/\d+ visible/ >> nth=0") { Ticked = "Practice" },
        new("life-lines", "/sequences/1/life-lines", "td:has-text('Visible') >> nth=0"),
        new("settings", "/settings", "body:has-text('Look again'):has-text('MAPILLARY_GRAPH_URL')"),
        new("not-found", "/nowhere", "text=There is no such page"),
        new("run", run, "main:has(li:has-text('Done there')) >> role=link[name='Open the sequence']"),
    ];

    /// <summary>What else the page of a sequence shows, a tab each.</summary>
    public static IReadOnlyList<Screen> Tabs { get; } =
    [
        new("edits", "/sequences/1", "text=No edits yet >> nth=0") { Tab = "Edits" },
        new("plan", "/sequences/1", "[aria-label='Parts'] li >> nth=0") { Tab = "Plan" },
        new("details", "/sequences/1", "role=button[name='Forget this sequence']") { Tab = "Details" },
    ];

    public async Task ShowAsync(Visit visit)
    {
        await visit.GoToAsync(Path);
        if (Ticked is { } name)
        {
            await visit.Page.GetByRole(AriaRole.Checkbox, new() { Name = name, Exact = true }).CheckAsync();
        }

        if (Tab is { } tab)
        {
            await visit.Page.GetByRole(AriaRole.Tab, new() { Name = tab, Exact = true }).ClickAsync();
        }

        await visit.Page.Locator(Settled).WaitForAsync(new() { State = WaitForSelectorState.Visible });
    }
}
