using MapThePaths.Core.Geo;
using MapThePaths.Core.Model;

namespace MapThePaths.Core.Sequencing;

/// <summary>Refuses runs that nobody can have travelled (mapillary-v4.md §11, point 7).</summary>
internal static class Speeds
{
    /// <summary>Average over a run; above it, times or positions are wrong.</summary>
    public const double MaxKilometresPerHour = 400;

    public static bool IsPlausible(Run run)
    {
        var seconds = (run.Photos[^1].TakenAt - run.Photos[0].TakenAt).TotalSeconds;
        var metres = run.Photos.Zip(run.Photos.Skip(1), (from, to) => Geodesy.Distance(from.Position, to.Position)).Sum();
        return metres == 0 || (seconds > 0 && metres * 3.6 / seconds <= MaxKilometresPerHour);
    }
}
