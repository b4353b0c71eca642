using MapThePaths.Core.Importing;
using MapThePaths.Core.Model;
using MapThePaths.Core.Sequencing;
using NodaTime;

namespace MapThePaths.App.Cli;

/// <summary>What to do with GPX tracks that are given, or lie, among photos.</summary>
internal static class GpxAdvice
{
    /// <summary>So many are told of one by one.</summary>
    private const int MostTold = 3;

    // Zones reach to 14 hours, and a clock may be set to another day.
    private static readonly Duration Around = Duration.FromDays(1);

    /// <param name="paths">Of any files.</param>
    /// <param name="photos">Which may have to be placed; none where they are not known.</param>
    /// <param name="sequence">Its id; null while there is none.</param>
    /// <returns>Null when no track is among them.</returns>
    public static string? Of(IEnumerable<string> paths, IEnumerable<Photo> photos, long? sequence)
    {
        var tracks = paths.Where(PhotoFiles.IsNamedLikeATrack).ToList();
        if (tracks.Count == 0)
        {
            return null;
        }

        var times = photos.Select(photo => photo.Capture.TakenAt ?? photo.Capture.CameraTime?.InUtc().ToInstant()).OfType<Instant>().Order().ToList();
        var looked = tracks.Take(TracksBeside.Most).Select(path => LookAt(path, times)).OrderByDescending(track => track.MayPlace).ToList();
        var more = tracks.Count > MostTold ? $" {Wording.Count(tracks.Count - MostTold, "more track")}." : "";
        var files = string.Join(' ', looked.Where(track => track.MayPlace).Select(track => track.Path.Contains(' ', StringComparison.Ordinal) ? $"\"{track.Path}\"" : track.Path));
        return $"{string.Join(' ', looked.Take(MostTold).Select(track => track.Words))}{more}"
            + (files.Length > 0 ? $" Photos are placed by time: {(sequence is null ? "import them, then " : "")}'mtpdu edit {sequence?.ToString() ?? "ID"} --geotag {files}'." : "");
    }

    /// <exception cref="UserMistakeException">Tracks, and nothing else, are given where photos are asked for.</exception>
    public static void RefuseTracksAlone(IReadOnlyList<string> paths)
    {
        if (paths.All(path => PhotoFiles.IsNamedLikeATrack(path) && File.Exists(path)))
        {
            throw new UserMistakeException($"There are no photos in {string.Join(", ", paths)}. {Of(paths.Select(Path.GetFullPath), photos: [], sequence: null)}");
        }
    }

    private static (string Path, string Words, bool MayPlace) LookAt(string path, List<Instant> times)
    {
        try
        {
            var fixes = Track.Read([path]).Fixes;
            var mayPlace = times.Count == 0 || (fixes[0].At - Around <= times[^1] && times[0] <= fixes[^1].At + Around);
            var words = $"{Path.GetFileName(path)} is a GPX track of {Wording.Count(fixes.Count, "point")} from {Shown(fixes[0])} to {Shown(fixes[^1])}";
            return (path, $"{words}{(mayPlace ? "" : ": not of the time of the photos")}.", mayPlace);
        }
        catch (UserMistakeException unusable)
        {
            return (path, unusable.Message.Replace(path, Path.GetFileName(path), StringComparison.Ordinal), MayPlace: false);
        }
    }

    private static string Shown(Core.Geo.TrackFix fix) => fix.At.ToDateTimeUtc().ToString("yyyy-MM-dd HH:mm:ss'Z'");
}
