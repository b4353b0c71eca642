using System.Numerics;
using System.Runtime.InteropServices;

namespace DrawSamples.Geometry;

[StructLayout(LayoutKind.Auto)]
internal readonly record struct Bounds(Vector3 Min, Vector3 Max)
{
    public static Bounds Nothing { get; } = new(new Vector3(float.MaxValue), new Vector3(float.MinValue));

    public Vector3 Centre => (Min + Max) * 0.5f;

    public float HalfSurface
    {
        get
        {
            var size = Max - Min;
            return (size.X * size.Y) + (size.Y * size.Z) + (size.Z * size.X);
        }
    }

    public Bounds With(Bounds other) => new(Vector3.Min(Min, other.Min), Vector3.Max(Max, other.Max));

    public Bounds With(Vector3 point) => new(Vector3.Min(Min, point), Vector3.Max(Max, point));

    public Bounds Through(Matrix4x4 transform)
    {
        var result = Nothing;
        for (var corner = 0; corner < 8; corner++)
        {
            var point = new Vector3(
                (corner & 1) == 0 ? Min.X : Max.X,
                (corner & 2) == 0 ? Min.Y : Max.Y,
                (corner & 4) == 0 ? Min.Z : Max.Z);
            result = result.With(Vector3.Transform(point, transform));
        }

        return result;
    }
}
