namespace MapThePaths.Imagery;

/// <summary>Where a path leads once all links in it are followed, so that two paths can be compared.</summary>
/// <remarks>Two mounts, drives or hard links of the same file stay two paths.</remarks>
internal static class FinalPath
{
    // As many as Linux follows.
    private const int MostLinks = 40;

    /// <summary>A full path. What does not exist is taken as written, and so is a circle of links, which leads nowhere.</summary>
    public static string Of(string path)
    {
        var linksLeft = MostLinks;
        return Resolve(Path.GetFullPath(path), ref linksLeft);
    }

    private static string Resolve(string path, ref int linksLeft)
    {
        if (Path.GetDirectoryName(path) is not { } folder)
        {
            return path;
        }

        var here = Path.Combine(Resolve(folder, ref linksLeft), Path.GetFileName(path));
        var link = new FileInfo(here).LinkTarget;
        return link is null || --linksLeft < 0
            ? here
            : Resolve(Path.GetFullPath(link, Path.GetDirectoryName(here)!), ref linksLeft);
    }
}
