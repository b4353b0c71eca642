using System.Text.Json.Nodes;
using MapThePaths.Emulator.Identity;
using MapThePaths.Emulator.Mapillary.Processing;
using MapThePaths.Emulator.Photos;

namespace MapThePaths.Emulator.Mapillary.Entities;

/// <summary>The fields of an image (§9.1). Those that structure from motion would compute are known but never have a value here.</summary>
internal sealed class ImageFields(Accounts accounts)
{
    private static readonly string[] NeverKnown =
    [
        "atomic_scale", "camera_parameters", "computed_altitude", "computed_compass_angle", "computed_geometry", "computed_rotation",
        "merge_cc", "mesh", "sfm_cluster", "quality_score", "detections",
    ];

    private readonly Dictionary<string, Func<ProcessedImage, string, JsonNode?>> _fields = new(StringComparer.Ordinal)
    {
        ["altitude"] = (image, _) => image.Facts.Altitude,
        ["camera_type"] = (image, _) => image.Facts.IsPanorama ? "spherical" : "perspective",
        ["captured_at"] = (image, _) => image.CapturedAtMs,
        ["compass_angle"] = (image, _) => image.Facts.Heading,
        ["creator"] = (image, _) => Creator(accounts.ById(image.AccountId)!),
        ["exif_orientation"] = (image, _) => image.Facts.Orientation ?? 1,
        ["geometry"] = (image, _) => Point(image.Facts),
        ["height"] = (image, _) => image.Facts.Height,
        ["width"] = (image, _) => image.Facts.Width,
        ["is_pano"] = (image, _) => image.Facts.IsPanorama,
        ["make"] = (image, _) => image.Facts.Make,
        ["model"] = (image, _) => image.Facts.Model,
        ["organization"] = (image, _) => image.OrganizationId is { } id ? new JsonObject { ["id"] = id } : null,
        ["sequence"] = (image, _) => image.SequenceId,
        ["thumb_256_url"] = (image, origin) => Picture(image, origin),
        ["thumb_1024_url"] = (image, origin) => Picture(image, origin),
        ["thumb_2048_url"] = (image, origin) => Picture(image, origin),
        ["thumb_original_url"] = (image, origin) => Picture(image, origin),
    };

    public bool Knows(string field) => field == "id" || _fields.ContainsKey(field) || NeverKnown.Contains(field);

    /// <summary>What was asked for and has a value, and always the id.</summary>
    public JsonObject Write(ProcessedImage image, IEnumerable<string> fields, string origin)
    {
        var written = new JsonObject();
        foreach (var field in fields)
        {
            if (_fields.TryGetValue(field, out var read) && read(image, origin) is { } value)
            {
                written[field] = value;
            }
        }

        written["id"] = image.Id;
        return written;
    }

    private static JsonObject Creator(Account account) => new() { ["username"] = account.Username, ["id"] = account.Id };

    private static JsonObject Point(PhotoFacts facts) =>
        new() { ["type"] = "Point", ["coordinates"] = new JsonArray(facts.Longitude, facts.Latitude) };

    /// <summary>Always the original; real addresses are signed and expire.</summary>
    private static string Picture(ProcessedImage image, string origin) => $"{origin}/emulator/images/{image.Id}";
}
