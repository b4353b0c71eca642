using System.Text.Encodings.Web;
using System.Text.Json;
using MapThePaths.Core.Geo;
using MapThePaths.Core.Model;

namespace MapThePaths.Core.Exporting;

/// <summary><c>plan.geojson</c> and <c>images.geojson</c> (RFC 7946): longitude first, WGS 84.</summary>
internal static class GeoDocuments
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>A line for each part, a point for each photo with its heading, and what is left out with its reason.</summary>
    public static void WritePlan(Stream stream, Export export) => WriteCollection(stream, json =>
    {
        foreach (var part in export.Plan.Parts)
        {
            WritePart(json, part);
            foreach (var photo in part.Photos)
            {
                WritePhoto(json, export, part, photo);
            }
        }

        foreach (var leftOut in export.Plan.LeftOut)
        {
            WriteLeftOut(json, export, leftOut);
        }
    });

    /// <summary>A feature for each image that a destination has shown; without a place where the photo is left out by now.</summary>
    public static void WriteImages(Stream stream, Export export) => WriteCollection(stream, json =>
    {
        foreach (var image in ImageIndex.Of(export).Where(image => image.Line.ImageId is not null))
        {
            var line = image.Line;
            WriteFeature(json, image.Photo?.Position, image.Photo?.Altitude, () =>
            {
                json.WriteString("file", image.File);
                json.WriteString("destination", line.Destination);
                json.WriteString("state", line.State.Word());
                json.WriteString("image_id", line.ImageId);
                json.WriteString("sequence_id", image.RemoteSequence);
                json.WriteString("captured_at", Export.Iso(image.Photo?.TakenAt));
            });
        }
    });

    private static void WritePart(Utf8JsonWriter json, PlannedPart part)
    {
        var totals = part.Totals;
        WriteFeature(json, () => WriteLine(json, part), () =>
        {
            json.WriteString("kind", "part");
            json.WriteNumber("part", part.Place);
            json.WriteNumber("photos", part.Photos.Count);
            json.WriteString("cut_reason", part.Cut.Code);
            WriteNumber(json, "cut_value", part.Measure?.Value, 3);
            WriteNumber(json, "distance_km", totals.Metres / 1000, 6);
            json.WriteNumber("duration_sec", totals.Duration.TotalSeconds);
            json.WriteString("earliest_time", Export.Iso(totals.Earliest));
            json.WriteString("latest_time", Export.Iso(totals.Latest));
        });
    }

    private static void WriteLine(Utf8JsonWriter json, PlannedPart part)
    {
        // A line has two places at least.
        json.WriteString("type", part.Photos.Count > 1 ? "LineString" : "MultiPoint");
        json.WriteStartArray("coordinates");
        foreach (var photo in part.Photos)
        {
            WritePlace(json, photo.Position, altitude: null);
        }

        json.WriteEndArray();
    }

    private static void WritePhoto(Utf8JsonWriter json, Export export, PlannedPart part, ArrangedPhoto photo) => WriteFeature(json, photo.Position, photo.Altitude, () =>
    {
        json.WriteString("kind", "photo");
        json.WriteNumber("part", part.Place);
        json.WriteString("file", export.NameOf(photo.Photo.Path));
        json.WriteString("id", photo.Photo.Uuid);
        json.WriteString("captured_at", Export.Iso(photo.TakenAt));
        WriteNumber(json, "heading", photo.Heading, 3);
        json.WriteString("projection", photo.Photo.Capture.Projection);
        json.WriteStartArray("warnings");
        foreach (var warning in photo.Warnings)
        {
            json.WriteStringValue(warning);
        }

        json.WriteEndArray();
    });

    private static void WriteLeftOut(Utf8JsonWriter json, Export export, LeftOut leftOut)
    {
        var capture = leftOut.PhotoId is { } id && !export.Plan.HidesPlaces ? export.Photos.GetValueOrDefault(id)?.Capture : null;
        WriteFeature(json, capture?.Position, capture?.Altitude, () =>
        {
            json.WriteString("kind", "left_out");
            json.WriteString("file", export.NameOf(leftOut.Path));
            json.WriteString("reason", leftOut.Reason.Code);
            json.WriteString("meaning", leftOut.Reason.Meaning);
        });
    }

    private static void WriteCollection(Stream stream, Action<Utf8JsonWriter> writeFeatures)
    {
        using var json = new Utf8JsonWriter(stream, Options);
        json.WriteStartObject();
        json.WriteString("type", "FeatureCollection");
        json.WriteStartArray("features");
        writeFeatures(json);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteFeature(Utf8JsonWriter json, GeoPoint? position, double? altitude, Action writeProperties) => WriteFeature(
        json,
        position is not { } place ? null : () =>
        {
            json.WriteString("type", "Point");
            json.WritePropertyName("coordinates");
            WritePlace(json, place, altitude);
        },
        writeProperties);

    private static void WriteFeature(Utf8JsonWriter json, Action? writeGeometry, Action writeProperties)
    {
        json.WriteStartObject();
        json.WriteString("type", "Feature");
        if (writeGeometry is null)
        {
            json.WriteNull("geometry");
        }
        else
        {
            json.WriteStartObject("geometry");
            writeGeometry();
            json.WriteEndObject();
        }

        json.WriteStartObject("properties");
        writeProperties();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WritePlace(Utf8JsonWriter json, GeoPoint position, double? altitude)
    {
        json.WriteStartArray();
        json.WriteNumberValue(Math.Round(position.Longitude, 9));
        json.WriteNumberValue(Math.Round(position.Latitude, 9));
        if (altitude is { } metres)
        {
            json.WriteNumberValue(Math.Round(metres, 3));
        }

        json.WriteEndArray();
    }

    private static void WriteNumber(Utf8JsonWriter json, string name, double? value, int decimals)
    {
        if (value is { } number)
        {
            json.WriteNumber(name, Math.Round(number, decimals));
        }
        else
        {
            json.WriteNull(name);
        }
    }
}
