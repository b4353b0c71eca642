using MapThePaths.Core.Catalog;

namespace MapThePaths.App.Accounts;

/// <summary>Small files for their owner alone (0600; in folders of 0700).</summary>
internal static class PrivateFile
{
    /// <summary>Writes all of it or nothing: a reader, or the next run after a crash, sees the old file or the new one.</summary>
    /// <exception cref="CatalogException">The file cannot be written.</exception>
    public static void Write(string path, byte[] content)
    {
        var fresh = $"{path}.{Guid.NewGuid():n}.new";
        try
        {
            using (var file = new FileStream(fresh, OwnersFile.Options(FileMode.CreateNew, FileShare.None)))
            {
                file.Write(content);
                file.Flush(flushToDisk: true);
            }

            File.Move(fresh, path, overwrite: true);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            File.Delete(fresh);
            throw new CatalogException($"{path} cannot be written: {failure.Message}", failure);
        }
    }

    public static void CreateFolder(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(path);
        }
        else
        {
            Directory.CreateDirectory(path, OwnersFile.Mode | UnixFileMode.UserExecute);
        }
    }
}
