using System.Numerics;
using DrawSamples.Geometry;
using DrawSamples.World;

namespace DrawSamples.Paint;

/// <summary>Meadow, trail, forest floor, rock and snow, by place, height and steepness.</summary>
internal sealed class GroundPaint(Terrain terrain, TrackMap map)
{
    private const float FarAway = 260f;

    private static readonly Vector3 Lawn = new(0.088f, 0.128f, 0.032f);
    private static readonly Vector3 DryGrass = new(0.18f, 0.165f, 0.07f);
    private static readonly Vector3 Soil = new(0.10f, 0.075f, 0.045f);
    private static readonly Vector3 Gravel = new(0.275f, 0.230f, 0.172f);
    private static readonly Vector3 Forest = new(0.022f, 0.045f, 0.020f);
    private static readonly Vector3 Alp = new(0.095f, 0.105f, 0.042f);
    private static readonly Vector3 Cliff = new(0.23f, 0.215f, 0.20f);
    private static readonly Vector3 Snow = new(0.82f, 0.85f, 0.90f);

    /// <summary>From 0 to 1: grass turns yellow in patches, on the ground and in its blades alike.</summary>
    public static float Dryness(Vector2 point) => Noise.Step(-0.1f, 0.5f, Noise.Fractal(point / 22f, 4, 61));

    public Surface Paint(in Hit hit)
    {
        var point = new Vector2(hit.Position.X, hit.Position.Y);
        var normal = terrain.Normal(point, MathF.Max(0.06f, hit.Distance * 0.0012f));
        return hit.Distance > FarAway ? Mountain(hit, point, normal) : Near(hit, point, normal);
    }

    private static Surface Mountain(in Hit hit, Vector2 point, Vector3 normal)
    {
        var height = hit.Position.Z + (90f * Noise.Fractal(point / 300f, 4, 51));
        var steep = 1f - normal.Z;
        var patches = Noise.Fractal(point / 190f, 6, 52);
        var woods = Noise.Step(-0.06f, 0.14f, patches + 0.10f - (0.2f * Noise.Step(350f, 640f, height))) * Noise.Step(760f, 520f, height);
        var crowns = 0.55f + (0.9f * Noise.Cell((int)MathF.Floor(point.X / 7f), (int)MathF.Floor(point.Y / 7f), 53));
        var colour = Vector3.Lerp(Meadow(point), Alp, 0.55f + (0.45f * Noise.Step(250f, 650f, height)));
        colour = Vector3.Lerp(colour, Forest * crowns, woods);
        var exposed = (0.12f * Noise.Fractal(point / 90f, 3, 54)) + (0.22f * Noise.Step(600f, 1200f, height));
        var bare = Noise.Step(0.22f, 0.42f, steep + exposed);
        colour = Vector3.Lerp(colour, Strata(hit.Position), bare * Noise.Step(150f, 420f, height));
        var snow = Noise.Step(1080f, 1330f, height + (260f * Noise.Fractal(point / 420f, 4, 55))) * Noise.Step(0.52f, 0.36f, steep);
        return new Surface(Vector3.Lerp(colour, Snow, snow), normal, Openness: 0.9f);
    }

    private static Vector3 Strata(Vector3 place)
    {
        var flat = new Vector2(place.X, place.Y);
        var layers = Noise.Smooth(new Vector2((place.Z + (60f * Noise.Fractal(flat / 500f, 3, 56))) / 26f, 0.5f), 57);
        return Cliff * (1f + (0.22f * layers) + (0.35f * Noise.Fractal(flat / 60f, 4, 58)));
    }

    private static Vector3 Meadow(Vector2 point)
    {
        var shade = 1f + (0.35f * Noise.Fractal(point / 3.1f, 3, 62));
        return Vector3.Lerp(Lawn, DryGrass, Dryness(point) * 0.55f) * shade;
    }

    private Surface Near(in Hit hit, Vector2 point, Vector3 normal)
    {
        var aside = MathF.Abs(map.Aside(point));
        var fine = Noise.Fractal(point / 0.045f, 3, 63);
        var meadow = Vector3.Lerp(Meadow(point) * (0.85f + (0.8f * fine)), Soil, 0.5f * Noise.Step(30f, 6f, hit.Distance));
        var worn = aside + (0.5f * Noise.Fractal(point / 0.9f, 3, 64));
        var trail = Noise.Step(1.75f, 1.25f, worn);
        var rough = Painter.Roughen(normal, hit.Position / 0.018f, trail * 0.42f, 65);
        return new Surface(Vector3.Lerp(meadow, Trail(point, aside, fine), trail), rough);
    }

    private static Vector3 Trail(Vector2 point, float aside, float fine)
    {
        var wheel = MathF.Exp(-MathF.Pow((aside - 0.72f) / 0.32f, 2f));
        var damp = Noise.Step(0.05f, 0.4f, Noise.Fractal(point / 2.6f, 3, 66));
        var colour = Vector3.Lerp(Gravel * 0.80f, Gravel * 1.12f, wheel) * (1f - (0.22f * damp));
        var green = Noise.Step(0.5f, 0.1f, aside) * Noise.Step(-0.15f, 0.3f, Noise.Fractal(point / 1.5f, 3, 67));
        return Vector3.Lerp(colour, Lawn * 1.1f, green * 0.32f) * (1f + (0.8f * fine));
    }
}
