using System.Numerics;
using System.Runtime.InteropServices;
using DrawSamples.Geometry;

namespace DrawSamples.World;

/// <summary>Trees and bushes, grown at full size with their foot at the origin.</summary>
internal static class Trees
{
    public static Mesh Spruce(uint seed, float height)
    {
        var dice = new Dice(seed);
        var builder = new MeshBuilder();
        builder.Tube(new Vector3(0f, 0f, -0.5f), new Vector3(0f, 0f, height), height * 0.017f, 0.01f, 8, Material.Bark);
        var reach = height * dice.Between(0.17f, 0.21f);
        for (var level = height * 0.07f; level < height * 0.985f; level += height * dice.Between(0.011f, 0.019f))
        {
            var left = 1f - (level / height);
            var length = reach * (0.04f + (0.96f * MathF.Pow(left, 0.85f))) * dice.Between(0.7f, 1.1f);
            var boughs = 5 + (int)(left * 6f);
            var turn = dice.Angle();
            for (var bough = 0; bough < boughs; bough++)
            {
                var angle = turn + (MathF.Tau * (bough + dice.Between(-0.45f, 0.45f)) / boughs);
                Bough(builder, dice, new Vector3(0f, 0f, level), angle, length * dice.Between(0.6f, 1.15f), left);
            }
        }

        return builder.Build();
    }

    public static Mesh Broadleaf(uint seed, float height)
    {
        var dice = new Dice(seed);
        var builder = new MeshBuilder();
        var crown = new Crown(new Vector3(0f, 0f, height * 0.62f), new Vector3(height * 0.3f, height * 0.3f, height * 0.4f));
        var fork = new Vector3(dice.Between(-0.2f, 0.2f), dice.Between(-0.2f, 0.2f), height * 0.24f);
        builder.Tube(new Vector3(0f, 0f, -0.5f), fork, height * 0.028f, height * 0.022f, 10, Material.Bark);
        for (var limb = 0; limb < 9; limb++)
        {
            var direction = Outward(dice, MathF.Tau * limb / 4.5f, limb % 3 == 0 ? 3f : dice.Between(0.25f, 1.5f));
            Limb(builder, dice, crown, fork, direction, height * dice.Between(0.20f, 0.32f), height * 0.013f, 3);
        }

        return builder.Build();
    }

    public static Mesh Bush(uint seed, float height)
    {
        var dice = new Dice(seed);
        var builder = new MeshBuilder();
        var crown = new Crown(new Vector3(0f, 0f, height * 0.45f), new Vector3(height * 0.6f, height * 0.6f, height * 0.55f));
        for (var stem = 0; stem < 9; stem++)
        {
            Limb(builder, dice, crown, Vector3.Zero, Outward(dice, dice.Angle(), dice.Between(0.5f, 2f)), height * 0.4f, height * 0.02f, 2);
        }

        return builder.Build();
    }

    /// <summary>One bough of a spruce: sinking outwards, its tip raised, twigs hanging to both sides.</summary>
    private static void Bough(MeshBuilder builder, Dice dice, Vector3 from, float angle, float length, float age)
    {
        var (sin, cos) = MathF.SinCos(angle);
        var outward = new Vector3(cos, sin, 0f);
        var side = new Vector3(-sin, cos, 0f);
        var twigs = Math.Max(4, (int)(length / 0.085f));
        for (var twig = 0; twig < twigs; twig++)
        {
            var part = (twig + dice.Next()) / twigs;
            var sink = length * ((-0.75f * age * part) + (0.38f * age * part * part) + (0.3f * (1f - age) * part));
            var root = from + (outward * (length * part)) + new Vector3(0f, 0f, sink);
            var reach = (0.16f + (0.30f * length * (1f - part) * 0.6f)) * dice.Between(0.7f, 1.3f);
            var tone = Noise.Lerp(0.25f, 1f, part) * dice.Between(0.8f, 1.15f);
            var turn = (twig & 1) == 0 ? side : -side;
            var aside = ((turn * 0.8f) + (outward * dice.Between(0.3f, 0.8f))) * reach;
            var tip = root + aside - new Vector3(0f, 0f, reach * dice.Between(0.1f, 0.55f));
            var width = ((outward * 0.75f) + new Vector3(0f, 0f, dice.Between(-0.5f, 0.5f))) * (0.05f + (reach * 0.16f));
            builder.Triangle(root - width, root + width, tip, Material.Needle, tone);
            var hanging = root + (outward * 0.05f) - new Vector3(0f, 0f, 0.2f * age);
            builder.Triangle(root, root + (outward * 0.16f), hanging, Material.Needle, tone * 0.8f);
        }
    }

    private static void Limb(
        MeshBuilder builder, Dice dice, in Crown crown, Vector3 from, Vector3 direction, float length, float radius, int generations)
    {
        var to = from + (direction * length);
        builder.Tube(from, to, radius, radius * 0.6f, 5, Material.Bark);
        if (generations == 0)
        {
            Leaves(builder, dice, crown, from, to);
            return;
        }

        for (var child = 0; child < 4; child++)
        {
            var start = Vector3.Lerp(from, to, dice.Between(0.45f, 1f));
            var bent = Vector3.Normalize(direction + (Outward(dice, dice.Angle(), dice.Between(-0.6f, 0.8f)) * 0.9f));
            Limb(builder, dice, crown, start, bent, length * dice.Between(0.55f, 0.75f), radius * 0.55f, generations - 1);
        }
    }

    private static void Leaves(MeshBuilder builder, Dice dice, in Crown crown, Vector3 from, Vector3 to)
    {
        var spread = Vector3.Distance(from, to) * 0.75f;
        for (var leaf = 0; leaf < 46; leaf++)
        {
            var on = Vector3.Lerp(from, to, dice.Between(0.1f, 1.25f));
            var centre = on + (Outward(dice, dice.Angle(), dice.Between(-1f, 1f)) * (spread * dice.Next()));
            var along = Outward(dice, dice.Angle(), dice.Between(-0.8f, 0.4f)) * 0.085f;
            var across = Vector3.Normalize(Vector3.Cross(along, Outward(dice, dice.Angle(), 1f))) * 0.04f;
            var tone = crown.Openness(centre) * dice.Between(0.8f, 1.15f);
            builder.Quad(centre - along, centre - across, centre + along, centre + across, Material.Leaf, tone);
        }
    }

    /// <summary>A unit vector at an angle around the stem, rising by <paramref name="lift"/> for each step out.</summary>
    private static Vector3 Outward(Dice dice, float angle, float lift)
    {
        var (sin, cos) = MathF.SinCos(angle + dice.Between(-0.4f, 0.4f));
        return Vector3.Normalize(new Vector3(cos, sin, lift));
    }

    /// <summary>The space that leaves fill: dark at its heart, open at its skin.</summary>
    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Crown(Vector3 Centre, Vector3 Radii)
    {
        public float Openness(Vector3 point) => Math.Clamp(0.25f + (0.75f * ((point - Centre) / Radii).Length()), 0.3f, 1f);
    }
}
