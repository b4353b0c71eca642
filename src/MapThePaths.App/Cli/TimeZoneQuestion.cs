using MapThePaths.Core.Model;
using MapThePaths.Core.Sequencing;
using Spectre.Console;

namespace MapThePaths.App.Cli;

/// <summary>Asks a person for the zone of a camera's clock.</summary>
internal static class TimeZoneQuestion
{
    /// <returns>A zone that is known; null when nobody can be asked.</returns>
    public static async Task<string?> AskAsync(Output output, CancellationToken cancellationToken) => !output.IsTerminal || Console.IsInputRedirected
        ? null
        : await new TextPrompt<string>("The camera gives its time without a zone. In which zone was its clock (such as Europe/Rome, utc or +02:00)?")
            .Validate(Check)
            .ShowAsync(output.People, cancellationToken);

    private static ValidationResult Check(string text)
    {
        try
        {
            TimeZones.Parse(text);
            return ValidationResult.Success();
        }
        catch (UserMistakeException mistake)
        {
            return ValidationResult.Error(Markup.Escape(mistake.Message));
        }
    }
}
