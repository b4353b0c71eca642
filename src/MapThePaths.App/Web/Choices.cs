using MapThePaths.Core.Model;
using MapThePaths.Core.Sequencing;

namespace MapThePaths.App.Web;

/// <summary>What a user chose, as text, made into what the flow takes.</summary>
internal static class Choices
{
    /// <exception cref="UserMistakeException">There is no such type.</exception>
    public static TransportType Transport(string text, TransportTable known) => known.Parse(text)
        ?? throw new UserMistakeException($"The transport type '{text}' is unknown. Choose one of the list.");

    /// <summary>Null for none.</summary>
    /// <exception cref="UserMistakeException">Nobody knows this zone.</exception>
    public static string? TimeZone(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        TimeZones.Parse(text);
        return text;
    }
}
