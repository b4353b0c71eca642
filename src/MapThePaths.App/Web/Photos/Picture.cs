using MapThePaths.Core.Catalog;
using MapThePaths.Core.Model;
using MapThePaths.Imagery;

namespace MapThePaths.App.Web.Photos;

/// <summary>
/// A photo's file, opened only where a sequence has it from and only while it is what was imported: the catalog says which photo it is, and
/// nothing else can be asked for.
/// </summary>
internal static class Picture
{
    /// <exception cref="NotThereException">No sequence has this photo, or its file is gone or another one.</exception>
    public static FileStream Of(long photoId, OpenCatalog catalog) =>
        catalog.Pictures.Files(photoId).Select(OpenUnchanged).FirstOrDefault(picture => picture is not null)
        ?? throw new NotThereException("The picture of this photo is no longer where it was imported from, or was changed since.");

    // Asked of the open file, so that no other can take its place in between.
    private static FileStream? OpenUnchanged(PictureFile file)
    {
        try
        {
            // A pipe in its place has no length, and to open it would wait for ever.
            if (new FileInfo(file.Path) is not { Exists: true, Length: > 0 })
            {
                return null;
            }

            var picture = new FileStream(file.Path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0, useAsync: true);
            if (picture.Length == file.Size && FileTime.Of(File.GetLastWriteTimeUtc(picture.SafeFileHandle)) == file.ModifiedAt && IsJpeg(picture))
            {
                return picture;
            }

            picture.Dispose();
            return null;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static bool IsJpeg(FileStream picture)
    {
        Span<byte> first = stackalloc byte[3];
        return RandomAccess.Read(picture.SafeFileHandle, first, 0) == first.Length && first.SequenceEqual<byte>([0xFF, 0xD8, 0xFF]);
    }

    /// <summary>The camera's own small picture; null when it made none.</summary>
    public static byte[]? Thumbnail(long photoId, OpenCatalog catalog)
    {
        using var picture = Of(photoId, catalog);
        return PhotoThumbnail.Read(picture.SafeFileHandle);
    }
}
