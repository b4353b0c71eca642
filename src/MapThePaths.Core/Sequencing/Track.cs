using MapThePaths.Core.Geo;
using MapThePaths.Core.Model;
using MapThePaths.Imagery.Gpx;
using NodaTime;

namespace MapThePaths.Core.Sequencing;

/// <summary>Where somebody was over time. Immutable.</summary>
public sealed class Track
{
    public static readonly Track Empty = new([]);

    private readonly IReadOnlyList<TrackFix> _fixes;

    /// <param name="fixes">By time, no two at the same instant.</param>
    public Track(IReadOnlyList<TrackFix> fixes) => _fixes = fixes;

    /// <summary>By time, no two at the same instant.</summary>
    public IReadOnlyList<TrackFix> Fixes => _fixes;

    /// <summary>
    /// Reads GPX files, all their tracks and segments. Where two of them cover the same time, the one that stands first counts. Of points with the same
    /// time, the first counts. Points without a time are passed over.
    /// </summary>
    /// <exception cref="UserMistakeException">A file cannot be read, or none of them has a point with a time.</exception>
    public static Track Read(IReadOnlyList<string> files)
    {
        var track = Merge(files.SelectMany(Segments));
        return track.Fixes.Count > 0
            ? track
            : throw new UserMistakeException($"{string.Join(", ", files.Select(Path.GetFileName))}: there is no track point with a time. Give a GPX track that was recorded on the way.");
    }

    /// <summary>Reads those of some GPX files that can be read and have points with a time; the others are passed over.</summary>
    public static (Track Track, IReadOnlyList<string> Files) ReadUsable(IEnumerable<string> files)
    {
        List<string> usable = [];
        List<List<TrackFix>> pieces = [];
        foreach (var file in files)
        {
            try
            {
                var before = pieces.Count;
                pieces.AddRange(Segments(file).Select(segment => segment.ToList()));
                if (pieces.Count > before)
                {
                    usable.Add(file);
                }
            }
            catch (UserMistakeException)
            {
                // Nobody asked for it.
            }
        }

        return (Merge(pieces), usable);
    }

    /// <summary>The track made of pieces; each is put in order of time.</summary>
    public static Track Merge(IEnumerable<IEnumerable<TrackFix>> pieces)
    {
        List<(Instant From, Instant To)> covered = [];
        List<TrackFix> all = [];
        foreach (var piece in pieces)
        {
            var fixes = piece.OrderBy(fix => fix.At).DistinctBy(fix => fix.At).Where(fix => !covered.Exists(span => span.From <= fix.At && fix.At <= span.To)).ToList();
            if (fixes.Count > 0)
            {
                all.AddRange(fixes);
                covered.Add((fixes[0].At, fixes[^1].At));
            }
        }

        return new Track([.. all.OrderBy(fix => fix.At)]);
    }

    /// <summary>
    /// The place at an instant, on the shortest way between the points before and after. Null before the first and after the last point, and between
    /// points that are farther apart than <paramref name="maxGap"/> seconds.
    /// </summary>
    public TrackFix? At(Instant time, double maxGap)
    {
        var next = FirstNotBefore(time);
        if (next < _fixes.Count && _fixes[next].At == time)
        {
            return _fixes[next];
        }

        if (next == 0 || next == _fixes.Count || (_fixes[next].At - _fixes[next - 1].At).TotalSeconds > maxGap)
        {
            return null;
        }

        var (from, to) = (_fixes[next - 1], _fixes[next]);
        var fraction = (time - from.At) / (to.At - from.At);
        return new TrackFix(
            time,
            Geodesy.Between(from.Position, to.Position, fraction),
            from.Altitude is { } low && to.Altitude is { } high ? low + ((high - low) * fraction) : null);
    }

    /// <summary>The first point in the second of an instant; null when there is none.</summary>
    public TrackFix? FirstInSecond(Instant time)
    {
        var second = Instant.FromUnixTimeSeconds(time.ToUnixTimeSeconds());
        var next = FirstNotBefore(second);
        return next < _fixes.Count && _fixes[next].At < second + Duration.FromSeconds(1) ? _fixes[next] : null;
    }

    private static IEnumerable<IEnumerable<TrackFix>> Segments(string file)
    {
        var reading = Open(file);
        if (reading.Points.Count == 0)
        {
            throw new UserMistakeException(reading.Faults is [var first, ..]
                ? $"{file} {first.Message}{(first.Line > 1 ? $" (line {first.Line})" : "")}. Save the track as GPX once more, or give another one."
                : $"{file} has no track points. Give a GPX track that was recorded on the way.");
        }

        return reading.Points.Where(point => point.Time is not null).GroupBy(point => point.Segment).Select(segment => segment.Select(FixOf));
    }

    private static GpxReading Open(string file)
    {
        try
        {
            return GpxReader.Read(file);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new UserMistakeException($"{file} cannot be read: {failure.Message}");
        }
    }

    private static TrackFix FixOf(TrackPoint point) => new(
        Instant.FromDateTimeUtc(DateTime.SpecifyKind(point.Time!.Value, DateTimeKind.Utc)), new GeoPoint(point.Position.Latitude, point.Position.Longitude), point.Elevation);

    private int FirstNotBefore(Instant time)
    {
        var (low, high) = (0, _fixes.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = _fixes[middle].At < time ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
