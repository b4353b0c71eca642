using System.Text.Json.Nodes;
using MapThePaths.Emulator.Identity;
using MapThePaths.Emulator.Wire;

namespace MapThePaths.Emulator.MapillaryV3.Pictures;

/// <summary>The sequence object (§7.1) and the image object (§8.2): GeoJSON, longitude first.</summary>
internal sealed class Feature(Accounts accounts)
{
    public static Answer Collection(IEnumerable<JsonObject> features) =>
        Answer.Json(new JsonObject { ["type"] = "FeatureCollection", ["features"] = new JsonArray([.. features]) });

    public JsonObject Write(Sequence sequence)
    {
        var properties = new JsonObject
        {
            ["captured_at"] = IsoTime.Text(sequence.CapturedAt),
            ["coordinateProperties"] = new JsonObject
            {
                ["cas"] = new JsonArray([.. sequence.Images.Select(image => (JsonNode)image.CompassAngle)]),
                ["image_keys"] = new JsonArray([.. sequence.Images.Select(image => (JsonNode)image.Key)]),
            },
            ["created_at"] = IsoTime.Text(sequence.CreatedAt),
            ["key"] = sequence.Key,
            ["pano"] = sequence.Images[0].Facts.IsPanorama,
        };
        AddCamera(properties, "camera_make", sequence.Images[0].Facts.Make);
        AddOwner(properties, sequence.Owner);
        return Of(properties, "LineString", new JsonArray([.. sequence.Images.Select(Position)]));
    }

    public JsonObject Write(Image image)
    {
        var properties = new JsonObject
        {
            ["ca"] = image.CompassAngle,
            ["captured_at"] = IsoTime.Text(image.CapturedAt),
            ["key"] = image.Key,
            ["pano"] = image.Facts.IsPanorama,
            ["sequence_key"] = image.SequenceKey,
        };
        AddCamera(properties, "camera_make", image.Facts.Make);
        AddCamera(properties, "camera_model", image.Facts.Model);
        AddOwner(properties, image.Owner);
        return Of(properties, "Point", Position(image));
    }

    private static void AddCamera(JsonObject properties, string name, string? value)
    {
        if (value is not null)
        {
            properties[name] = value;
        }
    }

    private static JsonNode Position(Image image) => new JsonArray(image.Facts.Longitude, image.Facts.Latitude);

    private static JsonObject Of(JsonObject properties, string geometry, JsonNode coordinates) => new()
    {
        ["type"] = "Feature",
        ["properties"] = properties,
        ["geometry"] = new JsonObject { ["type"] = geometry, ["coordinates"] = coordinates },
    };

    private void AddOwner(JsonObject properties, Owner owner)
    {
        var account = accounts.ById(owner.AccountId)!;
        properties["private"] = owner.IsPrivate;
        properties["user_key"] = account.Key;
        properties["username"] = account.Username;
        if (owner.OrganizationKey is not null)
        {
            properties["organization_key"] = owner.OrganizationKey;
        }
    }
}
