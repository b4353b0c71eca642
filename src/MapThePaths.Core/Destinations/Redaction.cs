using System.Collections.Concurrent;

namespace MapThePaths.Core.Destinations;

/// <summary>
/// The one place that keeps secrets out of what people and files get to see. Whoever meets a secret says so here, before it is used; all
/// words that leave the program go through <see cref="Of"/>. Thread safe; holds for the life of the process.
/// </summary>
public static class Redaction
{
    /// <summary>Stands in place of a secret.</summary>
    public const string Blank = "…";

    // Shorter ones would black out ordinary words, and no service gives such tokens.
    private const int ShortestSecret = 8;

    private static readonly ConcurrentDictionary<string, string> Secrets = new(StringComparer.Ordinal);

    /// <summary>From now on nobody gets to see this, neither as it is nor as it stands in an address. Null and blanks change nothing.</summary>
    public static void Hide(string? secret)
    {
        if (secret?.Trim() is { Length: >= ShortestSecret } text)
        {
            Secrets.TryAdd(text, Uri.EscapeDataString(text));
        }
    }

    /// <summary>The text with a mark in place of every secret.</summary>
    public static string Of(string text)
    {
        // Longest first: a secret may be the beginning of another. Addresses may escape in either case.
        foreach (var (secret, escaped) in Secrets.OrderByDescending(pair => pair.Key.Length))
        {
            text = text.Replace(secret, Blank, StringComparison.Ordinal);
            text = escaped == secret ? text : text.Replace(escaped, Blank, StringComparison.OrdinalIgnoreCase);
        }

        return text;
    }
}
