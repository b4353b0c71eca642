using System.Globalization;

namespace MapThePaths.Emulator.Geo;

/// <summary><c>lat</c>, <c>lng</c>, <c>radius</c> in degrees and metres (v4 §9.1), and v3's <c>closeto</c> and <c>radius</c> (§8.1).</summary>
internal sealed record SearchCircle(double Latitude, double Longitude, double Radius)
{
    private const double MetresPerDegree = 111_195;

    /// <summary>Null when one of the three is missing or no number.</summary>
    public static SearchCircle? Read(string? latitude, string? longitude, string? radius) =>
        Number(latitude) is { } north && Number(longitude) is { } east && Number(radius) is { } metres
            ? new SearchCircle(north, east, metres)
            : null;

    /// <summary>On a flat earth, which does for 50 metres.</summary>
    public bool Holds(double? longitude, double? latitude)
    {
        var north = (latitude - Latitude) * MetresPerDegree;
        var east = (longitude - Longitude) * MetresPerDegree * Math.Cos(double.DegreesToRadians(Latitude));
        return (north * north) + (east * east) <= Radius * Radius;
    }

    private static double? Number(string? text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;
}
