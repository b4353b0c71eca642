using MapThePaths.Core.Catalog;
using MapThePaths.Core.Model;
using MapThePaths.Imagery;
using Microsoft.Win32.SafeHandles;

namespace MapThePaths.App.Web.Photos;

/// <summary>
/// A photo's file, opened only where a sequence has it from and only while it is what was imported: the catalog says which photo it is, and
/// nothing else can be asked for.
/// </summary>
internal static class Picture
{
    /// <exception cref="NotThereException">No sequence has this photo, or its file is gone or another one.</exception>
    public static SafeFileHandle Open(long photoId, OpenCatalog catalog) =>
        catalog.Pictures.Files(photoId).Select(OpenUnchanged).FirstOrDefault(handle => handle is not null)
        ?? throw new NotThereException("The picture of this photo is no longer where it was imported from, or was changed since.");

    // Asked of the open file, so that no other can take its place in between.
    private static SafeFileHandle? OpenUnchanged(PictureFile file)
    {
        try
        {
            // A pipe in its place has no length, and to open it would wait for ever.
            if (new FileInfo(file.Path) is not { Exists: true, Length: > 0 })
            {
                return null;
            }

            var handle = File.OpenHandle(file.Path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, FileOptions.Asynchronous);
            if (RandomAccess.GetLength(handle) == file.Size && FileTime.Of(File.GetLastWriteTimeUtc(handle)) == file.ModifiedAt && IsJpeg(handle))
            {
                return handle;
            }

            handle.Dispose();
            return null;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static bool IsJpeg(SafeFileHandle handle)
    {
        Span<byte> first = stackalloc byte[3];
        return RandomAccess.Read(handle, first, 0) == first.Length && first.SequenceEqual<byte>([0xFF, 0xD8, 0xFF]);
    }

    /// <summary>The camera's own small picture; null when it made none.</summary>
    public static byte[]? Thumbnail(long photoId, OpenCatalog catalog)
    {
        using var handle = Open(photoId, catalog);
        return PhotoThumbnail.Read(handle);
    }
}
