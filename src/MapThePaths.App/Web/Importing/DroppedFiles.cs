using MapThePaths.Core.Model;

namespace MapThePaths.App.Web.Importing;

/// <summary>Files that were dropped on the page. A browser tells no paths, so the files themselves are kept in the home.</summary>
internal static class DroppedFiles
{
    private const int LongestBatch = 40;

    /// <summary>Keeps one file of a batch; the same name once more takes the place of the first.</summary>
    /// <param name="batch">Letters, digits and hyphens; what is dropped together has the same.</param>
    /// <param name="name">A plain name; folders in front of it are cut off.</param>
    /// <returns>Where it lies.</returns>
    public static async Task<string> KeepAsync(Stream content, string batch, string name, string home, CancellationToken cancellationToken)
    {
        if (batch.Length is 0 or > LongestBatch || !batch.All(character => char.IsAsciiLetterOrDigit(character) || character == '-'))
        {
            throw new UserMistakeException("A batch of files is named by letters, digits and hyphens.");
        }

        var path = Path.Combine(Directory.CreateDirectory(Path.Combine(home, "dropped", batch)).FullName, PlainName(name));
        var coming = $"{path}.{Guid.NewGuid():N}.part";
        try
        {
            await using (var file = new FileStream(coming, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 128 << 10, useAsync: true))
            {
                await content.CopyToAsync(file, cancellationToken);
            }

            File.Move(coming, path, overwrite: true);
            return path;
        }
        finally
        {
            File.Delete(coming);
        }
    }

    private static string PlainName(string name)
    {
        var plain = name[(name.LastIndexOfAny(['/', '\\']) + 1)..];
        return plain.Length is > 0 and < 200 && plain is not ("." or "..") && !plain.StartsWith('.') && plain.IndexOfAny(Path.GetInvalidFileNameChars()) < 0
            ? plain
            : throw new UserMistakeException($"'{plain}' is no name for a file here.");
    }
}
