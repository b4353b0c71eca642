namespace MapThePaths.Core.Catalog;

/// <summary>
/// Only one process at a time sends from a catalog: two would publish the same part twice. Held by an open file beside the catalog, so it
/// ends with the process, however that ends.
/// </summary>
public sealed class CatalogLock : IDisposable
{
    private readonly FileStream _file;

    private CatalogLock(FileStream file) => _file = file;

    /// <exception cref="CatalogException">Another process is sending, or the folder may not be written to.</exception>
    public static CatalogLock Take(string catalogPath)
    {
        var path = catalogPath + ".lock";
        try
        {
            return new CatalogLock(new FileStream(path, OwnersFile.Options(FileMode.OpenOrCreate, FileShare.None)));
        }
        catch (Exception failure) when (failure is UnauthorizedAccessException || (failure is IOException && !IsHeldByAnother(failure)))
        {
            throw new CatalogException(
                $"The catalog {catalogPath} cannot be written to: {failure.Message} Check its folder's permissions, or set MTPDU_HOME to another folder.",
                failure);
        }
        catch (IOException failure)
        {
            throw new CatalogException(
                $"Another run of the program is sending from the catalog {catalogPath}. Wait for it to end, then run the same command again.",
                failure);
        }
    }

    public void Dispose() => _file.Dispose();

    // EWOULDBLOCK of a lock (11 on Linux, 35 on macOS), a sharing or lock violation on Windows.
    private static bool IsHeldByAnother(Exception failure) => OperatingSystem.IsWindows()
        ? (failure.HResult & 0xFFFF) is 32 or 33
        : failure.HResult is 11 or 35;
}
