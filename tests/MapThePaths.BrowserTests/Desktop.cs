using System.Collections;
using MapThePaths.Tests.Fixtures;
using Microsoft.Playwright;

namespace MapThePaths.BrowserTests;

/// <summary>
/// A person's desktop with nothing on it but a Chromium. It opens other programs by itself, through <c>xdg-open</c> and what is registered in
/// this desktop's own folders. That a page may do so is answered already, as by a person who ticked "always allow" in Chromium's question.
/// </summary>
internal sealed class Desktop : IAsyncDisposable
{
    private readonly TemporaryFolder _folder = new();
    private IPlaywright? _playwright;
    private IBrowserContext? _browser;

    private Desktop()
    {
    }

    /// <summary>Where programs register themselves, as settings of the environment.</summary>
    public IReadOnlyDictionary<string, string> Folders => new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["XDG_DATA_HOME"] = _folder["data"],
        ["XDG_CONFIG_HOME"] = _folder["config"],
    };

    public IPage Page => _browser!.Pages[0];

    /// <param name="site">Whose pages may open programs.</param>
    /// <param name="scheme">Of the addresses that these programs take.</param>
    public static async Task<Desktop> BeginAsync(Uri site, string scheme)
    {
        Assert.SkipWhen(Chromium.Path is null, "There is no Chromium here; on Debian: apt install chromium.");
        Assert.SkipUnless(OperatingSystem.IsLinux() && File.Exists("/usr/bin/xdg-open"), "There is no desktop's xdg-open here; on Debian: apt install xdg-utils.");
        var desktop = new Desktop();
        await desktop.OpenChromiumAsync(site.GetLeftPart(UriPartial.Authority), scheme);
        return desktop;
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
        _folder.Dispose();
    }

    private async Task OpenChromiumAsync(string site, string scheme)
    {
        var profile = Directory.CreateDirectory(Path.Combine(_folder["profile"], "Default")).FullName;
        await File.WriteAllTextAsync(
            Path.Combine(profile, "Preferences"),
            $$"""{ "protocol_handler": { "allowed_origin_protocol_pairs": { "{{site}}": { "{{scheme}}": true } } } }""",
            TestContext.Current.CancellationToken);
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchPersistentContextAsync(_folder["profile"], new BrowserTypeLaunchPersistentContextOptions
        {
            ExecutablePath = Chromium.Path,
            Args = Chromium.Arguments,
            Env = Surroundings(),
        });
    }

    // xdg-open looks for browsers of the terminal alone where there is no display; nothing is drawn on this one.
    private Dictionary<string, string> Surroundings()
    {
        var all = Environment.GetEnvironmentVariables().Cast<DictionaryEntry>().ToDictionary(entry => (string)entry.Key, entry => (string)entry.Value!, StringComparer.Ordinal);
        all.Remove("MTPDU_HOME");
        all["DISPLAY"] = ":0";
        foreach (var (key, value) in Folders)
        {
            all[key] = value;
        }

        return all;
    }
}
