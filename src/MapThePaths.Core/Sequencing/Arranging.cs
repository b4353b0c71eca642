using MapThePaths.Core.Model;
using NodaTime;

namespace MapThePaths.Core.Sequencing;

/// <summary>Puts a sequence's photos in order, leaves out what cannot stand in it, and cuts it. Pure: the same photos give the same runs.</summary>
public static class Arranging
{
    /// <param name="unusable">Files that were already left out on import.</param>
    public static ArrangedSequence Arrange(Sequence sequence, IReadOnlyList<Photo> photos, IReadOnlyList<LeftOut> unusable)
    {
        var zone = CameraClocks.ZoneFor(sequence, photos);
        List<LeftOut> leftOut = [.. unusable, .. Unusable(photos)];
        List<Run> runs = [];
        foreach (var camera in ByCamera(photos.Where(photo => photo.Capture.WhyUnusable is null), zone ?? DateTimeZone.Utc))
        {
            var (kept, duplicates) = NearDuplicates.Split(camera);
            leftOut.AddRange(duplicates);
            runs.AddRange(Cuts.Cut(kept, sequence.Rules, WhyCameraBegins(runs, kept[0])).Select(Headings.Fill));
        }

        leftOut.AddRange(runs.Where(run => !Speeds.IsPlausible(run)).SelectMany(LeaveOut));
        runs.RemoveAll(run => !Speeds.IsPlausible(run));
        return new ArrangedSequence(
            sequence,
            InOrder(runs),
            [.. leftOut.OrderBy(left => left.Path, StringComparer.Ordinal)],
            NeedsTimeZone: zone is null && photos.Any(photo => photo.Capture is { WhyUnusable: null, TakenAt: null }));
    }

    private static IEnumerable<LeftOut> Unusable(IEnumerable<Photo> photos) =>
        from photo in photos
        let reason = photo.Capture.WhyUnusable
        where reason is not null
        select new LeftOut(photo.Path, reason, photo.Id);

    // Two cameras running at once interleave in time; each is a line of its own.
    private static IEnumerable<List<ArrangedPhoto>> ByCamera(IEnumerable<Photo> photos, DateTimeZone zone) => photos
        .Select(photo => AsTaken(photo, zone))
        .OrderBy(photo => photo.TakenAt)
        .ThenBy(photo => photo.Photo.Path, StringComparer.Ordinal)
        .GroupBy(photo => (Camera(photo), photo.Photo.Capture.Width, photo.Photo.Capture.Height))
        .Select(camera => camera.ToList());

    private static (string?, string?, string?) Camera(ArrangedPhoto photo) =>
        (photo.Photo.Capture.Make, photo.Photo.Capture.Model, photo.Photo.Capture.CameraId);

    private static ArrangedPhoto AsTaken(Photo photo, DateTimeZone zone) => new(
        photo,
        CameraClocks.TakenAt(photo.Capture, zone),
        photo.Capture.Position!.Value,
        photo.Capture.Altitude,
        photo.Capture.Heading,
        photo.Capture.Warnings);

    private static Reason WhyCameraBegins(List<Run> before, ArrangedPhoto first)
    {
        if (before.Count == 0)
        {
            return Reason.FirstPart;
        }

        return before.Exists(run => Camera(run.Photos[0]) == Camera(first)) ? Reason.SizeChange : Reason.CameraChange;
    }

    private static IEnumerable<LeftOut> LeaveOut(Run run) =>
        run.Photos.Select(photo => new LeftOut(photo.Photo.Path, Reason.ImplausibleSpeed, photo.Photo.Id));

    private static Run[] InOrder(List<Run> runs) =>
        [.. runs.OrderBy(run => run.Photos[0].TakenAt).ThenBy(run => run.Photos[0].Photo.Path, StringComparer.Ordinal)];
}
