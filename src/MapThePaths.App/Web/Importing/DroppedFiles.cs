using MapThePaths.Core.Model;

namespace MapThePaths.App.Web.Importing;

/// <summary>Files that were dropped on the page. A browser tells no paths, so the files themselves are kept in the home.</summary>
internal static class DroppedFiles
{
    private const int LongestBatch = 40;
    private const int LongestFolder = 400;

    /// <summary>Keeps one file of a batch. Another one of the same name in the same folder is refused: it would take the place of the first.</summary>
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
        var path = Path.Combine(Directory.CreateDirectory(Path.Combine(home, "dropped", batch, inside)).FullName, PlainName(name));
        var coming = $"{path}.{Guid.NewGuid():N}.part";
        try
        {
            await using (var file = new FileStream(coming, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 128 << 10, useAsync: true))
            {
                await content.CopyToAsync(file, cancellationToken);
            }

            File.Move(coming, path);
            return path;
        }
        catch (IOException) when (File.Exists(path))
        {
            throw new UserMistakeException($"Another file named '{name}' was dropped together with it. Drop this one by itself.");
        }
        finally
        {
            File.Delete(coming);
        }
    }

    private static string PlainName(string name)
    {
        var plain = name[(name.LastIndexOfAny(['/', '\\']) + 1)..];
        return plain.Length is > 0 and < 200 && plain is not ("." or "..") && !plain.StartsWith('.') && !plain.Any(char.IsControl) && plain.IndexOfAny(Path.GetInvalidFileNameChars()) < 0
            ? plain
            : throw new UserMistakeException($"'{plain}' is no name for a file here.");
    }
}
