using MapThePaths.Core.Importing;
using MapThePaths.Core.Model;
using MapThePaths.Core.Sequencing;

namespace MapThePaths.App.Cli;

/// <summary>
/// Photos of a folder for the doctors to look at: the first ones of each camera, so that memory does not grow with the folder. A clock or a compass
/// that is wrong is wrong from the first photo on; <c>plan</c> looks at all of them.
/// </summary>
internal sealed class DoctorsSample
{
    /// <summary>Half a kilobyte each.</summary>
    public const int MostOfACamera = 2_000;

    /// <summary>Whoever has photos of more cameras in one folder learns of the first ones.</summary>
    public const int MostCameras = 20;

    private readonly Dictionary<(string?, string?, string?), List<Photo>> _cameras = [];

    public void Add(Inspection inspection)
    {
        if (inspection.Capture is not { } capture || !MayBeUsed(inspection.WhyLeftOut))
        {
            return;
        }

        var camera = (capture.Make, capture.Model, capture.CameraId);
        if (!_cameras.TryGetValue(camera, out var photos))
        {
            if (_cameras.Count == MostCameras)
            {
                return;
            }

            _cameras.Add(camera, photos = []);
        }

        if (photos.Count < MostOfACamera)
        {
            photos.Add(new Photo { Id = 0, Uuid = Guid.Empty, Path = inspection.Path, Size = 0, Capture = capture });
        }
    }

    /// <param name="tracks">GPX files beside the photos.</param>
    public IReadOnlyList<Proposal> Examine(IEnumerable<string> tracks)
    {
        var unnamed = new Sequence { Id = 0, Uuid = Guid.Empty, Name = "", Transport = new TransportType("Other", "Unlisted") };
        var photos = _cameras.Values.SelectMany(photos => photos).Select((photo, number) => photo with { Id = number }).ToList();
        return TracksBeside.Read(tracks).ExamineAll(unnamed, photos);
    }

    // As it is, or once a track has given it a position.
    private static bool MayBeUsed(Reason? leftOut) => leftOut is null || leftOut == Reason.NoPosition || leftOut == Reason.NullIsland;
}
