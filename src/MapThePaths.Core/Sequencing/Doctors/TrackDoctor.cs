using MapThePaths.Core.Geo;
using MapThePaths.Core.Model;
using MapThePaths.Core.Sequencing.Edits;
using MapThePaths.Imagery;
using NodaTime;

namespace MapThePaths.Core.Sequencing.Doctors;

/// <summary>
/// Notices that photos and a track do not fit together in time, and proposes one offset: a day, whole, half or quarter hours, both beginning
/// together, or to the second where photos have positions of their own to compare with. Pure.
/// </summary>
public static class TrackDoctor
{
    private const double Day = 86_400;
    private const double QuarterHour = 900;

    /// <summary>Seconds. GPS time may have the wrong day; farther off, the track is of another time.</summary>
    private const double MostOffGps = 2 * Day;
    private const double MostHours = 14;

    /// <summary>Metres; nearer to the track, a photo's own position agrees with it.</summary>
    private const double SamePlace = 50;

    /// <summary>Metres on average; farther off, seconds of the clock are worth a look.</summary>
    private const double WellPlaced = 10;

    // What decides is judged by some photos and points, spread over all of them.
    private const int PhotosJudged = 400;
    private const int PhotosPlaced = 50;
    private const int FixesLookedAt = 20_000;

    /// <summary>One proposal for all cameras when they are wrong alike, else one for each that is wrong.</summary>
    /// <param name="photos">As they were before the track was applied.</param>
    public static IEnumerable<Proposal> Examine(IReadOnlyList<EditedPhoto> photos, Geotag geotag)
    {
        var timed = photos.Where(photo => photo.TakenAt is not null).ToList();
        if (timed.Count == 0 || geotag.Track.Fixes.Count == 0)
        {
            return [];
        }

        var cameras = OneCamera.Among(photos.Select(photo => photo.Photo));
        var wrong = timed
            .GroupBy(photo => photo.Line.Body)
            .Select(camera => (Camera: camera.Key, Fit: BestOf([.. camera], geotag)))
            .Where(camera => camera.Fit is not null)
            .ToList();
        if (wrong.Count == cameras.Count && wrong.DistinctBy(camera => camera.Fit!.Offset).Count() == 1)
        {
            return [Propose(timed, photos, geotag, wrong[0].Fit!.Offset)];
        }

        return wrong.Select(camera => Propose([.. timed.Where(photo => photo.Line.Body == camera.Camera)], photos, geotag, camera.Fit!.Offset).For(camera.Camera, cameras));
    }

    // Null when nothing fits clearly better than the times as they are.
    private static Fit? BestOf(List<EditedPhoto> timed, Geotag geotag)
    {
        var some = Some(timed, PhotosJudged);
        var now = Judge(some, geotag, 0);
        if (now.Matching == some.Count && now.Metres <= WellPlaced)
        {
            return null;
        }

        var most = timed.TrueForAll(photo => photo is { IsRetimed: false, Photo.Capture.TimeSource: CaptureSource.GpsTime or CaptureSource.XmpGpsTime }) ? MostOffGps : ShiftTime.MostSeconds;
        var best = Candidates(timed, geotag).Where(offset => Math.Abs(offset) <= most).Select(offset => Judge(some, geotag, offset)).MaxBy(fit => (fit.Matching, -Math.Round(fit.Metres)));
        return best is not null && IsClearlyBetter(best, now, some.Count) ? best : null;
    }

    /// <param name="timed">Those whose times are wrong.</param>
    /// <param name="photos">All that the track is for: where each keeps the position that it has, it is not needed.</param>
    private static Proposal Propose(List<EditedPhoto> timed, IReadOnlyList<EditedPhoto> photos, Geotag geotag, double offset)
    {
        var (before, after) = (Judge(timed, geotag, 0), Judge(timed, geotag, offset));
        var shift = new ShiftTime(Math.Round(offset, 3));
        var isNeeded = !geotag.OnlyMissing || !photos.All(photo => photo.HasPosition);
        return new Proposal(
            Reason.ClockDisagrees,
            $"The track and the times of the photos do not fit: {before.Matching} of {timed.Count} photos are on it{Away(before)}. With all times {Math.Abs(offset):0.###} s {(offset < 0 ? "earlier" : "later")} it is {after.Matching}{Away(after)}.",
            $"--shift-time {offset:0.###}{(isNeeded ? Options(geotag) : "")}",
            timed.Count,
            before.Matching,
            after.Matching)
        {
            Edits = isNeeded ? [shift, geotag] : [shift],
        };
    }

