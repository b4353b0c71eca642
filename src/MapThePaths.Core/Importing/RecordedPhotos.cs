using MapThePaths.Core.Model;

namespace MapThePaths.Core.Importing;

/// <summary>Finds the files of a recorded sequence's photos by name.</summary>
public static class RecordedPhotos
{
    private const string CopyFolder = "final_";

    /// <returns>The photos with their files, in the order of the record; null for a photo of which none, or more than one, was found.</returns>
    public static IReadOnlyList<(RecordedPhoto Photo, string? Path)> Find(RecordedSequence recorded, string folder)
    {
        var files = PhotoFiles.Find([folder], unreadable: _ => { }, passedOver: _ => { }).ToLookup(file => Path.GetFileName(file), StringComparer.OrdinalIgnoreCase);
        HashSet<string> taken = new(StringComparer.Ordinal);
        return [.. recorded.Photos.Select(photo => (photo, photo.Names.Select(name => Only([.. files[name]])).FirstOrDefault(path => path is not null && taken.Add(path))))];
    }

    // Originals come before copies that lie beside them.
    private static string? Only(List<string> paths) => paths switch
    {
        [var only] => only,
        [] => null,
        _ => paths.FindAll(path => !IsCopy(path)) is [var original] ? original : null,
    };

    private static bool IsCopy(string path) => Path.GetFileName(Path.GetDirectoryName(path))!.StartsWith(CopyFolder, StringComparison.Ordinal);
}
