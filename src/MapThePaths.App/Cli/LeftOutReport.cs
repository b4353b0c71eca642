using MapThePaths.Core.Model;
using NodaTime;

namespace MapThePaths.App.Cli;

/// <summary>
/// Tells people which photos are left out and why: each by itself, or many with the same reason in one line. What to do about it is said once.
/// </summary>
internal static class LeftOutReport
{
    /// <summary>So many with one reason are told one by one.</summary>
    private const int OneByOne = 5;

    /// <param name="sequence">Its id; null while there is none.</param>
    public static void Print(IEnumerable<LeftOut> leftOut, Output output, long? sequence)
    {
        HashSet<string> said = new(StringComparer.Ordinal);
        foreach (var some in leftOut.GroupBy(photo => photo.Reason))
        {
            var photos = some.ToList();
            var step = Wording.NextStep(some.Key, sequence);
            step = output.TellsSteps && said.Add(step) ? step : "";
            var isLong = photos.Count is > 1 and <= OneByOne;
            foreach (var line in photos.Count <= OneByOne ? photos.Select(Wording.LeftOut) : [Together(some.Key, photos)])
            {
                output.Say($"  {line}{(isLong ? "" : step)}");
            }

            if (isLong && step.Length > 0)
            {
                output.Say($"   {step}");
            }
        }
    }

    /// <summary>Files in the folders that are no photos: by kind, so that none goes unmentioned.</summary>
    /// <param name="taken">When the photos were that they lie beside; null where that is not known.</param>
    public static void PrintPassedOver(IReadOnlyList<string> paths, Interval? taken, Output output, long? sequence)
    {
        if (paths.Count == 0)
        {
            return;
        }

        var kinds = paths
            .CountBy(path => Path.GetExtension(path).ToLowerInvariant(), StringComparer.Ordinal)
            .OrderByDescending(kind => kind.Value)
            .ThenBy(kind => kind.Key, StringComparer.Ordinal)
            .Select(kind => $"{kind.Value:N0} {(kind.Key.Length > 0 ? kind.Key : "without an extension")}");
        output.Say($"  {Wording.Count(paths.Count, "other file")} passed over, since {(paths.Count == 1 ? "it is" : "they are")} no JPEG: {string.Join(", ", kinds)}.");
        if (GpxAdvice.Of(paths, taken, sequence) is { } advice)
        {
            output.SayWhole($"  {advice}");
        }
    }

    private static string Together(Reason reason, List<LeftOut> photos) =>
        $"{photos.Count:N0} photos are left out: each {reason.Meaning} ({reason.Code}): {Wording.Names([.. photos.Select(photo => photo.Path)])}.";
}
