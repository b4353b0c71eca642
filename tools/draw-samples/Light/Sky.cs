using System.Numerics;
using DrawSamples.Geometry;

namespace DrawSamples.Light;

/// <summary>The light that comes from each direction of the sky, and the haze that distance lays over things.</summary>
internal static class Sky
{
    private static readonly Vector3 Zenith = new(0.13f, 0.29f, 0.66f);
    private static readonly Vector3 Middle = new(0.30f, 0.52f, 0.92f);
    private static readonly Vector3 Horizon = new(0.78f, 0.90f, 1.06f);
    private static readonly Vector3 HazeReach = new(21000f, 15500f, 11000f);
    private static readonly Vector3 CloudLit = new(1.55f, 1.52f, 1.48f);
    private static readonly Vector3 CloudShade = new(0.80f, 0.87f, 0.98f);

    public static Vector3 Colour(Vector3 direction)
    {
        var sky = Clear(direction);
        if (direction.Z > 0.02f)
        {
            var (cover, shade) = Cloud(direction);
            var cloud = Vector3.Lerp(CloudLit, CloudShade, shade) + Glow(direction) * 0.4f;
            sky = Vector3.Lerp(sky, cloud, cover * Noise.Step(0.03f, 0.14f, direction.Z));
        }

        return sky + Disc(direction);
    }

    /// <summary>The sky's light on a surface, from above with its colour and from below with that of the meadow.</summary>
    public static Vector3 Ambient(Vector3 normal) =>
        Vector3.Lerp(new Vector3(0.29f, 0.30f, 0.17f), new Vector3(0.68f, 0.80f, 1.00f), 0.5f + (0.5f * normal.Z));

    public static Vector3 Haze(Vector3 colour, Vector3 direction, float distance)
    {
        var left = new Vector3(
            MathF.Exp(-distance / HazeReach.X), MathF.Exp(-distance / HazeReach.Y), MathF.Exp(-distance / HazeReach.Z));
        var air = (Horizon * 0.72f) + (Glow(direction) * 0.5f);
        return (colour * left) + (air * (Vector3.One - left));
    }

    private static Vector3 Clear(Vector3 direction)
    {
        var up = MathF.Max(direction.Z, 0f);
        var low = Vector3.Lerp(Horizon, Middle, Noise.Step(0f, 1f, MathF.Sqrt(up) * 1.35f));
        return Vector3.Lerp(low, Zenith, Noise.Step(0.25f, 1f, up)) + Glow(direction);
    }

    private static Vector3 Glow(Vector3 direction)
    {
        var near = MathF.Max(0f, Vector3.Dot(direction, Sun.Direction));
        return new Vector3(1f, 0.94f, 0.82f) * ((0.18f * MathF.Pow(near, 6f)) + (0.5f * MathF.Pow(near, 60f)));
    }

    private static Vector3 Disc(Vector3 direction)
    {
        var near = MathF.Max(0f, Vector3.Dot(direction, Sun.Direction));
        return new Vector3(1f, 0.96f, 0.88f) * ((3f * MathF.Pow(near, 900f)) + (near > 0.99985f ? 30f : 0f));
    }

    /// <summary>Fair-weather clouds on a flat layer: how much they cover, and how dark their inside is.</summary>
    private static (float Cover, float Shade) Cloud(Vector3 direction)
    {
        var place = new Vector2(direction.X, direction.Y) * (1.15f / (direction.Z + 0.16f));
        var sunward = new Vector2(Sun.Direction.X, Sun.Direction.Y) * 0.09f;
        var density = Density(place);
        var shade = Math.Clamp(0.05f + (1.5f * Density(place + sunward)) - (0.7f * density), 0f, 1f);
        return (Noise.Step(0f, 0.5f, density), shade);
    }

    private static float Density(Vector2 place)
    {
        var warp = new Vector2(Noise.Smooth(place * 1.7f, 91), Noise.Smooth(place * 1.7f, 92)) * 0.10f;
        var shape = Noise.Fractal((place + warp) * 1.25f, 7, 95);
        return (shape * 1.7f) - 0.10f;
    }
}
