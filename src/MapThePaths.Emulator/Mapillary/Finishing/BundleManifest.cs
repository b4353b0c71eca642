using System.Text.Json;
using MapThePaths.Emulator.Wire;

namespace MapThePaths.Emulator.Mapillary.Finishing;

/// <summary>The list of one sequence's handles, in its order (§6.1).</summary>
internal static class BundleManifest
{
    /// <summary>The handles, or what is wrong with the manifest.</summary>
    public static (IReadOnlyList<string> Handles, string? Wrong) Read(string path)
    {
        try
        {
            using var file = File.OpenRead(path);
            using var document = JsonDocument.Parse(file);
            return Read(document.RootElement);
        }
        catch (JsonException)
        {
            return ([], "The manifest is no JSON");
        }
    }

    private static (IReadOnlyList<string> Handles, string? Wrong) Read(JsonElement manifest)
    {
        if (JsonText.Of(manifest, "upload_type") != "images")
        {
            return ([], "The manifest's upload_type is not images");
        }

        if (!manifest.TryGetProperty("version", out var version) || version.ValueKind != JsonValueKind.String || version.GetString() != "1")
        {
            return ([], "The manifest's version is not the string 1");
        }

        if (!manifest.TryGetProperty("image_handles", out var list) || list.ValueKind != JsonValueKind.Array || list.GetArrayLength() == 0)
        {
            return ([], "The manifest has no image_handles");
        }

        var handles = list.EnumerateArray().Select(handle => handle.ValueKind == JsonValueKind.String ? handle.GetString()! : "").ToList();
        return (handles, null);
    }
}
