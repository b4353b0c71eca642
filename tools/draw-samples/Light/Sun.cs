using System.Numerics;
using DrawSamples.Geometry;

namespace DrawSamples.Light;

/// <summary>The sun of a June morning in the Alps, a little after ten: in the east, half way up.</summary>
internal static class Sun
{
    private const float Azimuth = 99f;
    private const float Altitude = 42f;
    private const float Softness = 0.006f;

    public static Vector3 Strength { get; } = new Vector3(1f, 0.93f, 0.80f) * 2.9f;

    public static Vector3 Direction { get; } = FromAngles();

    /// <summary>A direction somewhere on the sun's disc, for shadows with soft edges.</summary>
    public static Vector3 Somewhere(Dice dice) => Vector3.Normalize(Direction + new Vector3(
        dice.Between(-Softness, Softness), dice.Between(-Softness, Softness), dice.Between(-Softness, Softness)));

    private static Vector3 FromAngles()
    {
        var (sinTurn, cosTurn) = MathF.SinCos(float.DegreesToRadians(Azimuth));
        var (sinRise, cosRise) = MathF.SinCos(float.DegreesToRadians(Altitude));
        return new Vector3(sinTurn * cosRise, cosTurn * cosRise, sinRise);
    }
}
