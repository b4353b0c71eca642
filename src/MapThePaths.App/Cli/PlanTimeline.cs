using MapThePaths.Core.Model;
using NodaTime;

namespace MapThePaths.App.Cli;

/// <summary>How many photos were taken when, in one line: <c>14:27 ▇▁  ▂▂▄█ ▁ 14:57</c>. Pauses are seen at a glance.</summary>
internal static class PlanTimeline
{
    private const string Heights = "▁▂▃▄▅▆▇█";
    private const int MostCells = 100;

    // The clocks at both ends, and blanks.
    private const int Around = 20;

    /// <summary>Null where there is nothing to see: too few photos, or no time between them.</summary>
    /// <param name="width">Of the terminal, in characters.</param>
    public static string? Of(Plan plan, int width)
    {
        var times = plan.Parts.SelectMany(part => part.Photos).Select(photo => photo.TakenAt).ToList();
        if (plan.Parts.Count < 2 || plan.Totals is not { Earliest: { } first, Latest: { } last } || last <= first)
        {
            return null;
        }

        var counts = new int[Math.Clamp(width - Around, 10, MostCells)];
        foreach (var time in times)
        {
            counts[Math.Min((int)((time - first) / (last - first) * counts.Length), counts.Length - 1)]++;
        }

        return $"{Clock(first, plan)} {string.Concat(counts.Select(count => Bar(count, counts.Max())))} {Clock(last, plan)}";
    }

    private static char Bar(int count, int most) => count == 0 ? ' ' : Heights[(int)Math.Round((double)count / most * (Heights.Length - 1))];

    private static string Clock(Instant time, Plan plan) => Wording.Taken(time, "HH:mm", plan.NeedsTimeZone);
}
