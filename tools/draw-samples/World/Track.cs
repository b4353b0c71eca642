using System.Numerics;

namespace DrawSamples.World;

/// <summary>
/// The line that the trail follows, by metres walked from the first photo. X is east, Y is north.
/// Headings are radians clockwise from north.
/// </summary>
internal sealed class Track
{
    private const float Before = 60f;
    private const float After = 190f;
    private const float Spacing = 0.25f;
    private const int CoarseStep = 16;

    private readonly Vector2[] _points;

    public Track()
    {
        _points = new Vector2[(int)((Before + After) / Spacing) + 1];
        for (var index = 1; index < _points.Length; index++)
        {
            _points[index] = _points[index - 1] + (Ahead(HeadingAt(WalkedAt(index - 1))) * Spacing);
        }

        var start = _points[(int)(Before / Spacing)];
        for (var index = 0; index < _points.Length; index++)
        {
            _points[index] -= start;
        }
    }

    /// <summary>A bend to the left in the middle of the photos, and one to the right after them.</summary>
    public static float HeadingAt(float walked) => float.DegreesToRadians(
        14f - (52f * Geometry.Noise.Step(14f, 62f, walked)) + (46f * Geometry.Noise.Step(84f, 135f, walked)));

    public static Vector2 Ahead(float heading)
    {
        var (sin, cos) = MathF.SinCos(heading);
        return new Vector2(sin, cos);
    }

    public Vector2 PointAt(float walked)
    {
        var place = Math.Clamp((walked + Before) / Spacing, 0f, _points.Length - 1.001f);
        var index = (int)place;
        return Vector2.Lerp(_points[index], _points[index + 1], place - index);
    }

    /// <summary>A point beside the track; to the right is positive.</summary>
    public Vector2 Beside(float walked, float aside)
    {
        var ahead = Ahead(HeadingAt(walked));
        return PointAt(walked) + (new Vector2(ahead.Y, -ahead.X) * aside);
    }

    /// <summary>How far along the nearest place of the track is, and how far aside of it the point lies.</summary>
    public (float Walked, float Aside) Locate(Vector2 point)
    {
        var best = Closest(point, 0, _points.Length, CoarseStep);
        best = Closest(point, Math.Max(0, best - CoarseStep), Math.Min(_points.Length, best + CoarseStep + 1), 1);
        var ahead = Ahead(HeadingAt(WalkedAt(best)));
        var away = point - _points[best];
        var side = Vector2.Dot(away, new Vector2(ahead.Y, -ahead.X)) < 0f ? -1f : 1f;
        return (WalkedAt(best) + Vector2.Dot(away, ahead), side * away.Length());
    }

    private static float WalkedAt(int index) => (index * Spacing) - Before;

    private int Closest(Vector2 point, int from, int to, int step)
    {
        var best = from;
        for (var index = from; index < to; index += step)
        {
            if (Vector2.DistanceSquared(point, _points[index]) < Vector2.DistanceSquared(point, _points[best]))
            {
                best = index;
            }
        }

        return best;
    }
}
