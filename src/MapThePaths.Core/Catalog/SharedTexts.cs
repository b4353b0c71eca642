namespace MapThePaths.Core.Catalog;

/// <summary>
/// The same text once, however many rows have it: the photos of a camera share its name and the sources of their facts. Not thread safe.
/// </summary>
internal sealed class SharedTexts
{
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);

    public string? Of(string? text)
    {
        if (text is null || _known.Add(text))
        {
            return text;
        }

        return _known.TryGetValue(text, out var known) ? known : text;
    }
}
