using System.Numerics;
using DrawSamples.Geometry;

namespace DrawSamples.World;

/// <summary>Patches of grass, one metre wide, and gravel for the trail.</summary>
internal static class Meadow
{
    public static Mesh Grass(uint seed, int blades, float height, int flowers)
    {
        var dice = new Dice(seed);
        var builder = new MeshBuilder();
        for (var blade = 0; blade < blades; blade++)
        {
            Blade(builder, dice, Root(dice), height * (0.25f + (0.9f * MathF.Pow(dice.Next(), 1.6f))));
        }

        for (var flower = 0; flower < flowers; flower++)
        {
            Flower(builder, dice, Root(dice), height * dice.Between(0.8f, 1.25f));
        }

        return builder.Build();
    }

    public static Mesh Gravel(uint seed, int stones)
    {
        var dice = new Dice(seed);
        var builder = new MeshBuilder();
        for (var stone = 0; stone < stones; stone++)
        {
            var size = 0.005f + (0.017f * MathF.Pow(dice.Next(), 5f));
            var radii = new Vector3(size * dice.Between(0.8f, 1.4f), size * dice.Between(0.8f, 1.4f), size * 0.7f);
            builder.Stone(Root(dice) + new Vector3(0f, 0f, size * 0.2f), radii, 4, dice.Seed(), dice.Between(0.95f, 1.35f));
        }

        return builder.Build();
    }

    private static Vector3 Root(Dice dice) => new(dice.Between(-0.55f, 0.55f), dice.Between(-0.55f, 0.55f), 0f);

    private static void Blade(MeshBuilder builder, Dice dice, Vector3 root, float height)
    {
        var (sin, cos) = MathF.SinCos(dice.Angle());
        var width = new Vector3(-sin, cos, 0f) * dice.Between(0.002f, 0.0048f);
        var lean = new Vector3(cos, sin, 0f) * (height * dice.Between(0.1f, 0.75f));
        var middle = root + (lean * 0.3f) + new Vector3(0f, 0f, height * 0.6f);
        var tip = root + lean + new Vector3(0f, 0f, height * dice.Between(0.85f, 1f));
        var tone = dice.Between(0.75f, 1.2f);
        builder.Quad(root - width, root + width, middle + (width * 0.8f), middle - (width * 0.8f), Material.Grass, tone);
        builder.Triangle(middle - (width * 0.8f), middle + (width * 0.8f), tip, Material.Grass, tone);
    }

    private static void Flower(MeshBuilder builder, Dice dice, Vector3 root, float height)
    {
        var top = root + new Vector3(dice.Between(-0.05f, 0.05f), dice.Between(-0.05f, 0.05f), height);
        var kind = dice.Next();
        builder.Tube(root, top, 0.003f, 0.002f, 3, Material.Grass, 0.9f);
        for (var petal = 0; petal < 5; petal++)
        {
            var here = Rim(petal);
            var next = Rim(petal + 0.8f);
            builder.Triangle(top, top + here, top + next, Material.Petal, kind);
        }

        Vector3 Rim(float petal)
        {
            var (sin, cos) = MathF.SinCos(MathF.Tau * petal / 5f);
            return new Vector3(cos * 0.022f, sin * 0.022f, 0.006f);
        }
    }
}
