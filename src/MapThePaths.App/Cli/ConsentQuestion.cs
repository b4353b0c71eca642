using Spectre.Console;

namespace MapThePaths.App.Cli;

/// <summary>Asks a person whether a service may have the token of another one.</summary>
internal static class ConsentQuestion
{
    /// <returns>Null when nobody can be asked.</returns>
    public static async Task<bool?> AskAsync(string server, Output output, CancellationToken cancellationToken) => !output.IsTerminal || Console.IsInputRedirected
        ? null
        : await new ConfirmationPrompt(Markup.Escape(
            $"{server} fetches your sequences from Mapillary itself and needs your Mapillary token for that. With it, it can do there whatever you can, and it may keep it. "
            + "You are asked only once, and 'mtpdu sync --withdraw-consent' takes it back. Hand it over?"))
        {
            DefaultValue = false,
        }.ShowAsync(output.People, cancellationToken);
}
