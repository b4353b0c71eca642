using System.Numerics;

namespace DrawSamples.Geometry;

/// <summary>Gathers triangles from simple shapes.</summary>
internal sealed class MeshBuilder
{
    private readonly List<Triangle> _triangles = [];

    public Mesh Build() => new(_triangles);

    public void Triangle(Vector3 a, Vector3 b, Vector3 c, Material material, float tone = 1f) =>
        _triangles.Add(new Triangle(a, b, c, material, tone));

    /// <summary>Four corners in order around the face.</summary>
    public void Quad(Vector3 a, Vector3 b, Vector3 c, Vector3 d, Material material, float tone = 1f)
    {
        Triangle(a, b, c, material, tone);
        Triangle(a, c, d, material, tone);
    }

    public void Box(Vector3 min, Vector3 max, Material material, float tone = 1f)
    {
        var size = max - min;
        Slab(min, new Vector3(size.X, 0f, 0f), new Vector3(0f, size.Y, 0f), new Vector3(0f, 0f, size.Z), material, tone);
    }

    /// <summary>A box with free edges, from one corner.</summary>
    public void Slab(Vector3 corner, Vector3 x, Vector3 y, Vector3 z, Material material, float tone = 1f)
    {
        Face(corner, x, y);
        Face(corner + z, x, y);
        Face(corner, y, z);
        Face(corner + x, y, z);
        Face(corner, x, z);
        Face(corner + y, x, z);

        void Face(Vector3 at, Vector3 along, Vector3 up) => Quad(at, at + along, at + along + up, at + up, material, tone);
    }

    /// <summary>A round beam, stem or branch, open at its ends unless it tapers to nothing.</summary>
    public void Tube(Vector3 from, Vector3 to, float fromRadius, float toRadius, int sides, Material material, float tone = 1f)
    {
        var axis = Vector3.Normalize(to - from);
        var side = Vector3.Normalize(Vector3.Cross(axis, MathF.Abs(axis.Z) < 0.9f ? Vector3.UnitZ : Vector3.UnitX));
        var other = Vector3.Cross(axis, side);
        for (var index = 0; index < sides; index++)
        {
            var here = Spoke(index);
            var next = Spoke(index + 1);
            Quad(from + (here * fromRadius), from + (next * fromRadius), to + (next * toRadius), to + (here * toRadius), material, tone);
            Triangle(to, to + (here * toRadius), to + (next * toRadius), material, tone);
        }

        Vector3 Spoke(int index)
        {
            var (sin, cos) = MathF.SinCos(MathF.Tau * index / sides);
            return (side * cos) + (other * sin);
        }
    }

    /// <summary>A lumpy stone: a ball of latitude bands pushed in and out by noise.</summary>
    public void Stone(Vector3 centre, Vector3 radii, int bands, uint seed, float tone)
    {
        for (var band = 0; band < bands; band++)
        {
            for (var step = 0; step < 2 * bands; step++)
            {
                var (lowHere, lowNext) = (Surface(band, step), Surface(band, step + 1));
                var (highHere, highNext) = (Surface(band + 1, step), Surface(band + 1, step + 1));
                Quad(lowHere, lowNext, highNext, highHere, Material.Rock, tone);
            }
        }

        Vector3 Surface(int band, int step)
        {
            var (sinTurn, cosTurn) = MathF.SinCos(MathF.PI * (step % (2 * bands)) / bands);
            var (sinTilt, cosTilt) = MathF.SinCos(MathF.PI * band / bands);
            var direction = new Vector3(sinTilt * cosTurn, sinTilt * sinTurn, cosTilt);
            var push = 1f + (0.28f * Noise.Solid(direction * 1.3f, seed)) + (0.10f * Noise.Solid(direction * 4f, seed + 1));
            return centre + (Squared(direction) * radii * push);
        }
    }

    /// <summary>Between a ball and a box, as broken stones are.</summary>
    private static Vector3 Squared(Vector3 direction)
    {
        var largest = MathF.Max(MathF.Abs(direction.X), MathF.Max(MathF.Abs(direction.Y), MathF.Abs(direction.Z)));
        return direction * Noise.Lerp(1f, 0.8f / largest, 0.55f);
    }
}
