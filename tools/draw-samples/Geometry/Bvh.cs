using System.Numerics;
using System.Runtime.InteropServices;

namespace DrawSamples.Geometry;

/// <summary>What a walk through the tree asks of each thing in a leaf.</summary>
internal interface IProbe
{
    /// <summary>How far the walk still has to look.</summary>
    float Reach { get; }

    /// <summary>Tries one thing; true ends the walk.</summary>
    bool Try(int index);
}

/// <summary>A tree of boxes over any things with bounds: the triangles of a mesh, the meshes of a scene.</summary>
internal sealed class Bvh
{
    private const int BinCount = 12;
    private const int LeafSize = 3;
    private const int DeepestWalk = 64;

    private readonly Node[] _nodes;
    private readonly int[] _order;
    private int _used = 1;

    public Bvh(Bounds[] things)
    {
        _order = [.. Enumerable.Range(0, things.Length)];
        _nodes = new Node[Math.Max(1, 2 * things.Length)];
        Build(0, 0, things.Length, things);
    }

    public Bounds Bounds => new(_nodes[0].Min, _nodes[0].Max);

    public void Walk<TProbe>(in Ray ray, ref TProbe probe)
        where TProbe : struct, IProbe
    {
        Span<int> waiting = stackalloc int[DeepestWalk];
        var depth = 1;
        while (depth > 0)
        {
            ref readonly var node = ref _nodes[waiting[--depth]];
            if (node.Count == 0)
            {
                depth = Descend(node, ray, probe.Reach, waiting, depth);
            }
            else if (TryLeaf(node, ref probe))
            {
                return;
            }
        }
    }

    /// <summary>Puts the children that the ray enters on the waiting list, the nearer one last, and says how long it is now.</summary>
    private int Descend(in Node node, in Ray ray, float reach, Span<int> waiting, int depth)
    {
        var (near, far) = (node.First, node.First + 1);
        var nearEntry = Entry(_nodes[near], ray, reach);
        var farEntry = Entry(_nodes[far], ray, reach);
        if (farEntry < nearEntry)
        {
            (near, far) = (far, near);
            (nearEntry, farEntry) = (farEntry, nearEntry);
        }

        if (farEntry < float.MaxValue)
        {
            waiting[depth++] = far;
        }

        if (nearEntry < float.MaxValue)
        {
            waiting[depth++] = near;
        }

        return depth;
    }

    private static float Entry(in Node node, in Ray ray, float reach)
    {
        var first = (node.Min - ray.Origin) * ray.Inverse;
        var second = (node.Max - ray.Origin) * ray.Inverse;
        var low = Vector3.Min(first, second);
        var high = Vector3.Max(first, second);
        var enter = MathF.Max(MathF.Max(low.X, low.Y), MathF.Max(low.Z, 0f));
        var leave = MathF.Min(MathF.Min(high.X, high.Y), MathF.Min(high.Z, reach));
        return enter <= leave ? enter : float.MaxValue;
    }

    private bool TryLeaf<TProbe>(in Node node, ref TProbe probe)
        where TProbe : struct, IProbe
    {
        for (var at = node.First; at < node.First + node.Count; at++)
        {
            if (probe.Try(_order[at]))
            {
                return true;
            }
        }

        return false;
    }

    private void Build(int index, int first, int count, Bounds[] things)
    {
        var bounds = Bounds.Nothing;
        var centres = Bounds.Nothing;
        foreach (var thing in _order.AsSpan(first, count))
        {
            bounds = bounds.With(things[thing]);
            centres = centres.With(things[thing].Centre);
        }

        var split = count > LeafSize ? BestSplit(first, count, things, centres) : null;
        var leftCount = split is { } plane ? Partition(first, count, things, plane) : 0;
        if (leftCount == 0 || leftCount == count)
        {
            _nodes[index] = new Node(bounds.Min, bounds.Max, first, count);
            return;
        }

        var left = _used;
        _used += 2;
        _nodes[index] = new Node(bounds.Min, bounds.Max, left, 0);
        Build(left, first, leftCount, things);
        Build(left + 1, first + leftCount, count - leftCount, things);
    }

    private (int Axis, float Position)? BestSplit(int first, int count, Bounds[] things, Bounds centres)
    {
        (int Axis, float Position)? best = null;
        var bestCost = float.MaxValue;
        for (var axis = 0; axis < 3; axis++)
        {
            var start = centres.Min[axis];
            var width = (centres.Max[axis] - start) / BinCount;
            if (width <= 0f)
            {
                continue;
            }

            var (bin, cost) = CheapestBin(first, count, things, axis, start, width);
            if (cost < bestCost)
            {
                bestCost = cost;
                best = (axis, start + (width * bin));
            }
        }

        return best;
    }

    private (int Bin, float Cost) CheapestBin(int first, int count, Bounds[] things, int axis, float start, float width)
    {
        Span<Bounds> bounds = stackalloc Bounds[BinCount];
        Span<int> counts = stackalloc int[BinCount];
        bounds.Fill(Bounds.Nothing);
        foreach (var thing in _order.AsSpan(first, count))
        {
            var bin = Math.Min(BinCount - 1, (int)((things[thing].Centre[axis] - start) / width));
            bounds[bin] = bounds[bin].With(things[thing]);
            counts[bin]++;
        }

        Span<float> costs = stackalloc float[BinCount];
        costs.Clear();
        AddSweep(bounds, counts, costs, fromStart: true);
        AddSweep(bounds, counts, costs, fromStart: false);
        var best = 1;
        for (var bin = 2; bin < BinCount; bin++)
        {
            best = costs[bin] < costs[best] ? bin : best;
        }

        return (best, costs[best]);
    }

    /// <summary>Adds what lies before each bin (or from it on) to the cost of splitting there.</summary>
    private static void AddSweep(ReadOnlySpan<Bounds> bounds, ReadOnlySpan<int> counts, Span<float> costs, bool fromStart)
    {
        var gathered = Bounds.Nothing;
        var total = 0;
        for (var step = 0; step < BinCount - 1; step++)
        {
            var bin = fromStart ? step : BinCount - 1 - step;
            gathered = gathered.With(bounds[bin]);
            total += counts[bin];
            costs[fromStart ? bin + 1 : bin] += total == 0 ? 0f : gathered.HalfSurface * total;
        }
    }

    private int Partition(int first, int count, Bounds[] things, (int Axis, float Position) plane)
    {
        var left = first;
        var right = first + count - 1;
        while (left <= right)
        {
            if (things[_order[left]].Centre[plane.Axis] < plane.Position)
            {
                left++;
            }
            else
            {
                (_order[left], _order[right]) = (_order[right], _order[left]);
                right--;
            }
        }

        return left - first;
    }

    /// <summary>A leaf has a count; a branch has none, and its children stand at First and First + 1.</summary>
    [StructLayout(LayoutKind.Sequential)]
    private readonly struct Node(Vector3 min, Vector3 max, int first, int count)
    {
        public readonly Vector3 Min = min;
        public readonly int First = first;
        public readonly Vector3 Max = max;
        public readonly int Count = count;
    }
}
