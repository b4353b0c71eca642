using MapThePaths.Core.Destinations;
using MapThePaths.Core.Model;

namespace MapThePaths.Destinations.MapThePathsWeb;

/// <summary>What is said of a sequence, in the shape that the servers take without a fault (mtpw.md §5, §7).</summary>
internal static class EntryFields
{
    /// <summary>Characters; more are answered 500.</summary>
    private const int LongestName = 100;

    /// <summary>Characters; more are answered 500, with the sequence and the tags before stored.</summary>
    private const int LongestTag = 50;

    /// <summary>The names to try for a transport type, one after the other: an administrator's table may call the last one either way.</summary>
    public static IReadOnlyList<string> TransportNames(TransportType transport) => transport.Child == "Unlisted" ? ["Unlisted", "Other"] : [transport.Child];

    /// <summary>With the part's number, as the predecessor wrote it.</summary>
    public static string Name(EntryText text)
    {
        var part = text.Part is { } number ? $" Part {number}" : "";
        return Cut(text.Name, LongestName - part.Length) + part;
    }

    /// <summary>
    /// One list with commas. In lower case, for the server stores them so and then takes off again whatever is not literally in the request;
    /// without blanks, empty ones and repetitions, which it would store.
    /// </summary>
    public static string Tags(EntryText text) => string.Join(',', text.Tags
        .SelectMany(tag => tag.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        .Select(tag => Cut(tag.ToLowerInvariant(), LongestTag))
        .Distinct(StringComparer.Ordinal));

    private static string Cut(string text, int longest)
    {
        if (text.Length <= longest)
        {
            return text;
        }

        var end = char.IsHighSurrogate(text[longest - 1]) ? longest - 1 : longest;
        return text[..end].TrimEnd();
    }
}
