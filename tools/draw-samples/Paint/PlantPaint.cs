using System.Numerics;
using DrawSamples.Geometry;

namespace DrawSamples.Paint;

internal static class PlantPaint
{
    private static readonly Vector3[] Petals =
    [
        new(0.62f, 0.045f, 0.05f), new(0.80f, 0.80f, 0.76f), new(0.85f, 0.62f, 0.04f), new(0.40f, 0.16f, 0.50f), new(0.85f, 0.70f, 0.06f),
    ];

    public static Surface Bark(in Hit hit)
    {
        var ridges = Noise.Solid(hit.Local * new Vector3(26f, 26f, 5f), 101);
        var moss = Noise.Step(0.1f, 0.7f, Noise.Solid(hit.Local * 2.2f, 102));
        var colour = Vector3.Lerp(new Vector3(0.135f, 0.105f, 0.08f), new Vector3(0.10f, 0.105f, 0.055f), moss) * (1f + (0.4f * ridges));
        return new Surface(colour, Painter.Roughen(hit.Normal, hit.Local * new Vector3(30f, 30f, 6f), 0.6f, 103), Openness: 0.7f);
    }

    public static Surface Needle(in Hit hit)
    {
        var fresh = Noise.Step(0.75f, 1.1f, hit.Tone);
        var hue = Vector3.Lerp(new Vector3(0.050f, 0.088f, 0.034f), new Vector3(0.082f, 0.112f, 0.036f), hit.Tint);
        var colour = Vector3.Lerp(hue * 0.8f, hue * 1.35f, fresh) * (0.75f + (0.4f * hit.Tone));
        return new Surface(colour, Upwards(hit.Normal, 0.35f), Glow: 0.4f, Openness: Math.Clamp(hit.Tone, 0.25f, 1f));
    }

    public static Surface Leaf(in Hit hit)
    {
        var hue = Vector3.Lerp(new Vector3(0.085f, 0.150f, 0.030f), new Vector3(0.135f, 0.180f, 0.035f), hit.Tint);
        var colour = hue * (0.7f + (0.4f * hit.Tone));
        return new Surface(colour, Upwards(hit.Normal, 0.2f), Glow: 0.65f, Openness: Math.Clamp(hit.Tone, 0.25f, 1f), Gloss: 0.05f);
    }

    public static Surface Grass(in Hit hit)
    {
        var point = new Vector2(hit.Position.X, hit.Position.Y);
        var dry = (GroundPaint.Dryness(point) * 0.5f) + (0.25f * hit.Tint * hit.Tint);
        var hue = Vector3.Lerp(new Vector3(0.105f, 0.158f, 0.038f), new Vector3(0.21f, 0.195f, 0.075f), dry);
        var height = Math.Clamp(hit.Local.Z / 0.14f, 0f, 1f);
        var colour = hue * hit.Tone * (0.65f + (0.4f * height));
        return new Surface(colour, Upwards(hit.Normal, 0.6f), Glow: 0.5f, Openness: 0.4f + (0.6f * height));
    }

    public static Surface Petal(in Hit hit)
    {
        var kind = (int)(Math.Clamp(hit.Tone, 0f, 0.999f) * Petals.Length);
        return new Surface(Petals[kind], Upwards(hit.Normal, 0.4f), Glow: 0.4f);
    }

    /// <summary>Small leaves stand every way; together they take light like a rounded whole.</summary>
    private static Vector3 Upwards(Vector3 normal, float share) => Vector3.Normalize(Vector3.Lerp(normal, Vector3.UnitZ, share));
}
