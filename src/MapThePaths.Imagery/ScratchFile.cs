namespace MapThePaths.Imagery;

/// <summary>Names under which files are written before they are renamed: the final name, random letters, and <c>.part</c>.</summary>
public static class ScratchFile
{
    private const string Suffix = ".part";

    // Of Path.GetRandomFileName: eight letters, a dot, three letters.
    private const int RandomLength = 12;
    private const int DotInRandom = 8;

    /// <summary>Another name beside <paramref name="path"/>, which nothing has.</summary>
    public static string For(string path) => $"{path}.{Path.GetRandomFileName()}{Suffix}";

    /// <summary>The final name that a scratch file was written for; null for a name of another form.</summary>
    /// <param name="name">Without a folder.</param>
    public static string? FinalName(string name)
    {
        var length = name.Length - Suffix.Length - RandomLength - 1;
        if (length <= 0 || !name.EndsWith(Suffix, StringComparison.Ordinal) || name[length] != '.')
        {
            return null;
        }

        var random = name.AsSpan(length + 1, RandomLength);
        return random[DotInRandom] == '.' && random.Count('.') == 1 ? name[..length] : null;
    }
}
