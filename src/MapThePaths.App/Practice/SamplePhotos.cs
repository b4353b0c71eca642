using System.Reflection;

namespace MapThePaths.App.Practice;

/// <summary>The photos that come with the program: drawn by the project (tools/draw-samples), a dozen along one trail.</summary>
internal static class SamplePhotos
{
    private const string Prefix = "samples/";

    /// <summary>Writes them into a folder below <paramref name="home"/> and returns it.</summary>
    public static string Unpack(string home)
    {
        var folder = Directory.CreateDirectory(Path.Combine(home, "photos")).FullName;
        var assembly = Assembly.GetExecutingAssembly();
        foreach (var name in assembly.GetManifestResourceNames().Where(name => name.StartsWith(Prefix, StringComparison.Ordinal)))
        {
            using var photo = assembly.GetManifestResourceStream(name)!;
            using var file = File.Create(Path.Combine(folder, name[Prefix.Length..]));
            photo.CopyTo(file);
        }

        return folder;
    }
}
