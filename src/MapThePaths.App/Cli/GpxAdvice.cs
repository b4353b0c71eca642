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
    /// <param name="taken">When the photos were taken that may have to be placed; null where that is not known.</param>
    /// <param name="sequence">Its id; null while there is none.</param>
    /// <returns>Null when no track is among them.</returns>
    public static string? Of(IEnumerable<string> paths, Interval? taken, long? sequence)
    {
        var tracks = paths.Where(PhotoFiles.IsNamedLikeATrack).ToList();
        if (tracks.Count == 0)
        {
            return null;
        }

        var looked = tracks.Select(path => LookAt(path, taken)).OrderByDescending(track => track.MayPlace).ToList();
        var more = tracks.Count > MostTold ? $" And {Wording.Count(tracks.Count - MostTold, "more track")}." : "";
        var compared = taken is not null && tracks.Count > TracksBeside.Most ? $" Clocks are compared with the first {TracksBeside.Most} alone." : "";
        var files = string.Join(' ', looked.Where(track => track.MayPlace).Select(track => track.Path.Contains(' ', StringComparison.Ordinal) ? $"\"{track.Path}\"" : track.Path));
        return $"{string.Join(' ', looked.Take(MostTold).Select(track => track.Words))}{more}{compared}"
            + (files.Length > 0 ? $" Photos are placed by time: {(sequence is null ? "import them, then " : "")}'mtpdu edit {sequence?.ToString() ?? "ID"} --geotag {files}'." : "");
    }

    /// <summary>A span of time that has a photo's too; cameras' clocks are read as UTC.</summary>
    public static Interval? Widened(Interval? span, Capture? photo)
    {
        if ((photo?.TakenAt ?? photo?.CameraTime?.InUtc().ToInstant()) is not { } at)
        {
            return span;
        }

        return span is { } known ? new Interval(Instant.Min(known.Start, at), Instant.Max(known.End, at)) : new Interval(at, at);
    }

    /// <exception cref="UserMistakeException">Tracks, and nothing else, are given where photos are asked for.</exception>
    public static void RefuseTracksAlone(IReadOnlyList<string> paths)
    {
        if (paths.All(path => PhotoFiles.IsNamedLikeATrack(path) && File.Exists(path)))
        {
            throw new UserMistakeException($"There are no photos in {string.Join(", ", paths)}. {Of(paths.Select(Path.GetFullPath), taken: null, sequence: null)}");
        }
    }

    private static (string Path, string Words, bool MayPlace) LookAt(string path, Interval? taken)
    {
        try
        {
            var fixes = Track.Read([path]).Fixes;
            var mayPlace = taken is not { } span || (fixes[0].At - Around <= span.End && span.Start <= fixes[^1].At + Around);
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
