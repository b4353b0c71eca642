namespace MapThePaths.Core.Catalog;

/// <summary>Files that nobody but their owner may read.</summary>
public static class OwnersFile
{
    /// <summary>0600.</summary>
    public const UnixFileMode Mode = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>Takes rights away from others, where the file system knows rights and the file is ours.</summary>
    public static void Tighten(string path)
    {
        try
        {
            if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(path) & ~Mode) != UnixFileMode.None)
            {
                File.SetUnixFileMode(path, Mode);
            }
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // A disk without rights, or another owner's file: whoever set it up so decides.
        }
    }

    public static FileStreamOptions Options(FileMode mode, FileShare share)
    {
        var options = new FileStreamOptions { Mode = mode, Access = FileAccess.ReadWrite, Share = share };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = Mode;
        }

        return options;
    }
}
