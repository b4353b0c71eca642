using System.ComponentModel;
using System.Diagnostics;
using MapThePaths.App.SigningIn;

namespace MapThePaths.App.Desktop;

/// <summary>
/// Opens the page like a program of its own: in a window without bars of an installed Chrome, Edge or Chromium, with a profile of its own in
/// the home; where there is none, or it does not start, in the default browser.
/// </summary>
internal static class AppWindow
{
    /// <summary>A browser that cannot run says so at once; one that runs does not end.</summary>
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(1.5);

    private static readonly string[] Commands =
        ["google-chrome", "google-chrome-stable", "microsoft-edge", "microsoft-edge-stable", "chromium", "chromium-browser", "brave-browser"];

    private static readonly string[] WindowsPrograms =
        [@"Google\Chrome\Application\chrome.exe", @"Microsoft\Edge\Application\msedge.exe", @"Chromium\Application\chrome.exe"];

    private static readonly string[] MacPrograms =
    [
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
        "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
        "/Applications/Chromium.app/Contents/MacOS/Chromium",
    ];

    /// <returns>False when no browser could be opened.</returns>
    public static async Task<bool> OpenAsync(Uri page, string home, CancellationToken cancellationToken) =>
        (Installed() is { } browser && await StartsAsync(browser, page, home, cancellationToken)) || await Browser.OpenAsync(page, cancellationToken);

    private static string? Installed() => Array.Find(Candidates(), File.Exists);

    private static string[] Candidates()
    {
        if (OperatingSystem.IsWindows())
        {
            Environment.SpecialFolder[] places =
                [Environment.SpecialFolder.ProgramFiles, Environment.SpecialFolder.ProgramFilesX86, Environment.SpecialFolder.LocalApplicationData];
            return [.. from program in WindowsPrograms from place in places select Path.Combine(Environment.GetFolderPath(place), program)];
        }

        if (OperatingSystem.IsMacOS())
        {
            return MacPrograms;
        }

        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        return [.. from command in Commands from folder in folders select Path.Combine(folder, command)];
    }

    private static async Task<bool> StartsAsync(string browser, Uri page, string home, CancellationToken cancellationToken)
    {
        string[] arguments = [$"--app={page.AbsoluteUri}", $"--user-data-dir={Path.Combine(home, "window")}", "--no-first-run", "--no-default-browser-check"];
        try
        {
            using var process = Process.Start(StartOf(browser, arguments));
            if (process is null)
            {
                return false;
            }

            await process.WaitForExitAsync(cancellationToken).WaitAsync(Soon, cancellationToken);

            // One that hands the page to a window that is open already ends well.
            return process.ExitCode == 0;
        }
        catch (TimeoutException)
        {
            return true;
        }
        catch (Exception failure) when (failure is Win32Exception or IOException)
        {
            return false;
        }
    }

    // Through a shell, so that what the browser says about itself does not reach our terminal.
    private static ProcessStartInfo StartOf(string browser, string[] arguments) => OperatingSystem.IsWindows()
        ? new ProcessStartInfo(browser, arguments) { UseShellExecute = false }
        : new ProcessStartInfo("/bin/sh", ["-c", "exec \"$0\" \"$@\" </dev/null >/dev/null 2>&1", browser, .. arguments]);
}
