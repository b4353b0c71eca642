using System.Text.Json;
using MapThePaths.Core.Destinations;
using MapThePaths.Core.Geo;
using MapThePaths.Destinations.Http;
using MapThePaths.Destinations.Searching;

namespace MapThePaths.Destinations.MapillaryV3;

/// <summary>A sequence as the search shows it: its record, and its way.</summary>
internal sealed record FoundSequence(RemoteSequence Sequence, IReadOnlyList<GeoPoint> Way);

/// <summary>Sequence and image objects: GeoJSON features. All their members are optional here.</summary>
internal static class FeatureReading
{
    /// <summary>The features of a collection, in its order.</summary>
    public static IEnumerable<JsonElement> Features(JsonElement? collection) =>
        collection?.Member("features") is { ValueKind: JsonValueKind.Array } features ? features.EnumerateArray() : [];

    /// <summary>Null without a key.</summary>
    public static FoundSequence? Sequence(JsonElement feature)
    {
        if (feature.Member("properties") is not { } facts || facts.Text("key") is not { } key)
        {
            return null;
        }

        var sequence = new RemoteSequence(key, feature.GetRawText())
        {
            CapturedAt = IsoTime.Read(facts.Text("captured_at")),
            CreatedAt = IsoTime.Read(facts.Text("created_at")),
            Make = facts.Text("camera_make"),
            IsPanorama = facts.Flag("pano"),
            IsPrivate = facts.Flag("private"),
            UserId = facts.Text("user_key"),
            UserName = facts.Text("username"),
            OrganizationId = facts.Text("organization_key"),
            ImageIds = facts.Member("coordinateProperties")?.Texts("image_keys") ?? [],
        };
        return new FoundSequence(sequence, GeoJson.Line(feature.Member("geometry")));
    }

    /// <summary>Null for an image without key, capture time or position: nothing of ours could be matched with it.</summary>
    /// <param name="sequenceOf">The sequence that names this image; images of old do not name theirs.</param>
    public static RemoteImage? Image(JsonElement feature, Func<string, string?> sequenceOf)
    {
        if (feature.Member("properties") is not { } facts
            || facts.Text("key") is not { } key
            || IsoTime.Read(facts.Text("captured_at")) is not { } capturedAt
            || GeoJson.Point(feature.Member("geometry")) is not { } position)
        {
            return null;
        }

        return new RemoteImage(key, capturedAt, position, facts.Text("sequence_key") ?? sequenceOf(key), feature.GetRawText())
        {
            Make = facts.Text("camera_make"),
            Model = facts.Text("camera_model"),
            Heading = facts.Number("ca") is { } heading and >= 0 ? heading : null,
            IsPanorama = facts.Flag("pano"),
            IsPrivate = facts.Flag("private"),
            Quality = facts.Number("quality_score"),
            UserId = facts.Text("user_key"),
            UserName = facts.Text("username"),
            OrganizationId = facts.Text("organization_key"),
        };
    }
}
