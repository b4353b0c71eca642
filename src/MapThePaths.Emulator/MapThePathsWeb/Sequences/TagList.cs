namespace MapThePaths.Emulator.MapThePathsWeb.Sequences;

/// <summary>One text of tags between commas (§7). Nothing is checked, blanks and empty names included.</summary>
internal static class TagList
{
    public const int LongestName = 50;

    /// <summary>Up to the first that is too long, which the database refuses; the whole list when none is.</summary>
    public static (IReadOnlyList<string> Stored, bool IsCut) Store(string text)
    {
        var names = text.Split(',');
        var cut = Array.FindIndex(names, name => name.Length > LongestName);
        return cut < 0 ? (Kept(names, names), false) : ([.. names[..cut].Select(Lower).Distinct(StringComparer.Ordinal)], true);
    }

    /// <summary>Names are stored in lower case, and then those are taken off that do not stand literally in the request.</summary>
    private static List<string> Kept(string[] names, string[] request) =>
        [.. names.Select(Lower).Distinct(StringComparer.Ordinal).Where(request.Contains)];

    private static string Lower(string name) => name.ToLowerInvariant();
}
