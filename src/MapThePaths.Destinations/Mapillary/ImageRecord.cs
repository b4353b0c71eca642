using System.Text.Json;
using MapThePaths.Core.Destinations;
using MapThePaths.Core.Geo;
using MapThePaths.Destinations.Http;
using MapThePaths.Destinations.Searching;
using NodaTime;

namespace MapThePaths.Destinations.Mapillary;

/// <summary>One image of the entity API. All its members are optional there.</summary>
internal static class ImageRecord
{
    /// <summary>Null for an image without id, capture time or position: nothing of ours could be matched with it.</summary>
    public static RemoteImage? Read(JsonElement image)
    {
        if (image.Text("id") is not { } id || CapturedAt(image) is not { } capturedAt || Position(image) is not { } position)
        {
            return null;
        }

        return new RemoteImage(id, capturedAt, position, image.Text("sequence"), image.GetRawText())
        {
            Make = image.Text("make"),
            Model = image.Text("model"),
            Heading = image.Number("compass_angle"),
            CameraType = image.Text("camera_type"),
            IsPanorama = image.Flag("is_pano"),
            ComputedPosition = GeoJson.Point(image.Member("computed_geometry")),
        };
    }

    /// <summary><c>captured_at</c> counts milliseconds since 1970.</summary>
    private static Instant? CapturedAt(JsonElement image) =>
        image.Integer("captured_at") is { } milliseconds
            && milliseconds >= Instant.MinValue.ToUnixTimeMilliseconds()
            && milliseconds <= Instant.MaxValue.ToUnixTimeMilliseconds()
            ? Instant.FromUnixTimeMilliseconds(milliseconds)
            : null;

    /// <summary>Where the photo said it was; where the service put it only when the first is absent.</summary>
    private static GeoPoint? Position(JsonElement image) =>
        GeoJson.Point(image.Member("geometry")) ?? GeoJson.Point(image.Member("computed_geometry"));
}
