using System.Globalization;
using System.Text.Json;
using MapThePaths.Emulator.Wire;

namespace MapThePaths.Emulator.Photos;

/// <summary>The JSON object in EXIF <c>ImageDescription</c> (v4 §10.1, v3 §9.2). Other members beside these are ignored.</summary>
internal static class ImageDescription
{
    private const string CaptureTime = "yyyy_MM_dd_HH_mm_ss_fff";

    /// <summary>Nothing at all when the text is no such object.</summary>
    public static PhotoFacts Read(string? text)
    {
        if (text is null || !text.TrimStart().StartsWith('{'))
        {
            return new PhotoFacts();
        }

        try
        {
            using var document = JsonDocument.Parse(text);
            return Read(document.RootElement);
        }
        catch (JsonException)
        {
            return new PhotoFacts();
        }
    }

    private static PhotoFacts Read(JsonElement description) => new()
    {
        Latitude = Within(Number(description, "MAPLatitude"), 90),
        Longitude = Within(Number(description, "MAPLongitude"), 180),
        Altitude = Number(description, "MAPAltitude"),
        Heading = description.TryGetProperty("MAPCompassHeading", out var heading) ? Heading(heading) : null,
        CapturedAt = Time(JsonText.Of(description, "MAPCaptureTime")),
        Make = JsonText.Of(description, "MAPDeviceMake"),
        Model = JsonText.Of(description, "MAPDeviceModel"),
        Orientation = Number(description, "MAPOrientation") is >= 1 and <= 8 and var turned ? (int)turned : null,
    };

    /// <summary>Both members are required (v4 §10.1).</summary>
    private static double? Heading(JsonElement heading) => Direction(heading, "MagneticHeading") is null ? null : Direction(heading, "TrueHeading");

    private static double? Direction(JsonElement heading, string name) => Number(heading, name) is >= 0 and <= 360 and var degrees ? degrees : null;

    private static double? Number(JsonElement body, string name)
    {
        var given = body.ValueKind == JsonValueKind.Object && body.TryGetProperty(name, out var member)
            ? member
            : default;
        return given.ValueKind == JsonValueKind.Number ? given.GetDouble() : null;
    }

    private static double? Within(double? degrees, double limit) => degrees is { } value && Math.Abs(value) <= limit ? value : null;

    private static DateTimeOffset? Time(string? text) =>
        DateTimeOffset.TryParseExact(text, CaptureTime, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
            ? time
            : null;
}
