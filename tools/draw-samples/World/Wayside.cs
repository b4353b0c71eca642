using System.Numerics;
using DrawSamples.Geometry;

namespace DrawSamples.World;

/// <summary>What stands along the trail: fence, dry stone wall, signpost, boulders.</summary>
internal static class Wayside
{
    public static Mesh Fence(Terrain terrain, IReadOnlyList<Vector2> line)
    {
        var dice = new Dice(501);
        var builder = new MeshBuilder();
        var posts = line.Select(point => Post(builder, dice, terrain.On(point))).ToList();
        foreach (var (from, to) in posts.Zip(posts.Skip(1)))
        {
            foreach (var height in (float[])[0.42f, 0.86f])
            {
                var start = Vector3.Lerp(from.Foot, from.Top, height) + Shift(dice);
                var end = Vector3.Lerp(to.Foot, to.Top, height) + Shift(dice);
                var beyond = Vector3.Normalize(end - start) * 0.14f;
                builder.Tube(start - beyond, end + beyond, 0.05f, 0.042f, 7, Material.Weathered, dice.Between(0.85f, 1.1f));
            }
        }

        return builder.Build();
    }

    public static Mesh DryWall(Terrain terrain, IReadOnlyList<Vector2> line)
    {
        var dice = new Dice(502);
        var builder = new MeshBuilder();
        foreach (var (from, to) in line.Zip(line.Skip(1)))
        {
            for (var course = 0; course < 4; course++)
            {
                Course(builder, dice, terrain, from, to, course);
            }
        }

        return builder.Build();
    }

    public static Mesh Boulder(uint seed)
    {
        var builder = new MeshBuilder();
        builder.Stone(Vector3.Zero, new Vector3(1f, 0.8f, 0.62f), 48, seed, 1f);
        return builder.Build();
    }

    /// <summary>A pole with arrow plates; they point along +X and -X and are read from -Y.</summary>
    public static Mesh Signpost()
    {
        var builder = new MeshBuilder();
        builder.Tube(new Vector3(0f, 0f, -0.4f), new Vector3(0f, 0f, 2.75f), 0.055f, 0.05f, 12, Material.Weathered, 0.8f);
        Plate(builder, 2.5f, 0.86f, 1f);
        Plate(builder, 2.27f, 0.74f, 1f);
        Plate(builder, 2.02f, 0.8f, -1f);
        return builder.Build();
    }

    private static void Plate(MeshBuilder builder, float height, float length, float direction)
    {
        const float Half = 0.095f;
        var start = new Vector3(-0.16f * direction, -0.065f, height - Half);
        var end = new Vector3((length - 0.16f - 0.1f) * direction, -0.065f, height - Half);
        var up = new Vector3(0f, 0f, 2f * Half);
        builder.Slab(start, end - start, new Vector3(0f, -0.02f, 0f), up, Material.SignPlate);
        var tip = end + new Vector3(0.1f * direction, -0.02f, Half);
        builder.Triangle(end + new Vector3(0f, -0.02f, 0f), tip, end + up + new Vector3(0f, -0.02f, 0f), Material.SignPlate);
    }

    private static (Vector3 Foot, Vector3 Top) Post(MeshBuilder builder, Dice dice, Vector3 foot)
    {
        var top = foot + new Vector3(dice.Between(-0.06f, 0.06f), dice.Between(-0.06f, 0.06f), dice.Between(1.02f, 1.2f));
        builder.Tube(foot - new Vector3(0f, 0f, 0.3f), top, 0.075f, 0.065f, 9, Material.Weathered, dice.Between(0.8f, 1.1f));
        return (foot, top);
    }

    private static Vector3 Shift(Dice dice) => new(dice.Between(-0.03f, 0.03f), dice.Between(-0.03f, 0.03f), dice.Between(-0.05f, 0.05f));

    private static void Course(MeshBuilder builder, Dice dice, Terrain terrain, Vector2 from, Vector2 to, int course)
    {
        var length = Vector2.Distance(from, to);
        var along = (to - from) / length;
        var across = new Vector2(along.Y, -along.X);
        for (var place = dice.Between(0f, 0.2f); place < length; place += dice.Between(0.2f, 0.38f))
        {
            foreach (var side in (float[])[-0.16f, 0.16f])
            {
                var foot = terrain.On(from + (along * place) + (across * (side + dice.Between(-0.05f, 0.05f))));
                var centre = foot + new Vector3(0f, 0f, 0.05f + (course * 0.17f) + dice.Between(-0.03f, 0.03f));
                var radii = new Vector3(dice.Between(0.13f, 0.23f), dice.Between(0.13f, 0.2f), dice.Between(0.08f, 0.12f));
                builder.Stone(centre, radii, 7, dice.Seed(), dice.Between(0.75f, 1.2f));
            }
        }
    }
}
