using System.Numerics;
using DrawSamples.Geometry;

namespace DrawSamples.World;

/// <summary>A mountain house: stone below, timber above, stone slabs on the roof. Its front gable looks along -Y.</summary>
internal sealed class Chalet(float width, float depth, float stoneHeight, float timberHeight)
{
    private const float Pitch = 0.46f;
    private const float Overhang = 1.1f;

    /// <summary>How far the timber stands back from the stone below it.</summary>
    private const float Step = 0.12f;

    private const float WindowWidth = 0.95f;
    private const float WindowHeight = 1.15f;

    private readonly MeshBuilder _builder = new();

    private float Eaves => stoneHeight + timberHeight;

    private float Ridge => Eaves + (Pitch * width * 0.5f);

    public Mesh Build()
    {
        Walls();
        Roof();
        Balcony();
        Openings();
        return _builder.Build();
    }

    private void Walls()
    {
        var half = width * 0.5f;
        var inner = half - Step;
        _builder.Box(new Vector3(-half, 0f, -2f), new Vector3(half, depth, stoneHeight), Material.Masonry);
        _builder.Box(new Vector3(-inner, Step, stoneHeight), new Vector3(inner, depth - Step, Eaves), Material.Plank);
        foreach (var y in (float[])[Step, depth - Step])
        {
            _builder.Triangle(new Vector3(-inner, y, Eaves), new Vector3(inner, y, Eaves), new Vector3(0f, y, Ridge), Material.Plank);
        }
    }

    private void Roof()
    {
        var half = (width * 0.5f) + Overhang;
        var length = new Vector3(0f, depth + (2f * Overhang), 0f);
        var thickness = new Vector3(0f, 0f, 0.16f);
        foreach (var side in (float[])[-1f, 1f])
        {
            var ridge = new Vector3(0f, -Overhang, Ridge + 0.05f);
            var slope = new Vector3(side * half, 0f, -Pitch * half);
            _builder.Slab(ridge, slope, length, thickness, Material.RoofSlab);
            Beam(ridge - new Vector3(0f, 0.03f, 0.12f), slope, 0.06f, 0.24f);
            for (var y = 0f; y <= depth; y += 0.8f)
            {
                Beam(new Vector3(0f, y, Ridge - 0.1f), slope * 0.97f, 0.1f, 0.13f);
            }
        }

        Chimney(new Vector3(width * 0.2f, depth * 0.62f, Eaves), Ridge - Eaves + 0.7f);

        void Beam(Vector3 from, Vector3 along, float thick, float high) =>
            _builder.Slab(from, along, new Vector3(0f, thick, 0f), new Vector3(0f, 0f, high), Material.Trim);
    }

    private void Chimney(Vector3 foot, float height)
    {
        _builder.Box(foot, foot + new Vector3(0.7f, 0.7f, height), Material.Masonry);
        _builder.Box(foot + new Vector3(-0.1f, -0.1f, height), foot + new Vector3(0.8f, 0.8f, height + 0.1f), Material.RoofSlab);
    }

    private void Balcony()
    {
        var half = width * 0.5f;
        var floor = stoneHeight - 0.05f;
        _builder.Box(new Vector3(-half, -1.05f, floor), new Vector3(half, Step, floor + 0.12f), Material.Trim);
        _builder.Box(new Vector3(-half, -1.05f, floor + 0.95f), new Vector3(half, -0.97f, floor + 1.05f), Material.Trim);
        for (var x = -half + 0.05f; x < half; x += 0.19f)
        {
            _builder.Box(new Vector3(x, -1.03f, floor + 0.12f), new Vector3(x + 0.13f, -1.0f, floor + 0.97f), Material.Plank, 0.9f);
        }

        foreach (var x in (float[])[-half + 0.05f, half - 0.2f])
        {
            _builder.Box(new Vector3(x, -1.05f, -2f), new Vector3(x + 0.15f, -0.9f, Eaves + 0.2f), Material.Trim);
        }
    }

