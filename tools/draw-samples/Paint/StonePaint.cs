using System.Numerics;
using DrawSamples.Geometry;

namespace DrawSamples.Paint;

internal static class StonePaint
{
    private static readonly Vector3 Grey = new(0.29f, 0.28f, 0.265f);
    private static readonly Vector3 Mortar = new(0.42f, 0.39f, 0.34f);
    private static readonly Vector3 Lichen = new(0.24f, 0.245f, 0.13f);

    public static Surface Rock(in Hit hit)
    {
        var grain = Noise.Solid(hit.Position * 38f, 111) + Noise.Solid(hit.Position * 90f, 112);
        var lichen = Noise.Step(0.15f, 0.6f, Noise.Solid(hit.Position * 7f, 113)) * Math.Clamp(hit.Normal.Z + 0.3f, 0f, 1f);
        var warmth = Vector3.Lerp(Vector3.One, new Vector3(1.04f, 1f, 0.94f), hit.Tint);
        var colour = Vector3.Lerp(Grey * warmth * hit.Tone, Lichen, lichen * 0.6f) * (1f + (0.16f * grain));
        return new Surface(colour, Painter.Roughen(hit.Normal, hit.Position * 22f, 0.35f, 114));
    }

    /// <summary>Rough stones of many sizes in pale mortar.</summary>
    public static Surface Masonry(in Hit hit)
    {
        var place = OnWall(hit) * new Vector2(2.3f, 4.1f);
        place += new Vector2(Noise.Smooth(place, 121), Noise.Smooth(place, 122)) * 0.22f;
        var (edge, stone) = Stones(place);
        var shade = 0.75f + (0.55f * Noise.Cell((int)(stone % 65536), 3, 123)) + (0.15f * Noise.Solid(hit.Local * 30f, 124));
        var inside = Noise.Step(0.05f, 0.16f, edge);
        var normal = Painter.Roughen(hit.Normal, hit.Local * 14f, 0.12f + (0.25f * inside), 125);
        return new Surface(Vector3.Lerp(Mortar, Grey * shade, inside), normal);
    }

    /// <summary>Heavy slabs in rows down the slope.</summary>
    public static Surface RoofSlab(in Hit hit)
    {
        var row = hit.Local.Z * 4.6f;
        var rowIndex = (int)MathF.Floor(row);
        var along = (hit.Local.Y * 2.2f) + (Noise.Cell(rowIndex, 0, 131) * 3f);
        var slab = Noise.Cell(rowIndex, (int)MathF.Floor(along), 132);
        var joint = MathF.Min(Edge(along) * 0.5f, Edge(row));
        var lichen = Noise.Step(0.1f, 0.7f, Noise.Solid(hit.Local * 1.7f, 133));
        var colour = Vector3.Lerp(new Vector3(0.20f, 0.195f, 0.195f) * (0.7f + (0.6f * slab)), Lichen, 0.4f * lichen);
        var gap = 0.45f + (0.55f * Noise.Step(0f, 0.12f, joint));
        return new Surface(colour * gap, Painter.Roughen(hit.Normal, hit.Local * 5f, 0.22f, 134));
    }

    private static float Edge(float value)
    {
        var part = value - MathF.Floor(value);
        return MathF.Min(part, 1f - part);
    }

    private static Vector2 OnWall(in Hit hit) =>
        new(MathF.Abs(hit.LocalNormal.X) > MathF.Abs(hit.LocalNormal.Y) ? hit.Local.Y + 40f : hit.Local.X, hit.Local.Z);

    /// <summary>How far the place is from the joint between its two nearest stones, and which stone it is on.</summary>
    private static (float Edge, uint Stone) Stones(Vector2 place)
    {
        var (nearest, second, stone) = (float.MaxValue, float.MaxValue, 0u);
        for (var neighbour = 0; neighbour < 9; neighbour++)
        {
            var x = (int)MathF.Floor(place.X) + (neighbour % 3) - 1;
            var y = (int)MathF.Floor(place.Y) + (neighbour / 3) - 1;
            var shift = new Vector2(0.7f * (Noise.Cell(x, y, 126) - 0.5f), 0.5f * (Noise.Cell(x, y, 127) - 0.5f));
            var distance = Vector2.Distance(place, new Vector2(x + 0.5f, y + 0.5f) + shift);
            if (distance < nearest)
            {
                (nearest, second, stone) = (distance, nearest, Noise.Mix((uint)((x * 7919) + y)));
            }
            else
            {
                second = MathF.Min(second, distance);
            }
        }

        return (second - nearest, stone);
    }
}
