using System.Numerics;
using System.Runtime.InteropServices;

namespace DrawSamples.Geometry;

[StructLayout(LayoutKind.Auto)]
internal readonly struct Ray(Vector3 origin, Vector3 direction)
{
    public Vector3 Origin { get; } = origin;

    public Vector3 Direction { get; } = direction;

    public Vector3 Inverse { get; } = Vector3.One / direction;

    public Vector3 At(float distance) => Origin + (Direction * distance);
}

/// <summary>What a ray meets first.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Hit(
    float Distance,
    Vector3 Position,
    Vector3 Local,
    Vector3 Normal,
    Vector3 LocalNormal,
    Material Material,
    float Tone,
    float Tint);
