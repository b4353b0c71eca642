using System.Numerics;

namespace DrawSamples.Geometry;

/// <summary>Smooth noise from integer hashes: no tables, no state.</summary>
internal static class Noise
{
    public static uint Mix(uint value)
    {
        value ^= value >> 16;
        value *= 0x7FEB352Du;
        value ^= value >> 15;
        value *= 0x846CA68Bu;
        return value ^ (value >> 16);
    }

    /// <summary>One number from 0 to 1 for each cell of a grid.</summary>
    public static float Cell(int x, int y, uint seed) => Hash(x, y, seed) * (1f / uint.MaxValue);

    /// <summary>Gradient noise, about -1 to 1.</summary>
    public static float Smooth(Vector2 point, uint seed)
    {
        var x = (int)MathF.Floor(point.X);
        var y = (int)MathF.Floor(point.Y);
        var within = point - new Vector2(x, y);
        var lower = Lerp(Slope(x, y, within, seed), Slope(x + 1, y, within - Vector2.UnitX, seed), Fade(within.X));
        var upper = Lerp(Slope(x, y + 1, within - Vector2.UnitY, seed), Slope(x + 1, y + 1, within - Vector2.One, seed), Fade(within.X));
        return 1.5f * Lerp(lower, upper, Fade(within.Y));
    }

    /// <summary>Octaves of <see cref="Smooth"/>, each turned so that the grid does not show.</summary>
    public static float Fractal(Vector2 point, int octaves, uint seed)
    {
        var sum = 0f;
        var weight = 0.5f;
        for (var octave = 0; octave < octaves; octave++)
        {
            sum += weight * Smooth(point, seed + (uint)octave);
            point = TurnAndDouble(point);
            weight *= 0.5f;
        }

        return sum;
    }

    /// <summary>Mountain noise from 0 to about 1: sharp crests, and detail mostly where it is high.</summary>
    public static float Ridged(Vector2 point, int octaves, uint seed)
    {
        var sum = 0f;
        var weight = 0.55f;
        var carried = 1f;
        for (var octave = 0; octave < octaves; octave++)
        {
            var crest = 1f - MathF.Abs(Smooth(point, seed + (uint)octave));
            crest *= crest * carried;
            sum += weight * crest;
            carried = Math.Clamp(crest * 1.6f, 0f, 1f);
            point = TurnAndDouble(point);
            weight *= 0.48f;
        }

        return sum;
    }

    /// <summary>Value noise in space, -1 to 1.</summary>
    public static float Solid(Vector3 point, uint seed)
    {
        var x = (int)MathF.Floor(point.X);
        var y = (int)MathF.Floor(point.Y);
        var z = (int)MathF.Floor(point.Z);
        var within = new Vector2(Fade(point.X - x), Fade(point.Y - y));
        var low = Layer(x, y, within, LayerSeed(z, seed));
        var high = Layer(x, y, within, LayerSeed(z + 1, seed));
        return (2f * Lerp(low, high, Fade(point.Z - z))) - 1f;
    }

    public static float Lerp(float from, float to, float part) => from + ((to - from) * part);

    /// <summary>0 before <paramref name="from"/>, 1 after <paramref name="to"/>, smooth between.</summary>
    public static float Step(float from, float to, float value)
    {
        var part = Math.Clamp((value - from) / (to - from), 0f, 1f);
        return part * part * (3f - (2f * part));
    }

    private static uint Hash(int x, int y, uint seed) => Mix((uint)x + Mix((uint)y + Mix(seed)));

    private static uint LayerSeed(int z, uint seed) => Mix((uint)z) ^ seed;

    private static float Layer(int x, int y, Vector2 within, uint seed) => Lerp(
        Lerp(Cell(x, y, seed), Cell(x + 1, y, seed), within.X),
        Lerp(Cell(x, y + 1, seed), Cell(x + 1, y + 1, seed), within.X),
        within.Y);

    private static float Slope(int x, int y, Vector2 away, uint seed)
    {
        var (sin, cos) = MathF.SinCos(Cell(x, y, seed) * MathF.Tau);
        return (away.X * cos) + (away.Y * sin);
    }

    private static float Fade(float part) => part * part * part * ((part * ((part * 6f) - 15f)) + 10f);

    private static Vector2 TurnAndDouble(Vector2 point) =>
        new((point.X * 1.62f) + (point.Y * 1.18f) + 17.3f, (point.Y * 1.62f) - (point.X * 1.18f) - 5.9f);
}
