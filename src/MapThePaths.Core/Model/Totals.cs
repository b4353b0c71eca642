using MapThePaths.Core.Geo;
using NodaTime;

namespace MapThePaths.Core.Model;

/// <summary>
/// How far and how long photos go. The way between two runs counts for nothing: nobody knows it (mtpdu.md §13 counts the hop into the next part).
/// </summary>
/// <param name="Metres">From photo to photo within runs.</param>
/// <param name="Earliest">Null without photos.</param>
/// <param name="Latest">Null without photos.</param>
/// <param name="UnderWay">Between the first and the last photo of each run, together.</param>
public sealed record Totals(double Metres, Instant? Earliest, Instant? Latest, Duration UnderWay)
{
    /// <summary>From the first photo to the last one, pauses and all.</summary>
    public Duration Duration => Latest - Earliest ?? Duration.Zero;

    /// <summary>On the average while under way; 0 where no time went by.</summary>
    public double KilometresPerHour => Connection.KilometresPerHour(Metres, UnderWay.TotalSeconds);

    /// <param name="runs">Each in order of time.</param>
    public static Totals Of(params IEnumerable<IReadOnlyList<ArrangedPhoto>> runs)
    {
        var totals = new Totals(Metres: 0, Earliest: null, Latest: null, Duration.Zero);
        foreach (var run in runs.Where(run => run.Count > 0))
        {
            var (first, last) = (run[0].TakenAt, run[^1].TakenAt);
            totals = new Totals(
                totals.Metres + run.Zip(run.Skip(1), (photo, next) => Geodesy.Distance(photo.Position, next.Position)).Sum(),
                totals.Earliest < first ? totals.Earliest : first,
                totals.Latest > last ? totals.Latest : last,
                totals.UnderWay + (last - first));
        }

        return totals;
    }
}
