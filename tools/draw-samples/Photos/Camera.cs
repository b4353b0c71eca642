using System.Numerics;
using DrawSamples.Geometry;

namespace DrawSamples.Photos;

/// <summary>A camera that stands somewhere and turns a place on its picture (0 to 1, from the top left) into a ray.</summary>
internal abstract class Camera(Vector3 eye)
{
    public abstract int Width { get; }

    public abstract int Height { get; }

    public Ray Through(Vector2 place) => new(eye, Direction(place));

    /// <summary>How much of the light reaches the picture at this place.</summary>
    public abstract float Falloff(Vector2 place);

    protected abstract Vector3 Direction(Vector2 place);
}

/// <summary>A usual camera. Heading, pitch and roll are in radians; the heading is clockwise from north.</summary>
internal sealed class FlatCamera : Camera
{
    /// <summary>The focal length, were the picture as large as a frame of 35 mm film.</summary>
    public const int FocalLength35 = 26;

    private const float FilmDiagonal = 43.27f;

    private readonly Vector3 _ahead;
    private readonly Vector3 _right;
    private readonly Vector3 _up;

    public FlatCamera(Vector3 eye, float heading, float pitch, float roll)
        : base(eye)
    {
        var turned = Matrix4x4.CreateRotationY(roll) * Matrix4x4.CreateRotationX(pitch) * Matrix4x4.CreateRotationZ(-heading);
        var scale = FilmDiagonal / (FocalLength35 * MathF.Sqrt((Width * Width) + (Height * Height)));
        _ahead = Vector3.TransformNormal(Vector3.UnitY, turned);
        _right = Vector3.TransformNormal(Vector3.UnitX, turned) * (Width * scale);
        _up = Vector3.TransformNormal(Vector3.UnitZ, turned) * (Height * scale);
    }

    public override int Width => 960;

    public override int Height => 720;

    public override float Falloff(Vector2 place) => 1f - (0.22f * (place - new Vector2(0.5f)).LengthSquared() * 2f);

    protected override Vector3 Direction(Vector2 place) =>
        Vector3.Normalize(_ahead + (_right * (place.X - 0.5f)) + (_up * (0.5f - place.Y)));
}

/// <summary>A level camera that sees all around; its heading is the middle of the picture.</summary>
internal sealed class SphereCamera(Vector3 eye, float heading) : Camera(eye)
{
    public override int Width => 1440;

    public override int Height => 720;

    public override float Falloff(Vector2 place) => 1f;

    protected override Vector3 Direction(Vector2 place)
    {
        var (sinTurn, cosTurn) = MathF.SinCos(heading + ((place.X - 0.5f) * MathF.Tau));
        var (sinRise, cosRise) = MathF.SinCos((0.5f - place.Y) * MathF.PI);
        return new Vector3(sinTurn * cosRise, cosTurn * cosRise, sinRise);
    }
}
