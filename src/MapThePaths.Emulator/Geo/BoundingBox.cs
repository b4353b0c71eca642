using System.Globalization;

namespace MapThePaths.Emulator.Geo;

/// <summary><c>bbox=minLon,minLat,maxLon,maxLat</c> in degrees (v4 §9.1, v3 §7); borders belong to it.</summary>
internal sealed record BoundingBox(double West, double South, double East, double North)
{
    public double Width => East - West;

    public double Height => North - South;

    /// <summary>Null when the text is no such box.</summary>
    public static BoundingBox? Read(string? text)
    {
        var numbers = (text ?? "").Split(',').Select(Number).ToList();
        return numbers is [{ } west, { } south, { } east, { } north] && west <= east && south <= north
            ? new BoundingBox(west, south, east, north)
            : null;
    }

    public bool Holds(double? longitude, double? latitude) =>
        longitude >= West && longitude <= East && latitude >= South && latitude <= North;

    private static double? Number(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;
}
