using System.Security;
using MapThePaths.App.Accounts;
using Microsoft.Win32;

namespace MapThePaths.App.SigningIn;

/// <summary>
/// Makes this program what the user's system opens addresses of a scheme with: a desktop file on Linux, the user's own registry on
/// Windows. On macOS only an application bundle can do that, so there the user types the address. Repeating it changes nothing.
/// </summary>
internal static class SchemeHandler
{
    private const string DesktopFile = "mtpdu-sign-in.desktop";

    /// <returns>False where the system does not take it.</returns>
    public static async Task<bool> RegisterAsync(string scheme, string home, CancellationToken cancellationToken)
    {
        if (OperatingSystem.IsWindows())
        {
            return RegisterOnWindows(scheme, home);
        }

        return OperatingSystem.IsLinux() && await RegisterOnLinuxAsync(scheme, home, cancellationToken);
    }

    private static async Task<bool> RegisterOnLinuxAsync(string scheme, string home, CancellationToken cancellationToken)
    {
        var type = $"x-scheme-handler/{scheme}";
        var folder = Path.Combine(DataFolder(), "applications");
        try
        {
            Directory.CreateDirectory(folder);
            await File.WriteAllTextAsync(Path.Combine(folder, DesktopFile), DesktopEntry(type, home), cancellationToken);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return false;
        }

        await Tool.RunAsync("xdg-mime", ["default", DesktopFile, type], input: null, cancellationToken);
        var handler = await Tool.RunAsync("xdg-mime", ["query", "default", type], input: null, cancellationToken);
        return handler.Output.Trim() == DesktopFile;
    }

    // https://specifications.freedesktop.org/desktop-entry-spec: %u is the address. The system starts us without our environment.
    private static string DesktopEntry(string type, string home) => $"""
        [Desktop Entry]
        Type=Application
        Name=mtpdu sign-in
        Comment=Takes the answer of a sign-in back to mtpdu
        Exec=env {string.Join(' ', new[] { $"MTPDU_HOME={home}" }.Concat(Command()).Select(Quoted))} callback %u
        MimeType={type};
        NoDisplay=true
        Terminal=false

        """;

    private static bool RegisterOnWindows(string scheme, string home)
    {
        if (!OperatingSystem.IsWindows())
        {
            return false;
        }

        try
        {
            using var key = Registry.CurrentUser.CreateSubKey($@"Software\Classes\{scheme}");
            key.SetValue("", "URL:mtpdu sign-in");
            key.SetValue("URL Protocol", "");
            using var command = key.CreateSubKey(@"shell\open\command");

            // A backslash before a quote would take its meaning.
            command.SetValue("", $"{string.Join(' ', Command().Select(argument => $"\"{argument}\""))} callback --home \"{Path.TrimEndingDirectorySeparator(home)}\" \"%1\"");
            return true;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or SecurityException)
        {
            return false;
        }
    }

    /// <summary>This program; run by <c>dotnet</c>, the runtime and our assembly.</summary>
    private static string[] Command()
    {
        var process = Environment.ProcessPath!;
        var assembly = Environment.GetCommandLineArgs()[0];
        return Path.GetFileNameWithoutExtension(process) == "dotnet" ? [process, Path.GetFullPath(assembly)] : [process];
    }

    private static string DataFolder() => Environment.GetEnvironmentVariable("XDG_DATA_HOME") is { Length: > 0 } given
        ? given
        : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".local", "share");

    // Quotes only where they are needed: not everything that reads such files knows them.
    private static string Quoted(string argument)
    {
        var text = argument.Replace("%", "%%", StringComparison.Ordinal);
        return text.All(letter => char.IsAsciiLetterOrDigit(letter) || "/._-=+:,@%".Contains(letter, StringComparison.Ordinal))
            ? text
            : $"\"{string.Concat(text.Select(letter => "\"`$\\".Contains(letter, StringComparison.Ordinal) ? $@"\\{letter}" : $"{letter}"))}\"";
    }
}