    private static string Options(Geotag geotag) =>
        $" --geotag {string.Join(' ', geotag.Files.Select(Quoted))}{(geotag.SameSecond ? " --same-second" : "")}{(geotag.OnlyMissing ? " --only-missing" : "")}";

    private static string Away(Fit fit) => fit.Metres > 0 ? $", {fit.Metres:0} m from their own positions" : "";

    private static string Quoted(string path) => path.Contains(' ', StringComparison.Ordinal) ? $"\"{path}\"" : path;

    // Many more photos on the track, or as many and much nearer to where they say they were.
    private static bool IsClearlyBetter(Fit best, Fit now, int of) =>
        best.Matching * 2 >= of && (best.Matching - now.Matching >= Math.Max(1, 0.2 * of)
            || (best.Matching >= now.Matching && now.Metres > WellPlaced && best.Metres < now.Metres / 2));

    // The likelier ones first: of equally good ones the first counts.
    private static IEnumerable<double> Candidates(List<EditedPhoto> photos, Geotag geotag)
    {
        foreach (var exact in ByPlace(photos, geotag.Track))
        {
            yield return exact;
        }

        var steps = Enumerable.Range(1, (int)(MostHours * 3600 / QuarterHour)).ToList();
        foreach (var unit in new[] { 4, 2, 1 })
        {
            foreach (var offset in steps.Where(step => step % unit == 0).Select(step => step * QuarterHour))
            {
                yield return -offset;
                yield return offset;
            }
        }

        yield return -Day;
        yield return Day;
        yield return Math.Round((geotag.Track.Fixes[0].At - photos.Min(photo => photo.TakenAt!.Value)).TotalSeconds);
        yield return Math.Round((geotag.Track.Fixes[^1].At - photos.Max(photo => photo.TakenAt!.Value)).TotalSeconds);
    }

    // When the track passed nearest to where the photos were taken: the time between, as most of them tell it.
    private static IEnumerable<double> ByPlace(List<EditedPhoto> photos, Track track)
    {
        var placed = Some([.. photos.Where(photo => photo.HasPosition)], PhotosPlaced);
        var fixes = Some(track.Fixes, FixesLookedAt);
        var leads = placed
            .Select(photo => (Photo: photo, Fix: fixes.MinBy(fix => Geodesy.Distance(fix.Position, photo.Position!.Value))))
            .Where(pair => Geodesy.Distance(pair.Fix.Position, pair.Photo.Position!.Value) <= SamePlace)
            .Select(pair => Math.Round((pair.Fix.At - pair.Photo.TakenAt!.Value).TotalSeconds))
            .Order()
            .ToList();
        return leads.Count < 3 ? [] : [leads[leads.Count / 2]];
    }

    private static Fit Judge(List<EditedPhoto> photos, Geotag geotag, double offset)
    {
        var (matching, metres, placed) = (0, 0.0, 0);
        foreach (var photo in photos)
        {
            if (geotag.PlaceAt(photo.TakenAt!.Value + Duration.FromSeconds(offset)) is not { } place)
            {
                continue;
            }

            var away = photo.HasPosition ? Geodesy.Distance(place.Position, photo.Position!.Value) : 0;
            if (away <= SamePlace)
            {
                matching++;
                metres += away;
                placed += photo.HasPosition ? 1 : 0;
            }
        }

        return new Fit(offset, matching, placed == 0 ? 0 : metres / placed);
    }

    private static List<T> Some<T>(IReadOnlyList<T> all, int most) =>
        [.. Enumerable.Range(0, Math.Min(all.Count, most)).Select(i => all[(int)((long)i * all.Count / Math.Min(all.Count, most))])];

    private sealed record Fit(double Offset, int Matching, double Metres);
}
