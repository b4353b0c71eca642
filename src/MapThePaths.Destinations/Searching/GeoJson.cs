using System.Text.Json;
using MapThePaths.Core.Geo;
using MapThePaths.Destinations.Http;

namespace MapThePaths.Destinations.Searching;

/// <summary>Geometries of GeoJSON: longitude first. What is none reads as null or empty.</summary>
internal static class GeoJson
{
    public static GeoPoint? Point(JsonElement? geometry) => Coordinates(geometry) is { } position ? Position(position) : null;

    public static IReadOnlyList<GeoPoint> Line(JsonElement? geometry) => Coordinates(geometry) is { } positions
        ? [.. positions.EnumerateArray().Select(Position).OfType<GeoPoint>()]
        : [];

    private static JsonElement? Coordinates(JsonElement? geometry) =>
        geometry?.Member("coordinates") is { ValueKind: JsonValueKind.Array } coordinates ? coordinates : null;

    private static GeoPoint? Position(JsonElement position) =>
        position.ValueKind == JsonValueKind.Array
        && position.GetArrayLength() >= 2
        && position[0].ValueKind == JsonValueKind.Number
        && position[1].ValueKind == JsonValueKind.Number
            ? new GeoPoint(position[1].GetDouble(), position[0].GetDouble())
            : null;
}
