using System.Numerics;
using DrawSamples.Geometry;

namespace DrawSamples.World;

/// <summary>The distance aside of the track on a grid, for the many places that ask.</summary>
internal sealed class TrackMap
{
    private const float Cell = 0.5f;
    private const int Size = 640;
    private const float Beyond = 100f;

    private readonly Vector2 _corner;
    private readonly float[] _aside = new float[Size * Size];

    public TrackMap(Track track)
    {
        _corner = track.PointAt(45f) - new Vector2(Cell * Size * 0.5f);
        for (var index = 0; index < _aside.Length; index++)
        {
            _aside[index] = track.Locate(_corner + (new Vector2(index % Size, index / Size) * Cell)).Aside;
        }
    }

    /// <summary>Metres aside, right positive; <see cref="Beyond"/> where the map ends.</summary>
    public float Aside(Vector2 point)
    {
        var place = (point - _corner) / Cell;
        var x = (int)place.X;
        var y = (int)place.Y;
        if (place.X < 0f || place.Y < 0f || x >= Size - 1 || y >= Size - 1)
        {
            return Beyond;
        }

        var at = (y * Size) + x;
        var lower = Noise.Lerp(_aside[at], _aside[at + 1], place.X - x);
        var upper = Noise.Lerp(_aside[at + Size], _aside[at + Size + 1], place.X - x);
        return Noise.Lerp(lower, upper, place.Y - y);
    }
}
