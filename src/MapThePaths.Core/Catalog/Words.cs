namespace MapThePaths.Core.Catalog;

/// <summary>Lists of single words (codes, tags) in one column.</summary>
internal static class Words
{
    public static string Join(IEnumerable<string> words) => string.Join(' ', words);

    public static string[] Split(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
