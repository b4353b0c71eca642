using System.Text.Json;
using MapThePaths.Tests.Fixtures;

namespace MapThePaths.Tests.Web;

/// <summary>A mapper with photos, the program that serves the page, and a service to send to.</summary>
public abstract class APageOfAWalk : AFlow, IAsyncLifetime
{
    private readonly List<OpenPage> _pages = [];

    public new async ValueTask DisposeAsync()
    {
        foreach (var page in _pages)
        {
            await page.DisposeAsync();
        }

        await base.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>Starts the program and opens its page; both end with the test.</summary>
    protected async Task<OpenPage> OpenAsync()
    {
        var page = await Program.OpenPageAsync();
        _pages.Add(page);
        return page;
    }

    /// <summary>A walk of so many photos, imported by the page.</summary>
    protected async Task<long> ImportAsync(OpenPage page, int photos = 4, string name = "Lake walk", string transport = "Earth-Walk", int size = 0)
    {
        var folder = AWalk.Of(photos).OfSize(size).SaveTo(Photo(name));
        return IdOf(await page.RunAsync("/api/imports", new { paths = new[] { folder }, name, transport, tags = Words("lake") }));
    }

    protected static long IdOf(IReadOnlyList<JsonElement> import) => EndOf(import).GetProperty("summary").GetProperty("sequence").GetInt64();

    protected static JsonElement EndOf(IReadOnlyList<JsonElement> events)
    {
        Assert.Equal("end", events[^1].GetProperty("type").GetString());
        return events[^1];
    }

    protected static string? Type(JsonElement said) => said.GetProperty("type").GetString();

    /// <summary>The wish to send there.</summary>
    protected static object ToMapillary(bool follow = false) => new { destinations = Words("mapillary"), dryRun = false, follow };

    protected static void NoWordOfTheCommandLine(string message)
    {
        Assert.DoesNotContain("--", message, StringComparison.Ordinal);
        Assert.DoesNotContain("mtpdu ", message, StringComparison.Ordinal);
    }

    protected static string[] Words(params string[] words) => words;

    protected static IEnumerable<string?> Texts(JsonElement array) => array.EnumerateArray().Select(item => item.GetString());
}
