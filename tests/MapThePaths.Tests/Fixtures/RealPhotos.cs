namespace MapThePaths.Tests.Fixtures;

/// <summary>
/// Photos of real cameras, which are too large for the repository: the folder <c>shared/data</c> beside it, or the one that
/// <c>MTPDU_TEST_DATA</c> names. Tests over them are skipped where they are missing.
/// </summary>
public static class RealPhotos
{
    private static readonly EnumerationOptions AnyCase = new() { RecurseSubdirectories = true, MatchCasing = MatchCasing.CaseInsensitive };

    private static string? Folder { get; } = Find();

    public static TheoryData<string> Names
    {
        get
        {
            return [.. AllThereAre().Select(path => Path.GetRelativePath(Folder!, path)).DefaultIfEmpty("")];
        }
    }

    /// <summary>Skips the test when there are no photos.</summary>
    public static string PathOf(string name)
    {
        Assert.SkipWhen(Folder is null || name.Length == 0, "No photos of real cameras here.");
        return Path.Combine(Folder!, name);
    }

    /// <summary>All photos; skips the test when there are none.</summary>
    public static IReadOnlyList<string> All()
    {
        Assert.SkipWhen(Folder is null, "No photos of real cameras here.");
        return AllThereAre();
    }

    /// <summary>All photos, which may be none.</summary>
    public static IReadOnlyList<string> AllThereAre() =>
        Folder is null ? [] : [.. Directory.GetFiles(Folder, "*.jpg", AnyCase).Order(StringComparer.Ordinal)];

    private static string? Find()
    {
        var named = Environment.GetEnvironmentVariable("MTPDU_TEST_DATA");
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (root is not null && !File.Exists(Path.Combine(root.FullName, "MapThePaths.slnx")))
        {
            root = root.Parent;
        }

        var folder = named ?? (root?.Parent is { } parent ? Path.Combine(parent.FullName, "shared", "data") : "");
        return Directory.Exists(folder) ? folder : null;
    }
}
