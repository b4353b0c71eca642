using MapThePaths.Core.Catalog;
using MapThePaths.Core.Importing;
using MapThePaths.Core.Model;

namespace MapThePaths.App.Web.Importing;

/// <summary>One folder of this computer, for choosing photos. Hidden folders and files are left away.</summary>
/// <param name="Parent">Absent at the top.</param>
/// <param name="Photos">Files in the folder itself that are named like JPEGs.</param>
/// <param name="OtherFiles">Other files in the folder itself.</param>
/// <param name="Places">Where people keep photos.</param>
internal sealed record FolderView(string Path, string? Parent, IReadOnlyList<Place> Folders, int Photos, int OtherFiles, IReadOnlyList<Place> Places)
{
    /// <param name="path">Null for where a user would begin.</param>
    /// <exception cref="UserMistakeException">It is no folder, or may not be read.</exception>
    public static FolderView Of(string? path, OpenCatalog catalog)
    {
        var folder = new DirectoryInfo(string.IsNullOrWhiteSpace(path) ? Importing.Places.Home : System.IO.Path.GetFullPath(path));
        if (!folder.Exists)
        {
            throw new UserMistakeException($"{folder.FullName} is no folder of this computer.");
        }

        try
        {
            var (folders, photos, others) = Look(folder);
            return new FolderView(folder.FullName, folder.Parent?.FullName, folders, photos, others, Importing.Places.Of(catalog));
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new UserMistakeException($"{folder.FullName} cannot be read: {failure.Message}");
        }
    }

    private static (List<Place> Folders, int Photos, int Others) Look(DirectoryInfo folder)
    {
        List<Place> folders = [];
        int photos = 0, others = 0;
        foreach (var entry in folder.EnumerateFileSystemInfos().Where(entry => !entry.Name.StartsWith('.') && !entry.Attributes.HasFlag(FileAttributes.Hidden)))
        {
            if (entry is DirectoryInfo)
            {
                folders.Add(new Place(entry.Name, entry.FullName));
            }
            else if (PhotoFiles.IsNamedLikeAPhoto(entry.Name))
            {
                photos++;
            }
            else
            {
                others++;
            }
        }

        return ([.. folders.OrderBy(inside => inside.Name, StringComparer.OrdinalIgnoreCase)], photos, others);
    }
}

internal sealed record Place(string Name, string Path);
