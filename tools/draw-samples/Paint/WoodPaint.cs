using System.Numerics;
using DrawSamples.Geometry;

namespace DrawSamples.Paint;

internal static class WoodPaint
{
    private const float PlankHeight = 0.19f;

    public static Surface Weathered(in Hit hit)
    {
        var grain = Noise.Solid(hit.Local * 24f, 141) + Noise.Solid(hit.Local * 70f, 142);
        var colour = new Vector3(0.205f, 0.18f, 0.15f) * (hit.Tone * (1f + (0.22f * grain)));
        return new Surface(colour, Painter.Roughen(hit.Normal, hit.Local * 30f, 0.3f, 143));
    }

    /// <summary>Sun-browned boards lying on each other.</summary>
    public static Surface Plank(in Hit hit)
    {
        var row = hit.Local.Z / PlankHeight;
        var index = (int)MathF.Floor(row);
        var part = row - index;
        var grain = Noise.Solid(hit.Local * new Vector3(3f, 3f, 60f), 144);
        var bleached = Noise.Step(-0.3f, 0.8f, Noise.Solid(hit.Local * 0.8f, 145));
        var colour = Vector3.Lerp(new Vector3(0.19f, 0.095f, 0.045f), new Vector3(0.25f, 0.165f, 0.10f), bleached);
        var shade = (0.8f + (0.4f * Noise.Cell(index, 1, 146)) + (0.15f * grain)) * (0.3f + (0.7f * Noise.Step(0f, 0.09f, part)));
        return new Surface(colour * (shade * hit.Tone), hit.Normal);
    }

    public static Surface Trim(in Hit hit)
    {
        var grain = Noise.Solid(hit.Local * 22f, 147);
        return new Surface(new Vector3(0.24f, 0.17f, 0.11f) * (hit.Tone * (1f + (0.15f * grain))), hit.Normal);
    }

    public static Surface Shutter(in Hit hit)
    {
        var slat = (hit.Local.Z * 14f) - MathF.Floor(hit.Local.Z * 14f);
        return new Surface(new Vector3(0.07f, 0.16f, 0.09f) * (hit.Tone * (0.6f + (0.5f * Noise.Step(0f, 0.35f, slat)))), hit.Normal);
    }
}
