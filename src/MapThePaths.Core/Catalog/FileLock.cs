namespace MapThePaths.Core.Catalog;

/// <summary>Keeps other processes, and other holders in this one, away: held by an open file, so it ends with the process, however that ends.</summary>
public sealed class FileLock : IDisposable
{
    private readonly FileStream _file;

    private FileLock(FileStream file) => _file = file;

    /// <returns>Null while another holds it.</returns>
    /// <exception cref="IOException">The file cannot be opened for another reason.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be opened.</exception>
    public static FileLock? TryTake(string path)
    {
        try
        {
            return new FileLock(new FileStream(path, OwnersFile.Options(FileMode.OpenOrCreate, FileShare.None)));
        }
        catch (IOException failure) when (IsHeldByAnother(failure))
        {
            return null;
        }
    }

    public void Dispose() => _file.Dispose();

    // EWOULDBLOCK of a lock (11 on Linux, 35 on macOS), a sharing or lock violation on Windows.
    private static bool IsHeldByAnother(IOException failure) => OperatingSystem.IsWindows()
        ? (failure.HResult & 0xFFFF) is 32 or 33
        : failure.HResult is 11 or 35;
}
