using System.Numerics;

namespace DrawSamples.Geometry;

/// <summary>One mesh placed in the world. Many placements share one mesh. Tint sets a placement apart from its twins.</summary>
internal sealed class Placement
{
    private readonly Matrix4x4 _toLocal;
    private readonly Matrix4x4 _normalToWorld;

    public Placement(Mesh mesh, Matrix4x4 toWorld, float tint = 0.5f)
    {
        Mesh = mesh;
        Tint = tint;
        Bounds = mesh.Bounds.Through(toWorld);
        Matrix4x4.Invert(toWorld, out _toLocal);
        _normalToWorld = Matrix4x4.Transpose(_toLocal);
    }

    public Mesh Mesh { get; }

    public float Tint { get; }

    public Bounds Bounds { get; }

    /// <summary>The direction keeps its stretched length, so distances stay those of the world.</summary>
    public Ray ToLocal(in Ray ray) =>
        new(Vector3.Transform(ray.Origin, _toLocal), Vector3.TransformNormal(ray.Direction, _toLocal));

    public Vector3 NormalToWorld(Vector3 normal) => Vector3.Normalize(Vector3.TransformNormal(normal, _normalToWorld));
}

internal sealed class Scene
{
    private readonly Placement[] _placements;
    private readonly Bvh _tree;

    public Scene(IEnumerable<Placement> placements)
    {
        _placements = [.. placements];
        _tree = new Bvh([.. _placements.Select(placement => placement.Bounds)]);
    }

    public Hit? Meet(in Ray ray)
    {
        var probe = new NearestProbe(_placements, ray);
        _tree.Walk(ray, ref probe);
        return probe.Placement is { } placement ? Describe(ray, placement, probe.Triangle, probe.Reach) : null;
    }

    public bool Blocks(in Ray ray, float reach)
    {
        var probe = new BlockProbe(_placements, ray, reach);
        _tree.Walk(ray, ref probe);
        return probe.Found;
    }

    private static Hit Describe(in Ray ray, Placement placement, int index, float distance)
    {
        ref readonly var triangle = ref placement.Mesh[index];
        var localNormal = triangle.Normal;
        var normal = placement.NormalToWorld(localNormal);
        var towardsViewer = Vector3.Dot(normal, ray.Direction) < 0f ? 1f : -1f;
        return new Hit(
            distance,
            ray.At(distance),
            placement.ToLocal(ray).At(distance),
            normal * towardsViewer,
            localNormal * towardsViewer,
            triangle.Material,
            triangle.Tone,
            placement.Tint);
    }

    private struct NearestProbe(Placement[] placements, Ray ray) : IProbe
    {
        private readonly Ray _ray = ray;
        private float _reach = float.MaxValue;

        public Placement? Placement { get; private set; }

        public int Triangle { get; private set; }

        public readonly float Reach => _reach;

        public bool Try(int index)
        {
            var placement = placements[index];
            var found = placement.Mesh.Nearest(placement.ToLocal(_ray), ref _reach);
            if (found >= 0)
            {
                Placement = placement;
                Triangle = found;
            }

            return false;
        }
    }

    private struct BlockProbe(Placement[] placements, Ray ray, float reach) : IProbe
    {
        private readonly Ray _ray = ray;

        public bool Found { get; private set; }

        public readonly float Reach => reach;

        public bool Try(int index)
        {
            var placement = placements[index];
            Found = placement.Mesh.Blocks(placement.ToLocal(_ray), Reach);
            return Found;
        }
    }
}
