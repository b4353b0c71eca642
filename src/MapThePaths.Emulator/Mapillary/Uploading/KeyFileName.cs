namespace MapThePaths.Emulator.Mapillary.Uploading;

/// <summary>A session key as a file name that no file system takes for a path, and back.</summary>
internal static class KeyFileName
{
    private const string Prefix = "_";

    public static string Of(string key) => Prefix + Uri.EscapeDataString(key);

    public static string Key(string fileName) => Uri.UnescapeDataString(fileName[Prefix.Length..]);
}
