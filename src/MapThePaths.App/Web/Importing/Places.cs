using MapThePaths.Core.Catalog;

namespace MapThePaths.App.Web.Importing;

/// <summary>Where people keep photos: their own folders, what is plugged in, and where photos were imported from before.</summary>
internal static class Places
{
    private const int MostRecent = 5;
    private const int SequencesToLookAt = 30;

    private static readonly string[] MountFolders = ["/media/", "/run/media/", "/mnt/", "/Volumes/"];

    public static string Home => Environment.GetFolderPath(Environment.SpecialFolder.UserProfile, Environment.SpecialFolderOption.DoNotVerify);

    public static IReadOnlyList<Place> Of(OpenCatalog catalog)
    {
        Place[] places =
        [
            new("Home", Home),
            new("Pictures", Environment.GetFolderPath(Environment.SpecialFolder.MyPictures)),
            .. Drives(),
            .. Recent(catalog),
        ];
        return [.. places.Where(place => place.Path.Length > 0 && Directory.Exists(place.Path)).DistinctBy(place => place.Path)];
    }

    private static IEnumerable<Place> Drives() => DriveInfo.GetDrives()
        .Select(drive => drive.Name)
        .Where(name => OperatingSystem.IsWindows() || MountFolders.Any(folder => name.StartsWith(folder, StringComparison.Ordinal)))
        .Select(name => new Place(Path.GetFileName(name.TrimEnd(Path.DirectorySeparatorChar)) is { Length: > 0 } last ? last : name, name));

    private static IEnumerable<Place> Recent(OpenCatalog catalog) => catalog.Sketches.RecentFiles(SequencesToLookAt)
        .Select(Path.GetDirectoryName)
        .OfType<string>()
        .Distinct(StringComparer.Ordinal)
        .Take(MostRecent)
        .Select(folder => new Place(Path.GetFileName(folder), folder));
}
