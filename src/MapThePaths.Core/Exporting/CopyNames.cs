namespace MapThePaths.Core.Exporting;

/// <summary>Under which names photos of several folders lie together in one. Pure.</summary>
internal static class CopyNames
{
    /// <summary>
    /// Original names; where several photos have the same one, case aside, with the names of their folders in front, as many as are needed:
    /// <c>101GOPRO-GOPR0001.JPG</c>. The same paths always give the same names.
    /// </summary>
    /// <param name="paths">Whole paths, each once.</param>
    public static IReadOnlyDictionary<string, string> For(IReadOnlyCollection<string> paths)
    {
        Dictionary<string, string> names = new(StringComparer.Ordinal);
        HashSet<string> taken = new(StringComparer.OrdinalIgnoreCase);
        foreach (var group in paths.GroupBy(Path.GetFileName, StringComparer.OrdinalIgnoreCase).OrderBy(group => group.Count()).ThenBy(group => group.Key, StringComparer.Ordinal))
        {
            var depth = group.Count() == 1 ? 0 : Enumerable.Range(1, MostFolders(group)).FirstOrDefault(depth => AreDistinct(group, depth), MostFolders(group));
            foreach (var path in group.Order(StringComparer.Ordinal))
            {
                names.Add(path, Free(WithFolders(path, depth), taken));
            }
        }

        return names;
    }

    private static int MostFolders(IEnumerable<string> paths) => paths.Max(path => path.Count(character => character == Path.DirectorySeparatorChar));

    private static bool AreDistinct(IEnumerable<string> paths, int depth) =>
        paths.CountBy(path => WithFolders(path, depth), StringComparer.OrdinalIgnoreCase).All(name => name.Value == 1);

    private static string WithFolders(string path, int depth) => string.Join('-', path
        .Split(Path.DirectorySeparatorChar, StringSplitOptions.RemoveEmptyEntries)
        .TakeLast(depth + 1)
        .Select(part => part.Replace(Path.VolumeSeparatorChar, '_')));

    // Names that folders cannot keep apart, such as those that differ in case only.
    private static string Free(string name, HashSet<string> taken)
    {
        var free = name;
        for (var number = 2; !taken.Add(free); number++)
        {
            free = $"{Path.GetFileNameWithoutExtension(name)}-{number}{Path.GetExtension(name)}";
        }

        return free;
    }
}
