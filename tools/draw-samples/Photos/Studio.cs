using System.Numerics;
using DrawSamples.Light;
using DrawSamples.Paint;
using DrawSamples.World;

namespace DrawSamples.Photos;

/// <summary>Takes shots in the landscape.</summary>
internal sealed class Studio
{
    private const float EyeHeight = 1.7f;
    private const int DraftReduction = 2;
    private const int DraftSamples = 3;
    private const int FullSamples = 12;

    private readonly Landscape _landscape = new();
    private readonly Darkroom _darkroom;
    private readonly int _reduction;

    public Studio(bool draft)
    {
        var tracer = new Tracer(_landscape.Scene, new Painter(_landscape.Terrain, _landscape.Map));
        _darkroom = new Darkroom(tracer, draft ? DraftSamples : FullSamples);
        _reduction = draft ? DraftReduction : 1;
    }

    public Picture Take(Shot shot)
    {
        var foot = _landscape.Terrain.On(_landscape.Track.PointAt(shot.Walked));
        var heading = Track.HeadingAt(shot.Walked) + float.DegreesToRadians(shot.Turn);
        var eye = foot + new Vector3(0f, 0f, EyeHeight);
        Camera camera = shot.Kind == CameraKind.Sphere
            ? new SphereCamera(eye, heading)
            : new FlatCamera(eye, heading, float.DegreesToRadians(shot.Pitch), float.DegreesToRadians(shot.Roll));
        var pixels = _darkroom.Develop(camera, _reduction, (uint)shot.Walked + 1u);
        return new Picture(pixels, camera.Width / _reduction, camera.Height / _reduction, eye, float.RadiansToDegrees(heading));
    }
}

/// <summary>Pixels, and where they were taken: metres east, north and up from the first photo, degrees from north.</summary>
internal sealed record Picture(byte[] Pixels, int Width, int Height, Vector3 Eye, float Heading);
