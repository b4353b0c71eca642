using System.Numerics;
using System.Runtime.InteropServices;

namespace DrawSamples.Geometry;

/// <summary>Triangles with their tree, in coordinates of their own.</summary>
internal sealed class Mesh
{
    private readonly Triangle[] _triangles;
    private readonly Bvh _tree;

    public Mesh(IReadOnlyList<Triangle> triangles)
    {
        _triangles = [.. triangles];
        _tree = new Bvh([.. _triangles.Select(triangle => triangle.Bounds)]);
    }

    public Bounds Bounds => _tree.Bounds;

    public ref readonly Triangle this[int index] => ref _triangles[index];

    /// <summary>The index of the nearest triangle before <paramref name="reach"/>, or -1.</summary>
    public int Nearest(in Ray ray, ref float reach)
    {
        var probe = new NearestProbe(this, ray, reach);
        _tree.Walk(ray, ref probe);
        reach = probe.Reach;
        return probe.Found;
    }

    public bool Blocks(in Ray ray, float reach)
    {
        var probe = new BlockProbe(this, ray, reach);
        _tree.Walk(ray, ref probe);
        return probe.Found;
    }

    private struct NearestProbe(Mesh mesh, Ray ray, float reach) : IProbe
    {
        private readonly Ray _ray = ray;

        public int Found { get; private set; } = -1;

        public float Reach { get; private set; } = reach;

        public bool Try(int index)
        {
            var distance = mesh[index].Meet(_ray);
            if (distance > 0f && distance < Reach)
            {
                Reach = distance;
                Found = index;
            }

            return false;
        }
    }

    private struct BlockProbe(Mesh mesh, Ray ray, float reach) : IProbe
    {
        private readonly Ray _ray = ray;

        public bool Found { get; private set; }

        public readonly float Reach => reach;

        public bool Try(int index)
        {
            var distance = mesh[index].Meet(_ray);
            Found = distance > 0f && distance < Reach;
            return Found;
        }
    }
}

/// <summary>Tone is the painter's: how bright or how deep inside this piece of the thing is.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly struct Triangle(Vector3 a, Vector3 b, Vector3 c, Material material, float tone)
{
    private readonly Vector3 _corner = a;
    private readonly Vector3 _first = b - a;
    private readonly Vector3 _second = c - a;

    public Material Material { get; } = material;

    public float Tone { get; } = tone;

    public Vector3 Normal => Vector3.Normalize(Vector3.Cross(_first, _second));

    public Bounds Bounds => Bounds.Nothing.With(_corner).With(_corner + _first).With(_corner + _second);

    /// <summary>The distance along the ray, or -1.</summary>
    public float Meet(in Ray ray)
    {
        var cross = Vector3.Cross(ray.Direction, _second);
        var determinant = Vector3.Dot(_first, cross);
        if (MathF.Abs(determinant) < 1e-12f)
        {
            return -1f;
        }

        var scale = 1f / determinant;
        var away = ray.Origin - _corner;
        var u = Vector3.Dot(away, cross) * scale;
        if (u is < 0f or > 1f)
        {
            return -1f;
        }

        var turned = Vector3.Cross(away, _first);
        var v = Vector3.Dot(ray.Direction, turned) * scale;
        return v < 0f || u + v > 1f ? -1f : Vector3.Dot(_second, turned) * scale;
    }
}
