using MapThePaths.Core.Importing;
using MapThePaths.Core.Model;
using MapThePaths.Core.Sequencing;

namespace MapThePaths.App.Cli;

/// <summary>What to do with GPX tracks that are given, or lie, among photos.</summary>
internal static class GpxAdvice
{
    /// <summary>So many are read to say from when to when they go.</summary>
    private const int MostRead = 3;

    /// <param name="paths">Of any files.</param>
    /// <param name="sequence">Its id; null while there is none.</param>
    /// <returns>Null when no track is among them.</returns>
    public static string? Of(IEnumerable<string> paths, long? sequence)
    {
        var tracks = paths.Where(PhotoFiles.IsNamedLikeATrack).ToList();
        if (tracks.Count == 0)
        {
            return null;
        }

        var files = string.Join(' ', tracks.Select(path => path.Contains(' ', StringComparison.Ordinal) ? $"\"{path}\"" : path));
        return $"{string.Join("; ", tracks.Take(MostRead).Select(Described))}{(tracks.Count > MostRead ? $"; {Wording.Count(tracks.Count - MostRead, "more track")}" : "")}. "
            + $"It places photos by time: {(sequence is null ? "import the photos, then " : "")}'mtpdu edit {sequence?.ToString() ?? "ID"} --geotag {files}'.";
    }

    /// <exception cref="UserMistakeException">Tracks, and nothing else, are given where photos are asked for.</exception>
    public static void RefuseTracksAlone(IReadOnlyList<string> paths)
    {
        if (paths.All(path => PhotoFiles.IsNamedLikeATrack(path) && File.Exists(path)))
        {
            throw new UserMistakeException($"There are no photos in {string.Join(", ", paths)}. {Of(paths.Select(Path.GetFullPath), sequence: null)}");
        }
    }

    private static string Described(string path)
    {
        try
        {
            var fixes = Track.Read([path]).Fixes;
            return $"{Path.GetFileName(path)} is a GPX track of {Wording.Count(fixes.Count, "point")} from {Shown(fixes[0])} to {Shown(fixes[^1])}";
        }
        catch (UserMistakeException unusable)
        {
            return $"{Path.GetFileName(path)} is named like a GPX track, but: {unusable.Message.TrimEnd('.')}";
        }
    }

    private static string Shown(Core.Geo.TrackFix fix) => fix.At.ToDateTimeUtc().ToString("yyyy-MM-dd HH:mm:ss'Z'");
}
