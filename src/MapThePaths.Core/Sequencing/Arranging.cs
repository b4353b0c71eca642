using MapThePaths.Core.Model;
using NodaTime;

namespace MapThePaths.Core.Sequencing;

/// <summary>Puts a sequence's photos in order, leaves out what cannot stand in it, and cuts it. Pure: the same photos give the same runs.</summary>
public static class Arranging
{
    /// <param name="unusable">Files that were already left out on import.</param>
    public static ArrangedSequence Arrange(Sequence sequence, IReadOnlyList<Photo> photos, IReadOnlyList<LeftOut> unusable)
    {
        var zones = photos.GroupBy(Camera).ToDictionary(camera => camera.Key, camera => CameraClocks.ZoneFor(sequence, camera));
        List<LeftOut> leftOut = [.. unusable, .. Unusable(photos)];
        List<Run> runs = [];
        foreach (var line in Lines(photos.Where(photo => photo.Capture.WhyUnusable is null), zones))
        {
            var reason = WhyLineBegins(runs, line[0]);
            foreach (var (pause, between) in Cuts.AtGaps(line, sequence.Rules, reason))
            {
                var (kept, duplicates) = NearDuplicates.Split(between);
                leftOut.AddRange(duplicates);
                runs.AddRange(Cuts.AtJumps(kept, sequence.Rules, pause).Select(Headings.Fill));
            }
        }

        leftOut.AddRange(runs.Where(run => !Speeds.IsPlausible(run)).SelectMany(LeaveOut));
        runs.RemoveAll(run => !Speeds.IsPlausible(run));
        return new ArrangedSequence(
            sequence,
            InOrder(runs),
            [.. leftOut.OrderBy(left => left.Path, StringComparer.Ordinal)],
            NeedsTimeZone: photos.Any(photo => photo.Capture is { WhyUnusable: null, TakenAt: null } && zones[Camera(photo)] is null));
    }

    private static IEnumerable<LeftOut> Unusable(IEnumerable<Photo> photos) =>
        from photo in photos
        let reason = photo.Capture.WhyUnusable
        where reason is not null
        select new LeftOut(photo.Path, reason, photo.Id);

    // Two cameras running at once interleave in time; each is a line of its own, and so is each picture size.
    private static IEnumerable<List<ArrangedPhoto>> Lines(IEnumerable<Photo> photos, Dictionary<CameraBody, DateTimeZone?> zones) => photos
        .Select(photo => AsTaken(photo, zones[Camera(photo)] ?? DateTimeZone.Utc))
        .OrderBy(photo => photo.TakenAt)
        .ThenBy(photo => photo.Photo.Path, StringComparer.Ordinal)
        .GroupBy(photo => (Camera(photo.Photo), photo.Photo.Capture.Width, photo.Photo.Capture.Height))
        .Select(line => line.ToList());

    private static CameraBody Camera(Photo photo) => new(photo.Capture.Make, photo.Capture.Model, photo.Capture.CameraId);

    private static ArrangedPhoto AsTaken(Photo photo, DateTimeZone zone) => new(
        photo,
        CameraClocks.TakenAt(photo.Capture, zone),
        photo.Capture.Position!.Value,
        photo.Capture.Altitude,
        photo.Capture.Heading,
        photo.Capture.Warnings);

    private static Reason WhyLineBegins(List<Run> before, ArrangedPhoto first)
    {
        if (before.Count == 0)
        {
            return Reason.FirstPart;
        }

        return before.Exists(run => Camera(run.Photos[0].Photo) == Camera(first.Photo)) ? Reason.SizeChange : Reason.CameraChange;
    }

    private static IEnumerable<LeftOut> LeaveOut(Run run) =>
        run.Photos.Select(photo => new LeftOut(photo.Photo.Path, Reason.ImplausibleSpeed, photo.Photo.Id));

    private static Run[] InOrder(List<Run> runs) =>
        [.. runs.OrderBy(run => run.Photos[0].TakenAt).ThenBy(run => run.Photos[0].Photo.Path, StringComparer.Ordinal)];

    private readonly record struct CameraBody(string? Make, string? Model, string? Id);
}