    private void Openings()
    {
        var upper = stoneHeight + 0.75f;
        foreach (var x in (float[])[-width * 0.28f, width * 0.28f])
        {
            Window(new Vector3(x, 0f, 1.05f), Vector3.UnitX, -Vector3.UnitY);
            Window(new Vector3(x, Step, upper), Vector3.UnitX, -Vector3.UnitY);
        }

        Window(new Vector3(0f, Step, Eaves + 0.15f), Vector3.UnitX * 0.8f, -Vector3.UnitY);
        Door(new Vector3(0f, 0f, 0f));
        for (var y = 1.6f; y < depth - 1f; y += 2.9f)
        {
            foreach (var side in (float[])[-1f, 1f])
            {
                var wall = Vector3.UnitX * side;
                Window(new Vector3(side * width * 0.5f, y, 1.05f), Vector3.UnitY, wall);
                Window(new Vector3(side * ((width * 0.5f) - Step), y, upper), Vector3.UnitY, wall);
            }
        }
    }

    /// <summary>Glass in a frame with a cross, open shutters, a sill with flowers.</summary>
    private void Window(Vector3 sill, Vector3 along, Vector3 outward)
    {
        Panel(-0.5f, 0f, 1f, 1f, 0.02f, Material.Glass);
        foreach (var (left, low, across, high) in ((float, float, float, float)[])
            [
                (-0.5f, 0f, 0.09f, 1f), (0.41f, 0f, 0.09f, 1f), (-0.03f, 0f, 0.06f, 1f),
                (-0.5f, 0f, 1f, 0.08f), (-0.5f, 0.92f, 1f, 0.08f), (-0.5f, 0.5f, 1f, 0.05f),
            ])
        {
            Panel(left, low, across, high, 0.06f, Material.Trim, 1.9f);
        }

        Panel(-1.06f, -0.03f, 0.53f, 1.06f, 0.07f, Material.Shutter);
        Panel(0.53f, -0.03f, 0.53f, 1.06f, 0.07f, Material.Shutter);
        Panel(-0.55f, -0.18f, 1.1f, 0.16f, 0.24f, Material.Trim, 0.8f);
        SillFlowers(sill, along, outward);

        void Panel(float left, float low, float across, float high, float depthOut, Material material, float tone = 1f) => _builder.Slab(
            sill + (along * (left * WindowWidth)) + new Vector3(0f, 0f, low * WindowHeight),
            along * (across * WindowWidth),
            outward * depthOut,
            new Vector3(0f, 0f, high * WindowHeight),
            material,
            tone);
    }

    private void SillFlowers(Vector3 sill, Vector3 along, Vector3 outward)
    {
        var dice = new Dice((uint)((sill.X * 97f) + (sill.Y * 31f) + (sill.Z * 7f) + 4000f));
        for (var flower = 0; flower < 130; flower++)
        {
            var root = sill + (along * dice.Between(-0.5f, 0.5f)) + (outward * dice.Between(0.08f, 0.3f));
            var centre = root + new Vector3(0f, 0f, dice.Between(-0.12f, 0.2f));
            var leaf = flower % 3 == 0;
            var size = leaf ? 0.05f : 0.035f;
            var first = new Vector3(dice.Between(-size, size), dice.Between(-size, size), size);
            var second = new Vector3(dice.Between(-size, size), dice.Between(-size, size), -size);
            var (material, tone) = leaf ? (Material.Leaf, 0.8f) : (Material.Petal, 0.05f);
            _builder.Quad(centre - first, centre - second, centre + first, centre + second, material, tone);
        }
    }

    private void Door(Vector3 step)
    {
        _builder.Box(step + new Vector3(-0.5f, -0.06f, 0f), step + new Vector3(0.5f, 0f, 2.05f), Material.Shutter, 0.8f);
        _builder.Box(step + new Vector3(-0.62f, -0.09f, 0f), step + new Vector3(-0.5f, 0f, 2.17f), Material.Trim);
        _builder.Box(step + new Vector3(0.5f, -0.09f, 0f), step + new Vector3(0.62f, 0f, 2.17f), Material.Trim);
        _builder.Box(step + new Vector3(-0.62f, -0.09f, 2.05f), step + new Vector3(0.62f, 0f, 2.17f), Material.Trim);
        _builder.Box(step + new Vector3(-0.9f, -1.2f, -1.5f), step + new Vector3(0.9f, 0f, -0.02f), Material.Masonry);
    }
}
