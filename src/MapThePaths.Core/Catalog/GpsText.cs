using System.Text.Json;
using MapThePaths.Core.Geo;
using MapThePaths.Core.Model;

namespace MapThePaths.Core.Catalog;

/// <summary>GPS tags as the catalog keeps them: JSON, the same for the same tags.</summary>
internal sealed record GpsText
{
    public double? Latitude { get; init; }

    public double? Longitude { get; init; }

    public double? Altitude { get; init; }

    public double? Heading { get; init; }

    public long? TakenAt { get; init; }

    public static string? Of(GpsTags? tags) => tags is null ? null : JsonSerializer.Serialize(new GpsText
    {
        Latitude = tags.Position?.Latitude,
        Longitude = tags.Position?.Longitude,
        Altitude = tags.Altitude,
        Heading = tags.Heading,
        TakenAt = Milliseconds.Of(tags.TakenAt),
    });

    public static GpsTags? Read(string? text)
    {
        if (text is null)
        {
            return null;
        }

        var tags = JsonSerializer.Deserialize<GpsText>(text)!;
        return new GpsTags
        {
            Position = tags is { Latitude: { } latitude, Longitude: { } longitude } ? new GeoPoint(latitude, longitude) : null,
            Altitude = tags.Altitude,
            Heading = tags.Heading,
            TakenAt = Milliseconds.ToInstant(tags.TakenAt),
        };
    }
}
