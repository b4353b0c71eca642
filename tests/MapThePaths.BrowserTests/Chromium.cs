using Microsoft.Playwright;

namespace MapThePaths.BrowserTests;

/// <summary>The Chromium of this computer, without a window. One for all tests of a class; skips them where there is none.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome"];

    // Debian's build without any window needs a quarter less of the processor.
    private static readonly string[] NamesWithoutWindow = ["chromium-headless-shell", .. Names];

    /// <summary>A name that leads to this computer, as an attacker's would (DNS rebinding).</summary>
    public const string StrangeName = "somebody.example";

    /// <summary>Whoever runs as root, as in a container, has no sandbox.</summary>
    public static IReadOnlyList<string> Arguments { get; } = Environment.UserName == "root" ? ["--no-sandbox"] : [];

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    /// <summary>Of the program; null where there is none.</summary>
    public static string? Path { get; } = Find(Names);

    private static string? PathWithoutWindow { get; } = Find(NamesWithoutWindow);

    public async ValueTask InitializeAsync()
    {
        if (PathWithoutWindow is not { } path)
        {
            return;
        }

        _playwright = await Playwright.CreateAsync();

        // The browser itself asks nobody for anything.
        string[] arguments = ["--disable-background-networking", "--disable-component-update", $"--host-resolver-rules=MAP {StrangeName} 127.0.0.1", .. Arguments];
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = path, Args = arguments });
    }

    /// <summary>A page of a person whom nobody knows yet.</summary>
    public async Task<IPage> PageAsync()
    {
        Assert.SkipWhen(_browser is null, "There is no Chromium here; on Debian: apt install chromium.");
        var context = await _browser.NewContextAsync();
        return await context.NewPageAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
    }

    private static string? Find(string[] names) => names
        .SelectMany(name => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(System.IO.Path.PathSeparator).Select(folder => System.IO.Path.Combine(folder, name)))
        .FirstOrDefault(File.Exists);
}
