using System.IO.Compression;

namespace MapThePaths.Emulator.Mapillary.Finishing;

/// <summary>One sequence in a zip file, in the order of its entries (§6.2).</summary>
internal static class ZipBundle
{
    /// <summary>The entries' names, or what is wrong with the file.</summary>
    public static (IReadOnlyList<string> Entries, string? Wrong) Read(string path)
    {
        try
        {
            using var zip = ZipFile.OpenRead(path);
            var names = zip.Entries.Where(entry => entry.Name.Length > 0).Select(entry => entry.FullName).ToList();
            return names.Count == 0 ? ([], "The zip file is empty") : (names, null);
        }
        catch (InvalidDataException)
        {
            return ([], "The file is no zip file");
        }
    }
}
