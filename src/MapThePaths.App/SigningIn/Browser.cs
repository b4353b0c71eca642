using System.ComponentModel;
using System.Diagnostics;

namespace MapThePaths.App.SigningIn;

/// <summary>The user's own browser.</summary>
internal static class Browser
{
    /// <summary>What opens a browser says soon whether it could; what becomes the browser itself does not end.</summary>
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(3);

    /// <returns>False when there is none that we know how to open.</returns>
    public static async Task<bool> OpenAsync(Uri page, CancellationToken cancellationToken)
    {
        try
        {
            using var process = Process.Start(StartOf(page));
            if (process is null || OperatingSystem.IsWindows())
            {
                return true;
            }

            await process.WaitForExitAsync(cancellationToken).WaitAsync(Soon, cancellationToken);
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
    private static ProcessStartInfo StartOf(Uri page) => OperatingSystem.IsWindows()
        ? new ProcessStartInfo(page.AbsoluteUri) { UseShellExecute = true }
        : new ProcessStartInfo("/bin/sh", ["-c", $"exec {(OperatingSystem.IsMacOS() ? "open" : "xdg-open")} \"$1\" </dev/null >/dev/null 2>&1", "sh", page.AbsoluteUri]);
}
