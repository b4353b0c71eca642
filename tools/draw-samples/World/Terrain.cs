using System.Numerics;
using DrawSamples.Geometry;

namespace DrawSamples.World;

/// <summary>The height of the ground everywhere: a meadow on a valley side, and mountains around the valley.</summary>
internal sealed class Terrain(Track track, TrackMap map)
{
    private const int Sectors = 1536;
    private const float Inner = 70f;
    private const float Outer = 13000f;
    private const float InnerStep = 0.4f;
    private const float OuterGrowth = 1.0125f;

    private static readonly Vector2 ValleyPoint = new(-520f, 0f);
    private static readonly Vector2 ValleyAcross = Vector2.Normalize(new Vector2(0.95f, 0.3f));

    public float Height(Vector2 point)
    {
        var height = Open(point);
        var aside = MathF.Abs(map.Aside(point));
        return aside < 6f ? OnTrail(point, height, aside) : height;
    }

    public Vector3 On(Vector2 point) => new(point, Height(point));

    /// <summary>The normal as a slope over <paramref name="span"/> metres.</summary>
    public Vector3 Normal(Vector2 point, float span)
    {
        var east = Height(point + new Vector2(span, 0f)) - Height(point - new Vector2(span, 0f));
        var north = Height(point + new Vector2(0f, span)) - Height(point - new Vector2(0f, span));
        return Vector3.Normalize(new Vector3(-east, -north, 2f * span));
    }

    /// <summary>Rings around the middle of the track, fine where the photos are taken and coarse in the mountains.</summary>
    public Mesh Build()
    {
        var centre = track.PointAt(40f);
        var radii = Radii();
        var corners = radii.Select(radius => Ring(centre, radius)).ToList();
        var builder = new MeshBuilder();
        foreach (var (inner, outer) in corners.Zip(corners.Skip(1)))
        {
            for (var sector = 0; sector < Sectors; sector++)
            {
                var next = (sector + 1) % Sectors;
                builder.Quad(inner[sector], outer[sector], outer[next], inner[next], Material.Ground);
            }
        }

        return builder.Build();
    }

    private static List<float> Radii()
    {
        var radii = new List<float>();
        for (var radius = 0.01f; radius < Outer; radius = radius < Inner ? radius + InnerStep : radius * OuterGrowth)
        {
            radii.Add(radius);
        }

        return radii;
    }

    private static float Open(Vector2 point)
    {
        var height = (0.035f * point.Y) + Hillside(point.X) + Meadow(point);
        var fromValley = Vector2.Dot(point - ValleyPoint, ValleyAcross);
        var distance = MathF.Abs(fromValley);
        return distance < 420f && point.LengthSquared() < 300f * 300f ? height : height + Mountains(point, distance);
    }

    /// <summary>Rising to the right of the track and falling to the valley on its left.</summary>
    private static float Hillside(float east)
    {
        var rise = east > 0f ? 0.10f * east * Noise.Step(0f, 40f, east) : 0f;
        var fall = east < 0f ? -26f * Noise.Step(0f, 260f, -east) : 0f;
        return rise + fall;
    }

    private static float Meadow(Vector2 point)
    {
        var height = 1.6f * Noise.Fractal(point / 34f, 2, 11);
        return point.LengthSquared() < 400f * 400f ? height + (0.22f * Noise.Fractal(point / 5f, 3, 12)) : height;
    }

    private static float Mountains(Vector2 point, float fromValley)
    {
        var away = Noise.Step(400f, 3600f, fromValley);
        var head = Noise.Step(4200f, 9500f, point.Length());
        var rise = MathF.Max(away, head);
        var foothills = 130f * Noise.Step(420f, 1500f, fromValley) * (0.5f + Noise.Fractal(point / 620f, 4, 21));
        var peaks = rise * (300f + (1750f * Noise.Ridged(point / 3100f, 10, 31)));
        return foothills + peaks;
    }

    private float OnTrail(Vector2 point, float height, float aside)
    {
        var (walked, _) = track.Locate(point);
        var bed = Open(track.PointAt(walked)) - 0.04f;
        var rut = MathF.Exp(-Squared((aside - 0.72f) / 0.24f)) * (0.05f + (0.03f * Noise.Smooth(point / 1.7f, 13)));
        var rough = 0.025f * Noise.Fractal(point / 0.6f, 2, 14);
        return Noise.Lerp(bed - rut + rough, height, Noise.Step(1.5f, 5.5f, aside));

        static float Squared(float value) => value * value;
    }

    private Vector3[] Ring(Vector2 centre, float radius)
    {
        var ring = new Vector3[Sectors];
        for (var sector = 0; sector < Sectors; sector++)
        {
            ring[sector] = On(centre + (Track.Ahead(MathF.Tau * sector / Sectors) * radius));
        }

        return ring;
    }
}
