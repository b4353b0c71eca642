using System.Numerics;
using DrawSamples.Geometry;
using DrawSamples.Paint;

namespace DrawSamples.Light;

/// <summary>Follows one ray and says what light comes back along it.</summary>
internal sealed class Tracer(Scene scene, Painter painter)
{
    private const float OcclusionReach = 2.5f;
    private const float OcclusionLight = 0.22f;
    private const float SurfaceGap = 2e-3f;

    public Vector3 Light(in Ray ray, Dice dice)
    {
        if (scene.Meet(ray) is not { } hit)
        {
            return Sky.Colour(ray.Direction);
        }

        var surface = painter.Paint(hit);
        var gap = MathF.Max(SurfaceGap, hit.Distance * 3e-4f);
        var outside = hit.Position + (hit.Normal * gap);
        var light = FromSun(surface, hit, gap, dice) + FromSky(surface, outside, hit.Distance, dice);
        var colour = (surface.Colour * light) + Mirrored(ray, surface);
        return Sky.Haze(colour, ray.Direction, hit.Distance);
    }

    private Vector3 FromSun(in Surface surface, in Hit hit, float gap, Dice dice)
    {
        var facing = Vector3.Dot(surface.Normal, Sun.Direction);
        var lit = facing > 0f ? facing : -facing * surface.Glow;
        if (lit <= 0f)
        {
            return Vector3.Zero;
        }

        var side = Vector3.Dot(hit.Normal, Sun.Direction) < 0f ? -gap : gap;
        var sunward = new Ray(hit.Position + (hit.Normal * side), Sun.Somewhere(dice));
        return scene.Blocks(sunward, float.MaxValue) ? Vector3.Zero : Sun.Strength * lit;
    }

    /// <summary>Each sample looks into one direction of the sky; what stands close there takes its light away.</summary>
    private Vector3 FromSky(in Surface surface, Vector3 outside, float distance, Dice dice)
    {
        var ambient = Sky.Ambient(surface.Normal);
        if (distance > 220f)
        {
            return ambient * surface.Openness;
        }

        var towards = Vector3.Normalize(surface.Normal + (RandomDirection(dice) * 0.97f));
        var open = scene.Blocks(new Ray(outside, towards), OcclusionReach) ? OcclusionLight : 1f;
        return ambient * (open * surface.Openness);
    }

    private static Vector3 Mirrored(in Ray ray, in Surface surface)
    {
        if (surface.Gloss <= 0f)
        {
            return Vector3.Zero;
        }

        var reflected = Vector3.Reflect(ray.Direction, surface.Normal);
        var grazing = 1f + Vector3.Dot(ray.Direction, surface.Normal);
        var share = surface.Gloss * (0.12f + (0.88f * MathF.Pow(Math.Clamp(grazing, 0f, 1f), 5f)));
        return Sky.Colour(reflected with { Z = MathF.Abs(reflected.Z) }) * share;
    }

    private static Vector3 RandomDirection(Dice dice)
    {
        var up = dice.Between(-1f, 1f);
        var around = MathF.Sqrt(1f - (up * up));
        var (sin, cos) = MathF.SinCos(dice.Angle());
        return new Vector3(cos * around, sin * around, up);
    }
}
