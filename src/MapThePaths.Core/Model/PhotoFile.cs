using Microsoft.Win32.SafeHandles;

namespace MapThePaths.Core.Model;

/// <summary>A photo's file as it was when it was imported.</summary>
/// <param name="Size">Bytes.</param>
/// <param name="ModifiedAt">When it was last written to: milliseconds since 1970, UTC.</param>
public sealed record PhotoFile(string Path, long Size, long ModifiedAt)
{
    /// <summary>Opens the file if it is still as it was; or tells why it is not open. The caller closes it.</summary>
    public (SafeFileHandle? File, Reason? WhyNot) Open()
    {
        try
        {
            var file = File.OpenHandle(Path, options: FileOptions.SequentialScan);
            if (RandomAccess.GetLength(file) == Size && FileTime.Of(File.GetLastWriteTimeUtc(file)) == ModifiedAt)
            {
                return (file, null);
            }

            file.Dispose();
            return (null, Reason.ChangedSinceImport);
        }
        catch (Exception missing) when (missing is FileNotFoundException or DirectoryNotFoundException)
        {
            return (null, Reason.FileMissing);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return (null, Reason.Unreadable);
        }
    }
}
