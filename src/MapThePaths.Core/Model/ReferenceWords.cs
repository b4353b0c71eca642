using MapThePaths.Imagery;

namespace MapThePaths.Core.Model;

/// <summary>What headings and altitudes are counted from, as the catalog and every output spell it; null for unknown.</summary>
public static class ReferenceWords
{
    private static readonly string?[] Norths = [null, "true_north", "magnetic_north"];
    private static readonly string?[] Surfaces = [null, "sea_level", "ellipsoid"];

    public static string? Word(this NorthReference north) => Norths[(int)north];

    public static string? Word(this AltitudeReference surface) => Surfaces[(int)surface];

    public static NorthReference ParseNorth(string? word) => (NorthReference)Array.IndexOf(Norths, word);

    public static AltitudeReference ParseSurface(string? word) => (AltitudeReference)Array.IndexOf(Surfaces, word);
}
