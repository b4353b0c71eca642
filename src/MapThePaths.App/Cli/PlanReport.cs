using MapThePaths.App.Cli.Lines;
using MapThePaths.Core.Catalog;
using MapThePaths.Core.Model;
using NodaTime;

namespace MapThePaths.App.Cli;

/// <summary>Tells of a plan, for the verbs that make one.</summary>
internal static class PlanReport
{
    /// <summary>The plan as a table, and what stands against it.</summary>
    /// <param name="before">Told before of another destination; null for none. What is the same is not told twice.</param>
    public static void Print(Plan plan, Plan? before, ErrorPolicy policy, Output output)
    {
        if (before is not null && IsSame(plan, before))
        {
            output.Title($"Plan for '{plan.Sequence.Name}' to {plan.Destination}: the same as to {before.Destination}.");
            return;
        }

        output.Title($"Plan for '{plan.Sequence.Name}' to {plan.Destination}: {Wording.Count(plan.PhotoCount, "photo")} in {Wording.Count(plan.Parts.Count, "part")}, {Wording.Bytes(plan.Parts.Sum(part => part.Bytes))}; {plan.LeftOut.Count} left out.");
        if (plan.Parts.Count > 0)
        {
            PrintTotals(plan, output);
            PlanTable.Print(plan, output);
            output.Say(policy.Sentence);
        }

        PrintLongest(plan, output);
        LeftOutReport.Print(plan.LeftOut, output, plan.Sequence.Id);
        if (Wording.Obstacle(plan) is { } obstacle)
        {
            output.Say(obstacle);
        }
    }

    /// <summary>The photos that a destination has otherwise than they would be sent today: never silently passed over, never sent by themselves.</summary>
    public static void PrintCorrected(IReadOnlyList<AlreadyThere> alreadyThere, Plan plan, Output output)
    {
        foreach (var photo in alreadyThere.Where(photo => photo.IsCorrected))
        {
            output.Line(new CorrectedLine(photo.Path, plan.Destination, [.. photo.Corrections.Select(reason => reason.Code)], photo.ImageId));
        }

        foreach (var some in alreadyThere.SelectMany(photo => photo.Corrections, (photo, reason) => (Reason: reason, photo.Path)).GroupBy(pair => pair.Reason, pair => pair.Path))
        {
            var (reason, count) = (some.Key, some.Count());
            output.Say($"{Wording.Count(count, "photo")} ({Wording.Names([.. some])}) {(count == 1 ? reason.Meaning : reason.Meaning.Replace("is there", "are there", StringComparison.Ordinal))} ({reason.Code}).{Wording.NextStep(reason, plan.Sequence.Id, plan.Destination)}");
        }
    }

    /// <summary>Photos that are left out now and were sent before, as by a privacy zone that came later.</summary>
    public static void PrintLeftOutThoughThere(Plan plan, IReadOnlyList<PhotoStanding> standings, Output output)
    {
        var leftOut = plan.LeftOut.Select(left => left.PhotoId).OfType<long>().ToHashSet();
        var there = standings.Count(photo => photo.IsThere && leftOut.Contains(photo.PhotoId));
        if (there > 0)
        {
            output.Say($"{there:N0} of those left out {(there == 1 ? "is" : "are")} at {plan.Destination} already: leaving {(there == 1 ? "it" : "them")} out now takes nothing away there.");
        }
    }

    /// <summary>The photos that are left out, as JSON lines.</summary>
    public static void PrintLeftOut(Plan plan, Output output)
    {
        foreach (var leftOut in plan.LeftOut)
        {
            output.Line(LeftOutLine.Of(leftOut));
        }
    }

    private static bool IsSame(Plan plan, Plan other) => (plan.Refusal, plan.Parts.Count) == (other.Refusal, other.Parts.Count)
        && plan.LeftOut.SequenceEqual(other.LeftOut)
        && plan.Parts.Zip(other.Parts).All(pair =>
            (pair.First.Number, pair.First.Cut, pair.First.Measure) == (pair.Second.Number, pair.Second.Cut, pair.Second.Measure)
            && pair.First.Photos.Select(photo => photo.Photo.Id).SequenceEqual(pair.Second.Photos.Select(photo => photo.Photo.Id)));

    private static void PrintTotals(Plan plan, Output output)
    {
        var cameras = plan.Cameras.Count == 0 ? "" : $" Taken by {string.Join(", ", plan.Cameras)}.";
        output.Say($"{Wording.Totals(plan.Totals, [.. plan.Parts.Select(part => part.Photos.Count)], plan.NeedsTimeZone)}.{cameras}");
        if (RuleOptions.Text(plan.Sequence.Rules) is { Count: > 0 } rules)
        {
            output.Say($"Rules: {string.Join(' ', rules)}");
        }

        if (output.People.Profile.Capabilities.Unicode && PlanTimeline.Of(plan, output.People.Profile.Width) is { } timeline)
        {
            output.SayWhole($"  {timeline}");
        }
    }

    private static void PrintLongest(Plan plan, Output output)
    {
        if (LooserLimits.Of(plan) is not { } looser)
        {
            return;
        }

        string[] cuts =
        [
            .. Told(looser.Pauses, "pause", seconds => Wording.Span(Duration.FromSeconds(seconds))),
            .. Told(looser.Jumps, "jump", Wording.Distance),
        ];
        string[] options = [.. Option("--max-gap", looser.MaxGap), .. Option("--max-jump", looser.MaxJump)];
        output.Say($"  {string.Join("; ", cuts)}: {string.Join(' ', options)} would cut at none of them.");

        static string[] Told(IReadOnlyList<CutMeasure> cuts, string what, Func<double, string> words) => cuts.Count == 0 ? []
            : [$"{Wording.Count(cuts.Count, "cut")} at a {what} of more than {words(cuts[0].Limit)}, the longest {words(cuts.Max(cut => cut.Value))}"];

        static string[] Option(string name, double? limit) => limit is { } value ? [$"{name} {value:0}"] : [];
    }
}
