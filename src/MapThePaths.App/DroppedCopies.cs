using MapThePaths.Core.Catalog;
using MapThePaths.Core.Model;

namespace MapThePaths.App;

/// <summary>
/// Files that were dropped on the page. A browser tells no paths, so copies are kept in the home, a folder a drop, with a list of them beside it:
/// what is not on the list is not ours and is never removed.
/// </summary>
internal static class DroppedCopies
{
    private const int LongestBatch = 40;
    private const int LongestFolder = 400;
    private static readonly Lock Lists = new();

    /// <summary>Keeps one file of a batch; the same name in the same folder once more takes the place of the first.</summary>
    /// <param name="batch">Letters, digits and hyphens; what is dropped together has the same.</param>
    /// <param name="folder">The folders that it was dropped in, such as <c>DCIM/100GOPRO</c>; empty for a file that was dropped alone.</param>
    /// <param name="name">A plain name; folders in front of it are cut off.</param>
    /// <returns>Where it lies.</returns>
    public static async Task<string> KeepAsync(Stream content, string batch, string folder, string name, string home, CancellationToken cancellationToken)
    {
        if (batch.Length is 0 or > LongestBatch || !batch.All(character => char.IsAsciiLetterOrDigit(character) || character == '-'))
        {
            throw new UserMistakeException("A batch of files is named by letters, digits and hyphens.");
        }

        var inside = folder.Length <= LongestFolder
            ? Path.Combine([.. folder.Split(['/', '\\'], StringSplitOptions.RemoveEmptyEntries).Select(PlainName)])
            : throw new UserMistakeException("The folders that it was dropped in have too long names.");
        var path = Path.Combine(Directory.CreateDirectory(Path.Combine(FolderOf(batch, home), inside)).FullName, PlainName(name));
        var coming = $"{path}.{Guid.NewGuid():N}.part";
        try
        {
            await using (var file = new FileStream(coming, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 128 << 10, useAsync: true))
            {
                await content.CopyToAsync(file, cancellationToken);
            }

            List(path, ListOf(batch, home));
            File.Move(coming, path, overwrite: true);
            return path;
        }
        finally
        {
            File.Delete(coming);
        }
    }

    /// <summary>The batches that these files are copies of.</summary>
    public static IReadOnlyList<string> BatchesOf(IEnumerable<string> paths, string home)
    {
        var dropped = Path.Combine(home, "dropped") + Path.DirectorySeparatorChar;
        return [.. paths
            .Where(path => path.StartsWith(dropped, StringComparison.Ordinal))
            .Select(path => path[dropped.Length..].Split(Path.DirectorySeparatorChar)[0])
            .Distinct(StringComparer.Ordinal)];
    }

    /// <summary>Removes the copies of these batches that nobody needs: a batch of which some sequence names a file stays whole.</summary>
    /// <returns>How many were removed.</returns>
    public static int RemoveUnused(IEnumerable<string> batches, string home, OpenCatalog catalog) =>
        batches.Where(batch => File.Exists(ListOf(batch, home)) && !catalog.Pictures.IsAnyInside(["dropped", batch])).Sum(batch => Remove(batch, home));

    // Before the copy is there, so that none is ever forgotten.
    private static void List(string path, string list)
    {
        lock (Lists)
        {
            File.AppendAllText(list, path + "\n");
        }
    }

    // What cannot be removed now costs its room and nothing else.
    private static int Remove(string batch, string home)
    {
        var folder = FolderOf(batch, home);
        var copies = File.ReadLines(ListOf(batch, home))
            .Distinct(StringComparer.Ordinal)
            .Where(path => path.StartsWith(folder + Path.DirectorySeparatorChar, StringComparison.Ordinal) && File.Exists(path) && !IsBehindALink(path, home))
            .ToList();
        try
        {
            copies.ForEach(File.Delete);
            foreach (var emptied in copies.Select(path => Path.GetDirectoryName(path)!).Distinct(StringComparer.Ordinal))
            {
                RemoveEmpty(emptied, folder);
            }

            File.Delete(ListOf(batch, home));
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
        }

        return copies.Count;
    }

    // Up to the batch's own folder.
    private static void RemoveEmpty(string inside, string folder)
    {
        for (var emptied = inside; emptied.StartsWith(folder, StringComparison.Ordinal) && Directory.Exists(emptied) && !Directory.EnumerateFileSystemEntries(emptied).Any(); emptied = Path.GetDirectoryName(emptied)!)
        {
            Directory.Delete(emptied);
        }
    }

    // Behind a link that somebody put there lies something else than our copy.
    private static bool IsBehindALink(string path, string home)
    {
        for (var above = path; above is not null && above.Length > home.Length; above = Path.GetDirectoryName(above))
        {
            if (File.GetAttributes(above).HasFlag(FileAttributes.ReparsePoint))
            {
                return true;
            }
        }

        return false;
    }

    private static string FolderOf(string batch, string home) => Path.Combine(home, "dropped", batch);

    private static string ListOf(string batch, string home) => FolderOf(batch, home) + ".txt";

    private static string PlainName(string name)
    {
        var plain = name[(name.LastIndexOfAny(['/', '\\']) + 1)..];
        return plain.Length is > 0 and < 200 && plain is not ("." or "..") && !plain.StartsWith('.') && !plain.Any(char.IsControl) && plain.IndexOfAny(Path.GetInvalidFileNameChars()) < 0
            ? plain
            : throw new UserMistakeException($"'{plain}' is no name for a file here.");
    }
}
