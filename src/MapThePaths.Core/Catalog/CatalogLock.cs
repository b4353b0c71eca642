namespace MapThePaths.Core.Catalog;

/// <summary>Only one process at a time sends from a catalog: two would publish the same part twice. Held by a file beside the catalog.</summary>
public static class CatalogLock
{
    /// <exception cref="CatalogException">Another process is sending, or the folder may not be written to.</exception>
    public static FileLock Take(string catalogPath)
    {
        try
        {
            return FileLock.TryTake(catalogPath + ".lock") ?? throw new CatalogException(
                $"Another run of the program is sending from the catalog {catalogPath}. Wait for it to end, then run the same command again.");
        }
        catch (Exception failure) when (failure is UnauthorizedAccessException or IOException)
        {
            throw new CatalogException(
                $"The catalog {catalogPath} cannot be written to: {failure.Message} Check its folder's permissions, or set MTPDU_HOME to another folder.",
                failure);
        }
    }
}
