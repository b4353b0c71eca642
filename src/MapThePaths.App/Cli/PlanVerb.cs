using System.CommandLine;
using MapThePaths.App.Cli.Lines;
using MapThePaths.App.Services;
using MapThePaths.Core.Model;
using MapThePaths.Core.Preparing;
using NodaTime;

namespace MapThePaths.App.Cli;

/// <summary><c>mtpdu plan ID [--to DEST]</c>: what would be sent. Writes nothing.</summary>
internal static class PlanVerb
{
    public static Command Create()
    {
        var id = VerbOptions.Id();
        var destinations = VerbOptions.Destinations();
        var cuts = new CutOptions();
        var command = new Command("plan", "Shows what would be sent: parts, cuts, photos left out and why. Sends and stores nothing.") { id, destinations };
        cuts.AddTo(command);
        var onErrors = ErrorPolicy.Option();
        command.Add(onErrors);
        var html = new Option<string?>("--html")
        {
            Description = "Also writes the plan as one page with a map, which needs nothing else: no network, no other file.",
            HelpName = "file",
        };
        command.Add(html);
        command.SetVerb((parsed, context, _) =>
        {
            var sequence = cuts.Apply(parsed, context.FindSequence(parsed.GetRequiredValue(id)));
            var arranged = context.Composition.Flow.Arrange(sequence);
            var plans = parsed.GetRequiredValue(destinations)
                .Select(destination => Planning.Plan(arranged, destination, ServiceList.RulesOf(destination)))
                .ToList();
            var policy = parsed.GetValue(onErrors);
            PrintEdits(plans[0], context.Output);
            var alreadyThere = plans.SelectMany(plan => Print(plan, policy, context)).ToList();
            PrintProposals(plans[0].Proposals, sequence.Id.ToString(), context.Output);
            if (parsed.GetValue(html) is { } file)
            {
                PlanPage.PlanFile.Write(file, plans, context.Composition.Catalog.Sequencing.Photos(sequence.Id), context.Now);
                context.Output.Say($"The plan with its map: {Path.GetFullPath(file)}");
            }

            var code = plans.Select(CodeFor).FirstOrDefault(code => code != ExitCode.Done);
            context.Output.Line(Summarize(sequence, plans, alreadyThere, policy, code));
            return Task.FromResult(code);
        });
        return command;
    }

    /// <summary>What looks wrong with clocks and compasses, and the commands that would mend it.</summary>
    public static void PrintProposals(IReadOnlyList<Proposal> proposals, string sequence, Output output)
    {
        foreach (var proposal in proposals)
        {
            output.Line(ProposalLine.Of(proposal, sequence));
            output.Say($"Look at this ({proposal.Reason.Code}): {proposal.Evidence}");
            output.Say($"  {proposal.MatchingBefore:N0} of {Wording.Count(proposal.Photos, "photo")} match now, {proposal.MatchingAfter:N0} would match with:");
            output.SayWhole($"  {Wording.Accept(proposal, sequence)}");
        }
    }

    private static void PrintEdits(Plan plan, Output output)
    {
        foreach (var edit in plan.Edits)
        {
            output.Line(EditLine.Of(plan.Sequence, edit));
            output.Say($"Edit {Wording.Edit(edit)}");
        }
    }

    private static List<AlreadyThere> Print(Plan plan, ErrorPolicy policy, VerbContext context)
    {
        var output = context.Output;
        foreach (var part in plan.Parts)
        {
            output.Line(PlannedPartLine.Of(plan, part, policy));
        }

        PrintLeftOut(plan, output);
        PrintForPeople(plan, policy, output);
        var alreadyThere = context.Composition.Flow.AlreadyThere(plan).DistinctBy(photo => photo.PhotoId).ToList();
        if (alreadyThere.Count > 0)
        {
            output.Say($"Of these, {alreadyThere.Count:N0} {(alreadyThere.Count == 1 ? "is" : "are")} there already; 'send' does not send again what the same account has sent.");
        }

        PrintCorrected(alreadyThere, plan, output);
        return alreadyThere;
    }

    /// <summary>The photos that a destination has otherwise than they would be sent today: never silently passed over, never sent by themselves.</summary>
    public static void PrintCorrected(IReadOnlyList<AlreadyThere> alreadyThere, Plan plan, Output output)
    {
        foreach (var photo in alreadyThere.Where(photo => photo.IsCorrected))
        {
            output.Line(new CorrectedLine(photo.Path, plan.Destination, [.. photo.Corrections.Select(reason => reason.Code)], photo.ImageId));
        }

        foreach (var (reason, count) in alreadyThere.SelectMany(photo => photo.Corrections).CountBy(reason => reason))
        {
            output.Say($"{Wording.Count(count, "photo")} {(count == 1 ? reason.Meaning : reason.Meaning.Replace("is there", "are there", StringComparison.Ordinal))} ({reason.Code}).{Wording.NextStep(reason, plan.Sequence.Id)}");
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

    private static int CodeFor(Plan plan) => plan.Refusal is not null || plan.Parts.Count == 0 ? ExitCode.RefusedByRule : ExitCode.Done;

    /// <summary>The plan as a table, and what stands against it.</summary>
    public static void PrintForPeople(Plan plan, ErrorPolicy policy, Output output)
    {
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

    private static void PrintTotals(Plan plan, Output output)
    {
        var cameras = plan.Cameras.Count == 0 ? "" : $" Taken by {string.Join(", ", plan.Cameras)}.";
        output.Say($"{Wording.TotalsFrom(plan.Totals, [.. plan.Parts.Select(part => part.Photos.Count)])} {Shown(plan.Totals.Earliest, plan)} to {Shown(plan.Totals.Latest, plan)}{(plan.NeedsTimeZone ? " by the camera's clock" : "")}.{cameras}");
        if (RuleOptions.Text(plan.Sequence.Rules) is { Count: > 0 } rules)
        {
            output.Say($"Rules: {string.Join(' ', rules)}");
        }

        if (output.People.Profile.Capabilities.Unicode && PlanTimeline.Of(plan, output.People.Profile.Width) is { } timeline)
        {
            output.SayWhole($"  {timeline}");
        }
    }

    // What to change for fewer parts. Where a camera paused it has often moved on too: both limits have to give way then.
    private static void PrintLongest(Plan plan, Output output)
    {
        var (pauses, jumps, rules) = (MeasuredAt(Reason.Gap), MeasuredAt(Reason.Jump), plan.Sequence.Rules);
        string[] cuts =
        [
            .. Told(pauses, "pause", seconds => Wording.Span(Duration.FromSeconds(seconds))),
            .. Told(jumps, "jump", Wording.Distance),
        ];
        if (cuts.Length > 0)
        {
            string[] options =
            [
                .. Option("--max-gap", pauses.Select(cut => cut.Value), rules.MaxGap),
                .. Option("--max-jump", pauses.Concat(jumps).Select(cut => cut.Metres), rules.MaxJump),
            ];
            output.Say($"  {string.Join("; ", cuts)}: {string.Join(' ', options)} would cut at none of them.");
        }

        List<CutMeasure> MeasuredAt(Reason cut) => [.. plan.Parts.Where(part => part.Cut == cut).Select(part => part.Measure).OfType<CutMeasure>()];

        static string[] Told(List<CutMeasure> cuts, string what, Func<double, string> words) => cuts.Count == 0 ? []
            : [$"{Wording.Count(cuts.Count, "cut")} at a {what} of more than {words(cuts[0].Limit)}, the longest {words(cuts.Max(cut => cut.Value))}"];

        static string[] Option(string name, IEnumerable<double> measured, double limit) =>
            measured.DefaultIfEmpty().Max() is var longest && longest > limit ? [$"{name} {Math.Ceiling(longest):0}"] : [];
    }

    private static string Shown(Instant? time, Plan plan) => time is { } taken ? Wording.Taken(taken, "uuuu-MM-dd HH:mm:ss", plan) : "–";

    private static PlanSummary Summarize(Sequence sequence, List<Plan> plans, List<AlreadyThere> alreadyThere, ErrorPolicy policy, int code) => new(
        [sequence.Id.ToString()],
        plans.Sum(plan => plan.Parts.Count),
        plans.Sum(plan => plan.FileCount),
        plans.Sum(plan => plan.Parts.Sum(part => part.Bytes)),
        plans.Sum(plan => plan.LeftOut.Count),
        alreadyThere.Count,
        alreadyThere.Count(photo => photo.IsCorrected),
        plans.Exists(plan => plan.NeedsTimeZone),
        plans.Select(plan => plan.Refusal?.Code).FirstOrDefault(refusal => refusal is not null),
        code)
    {
        OnErrors = policy.Word,
        Distance = Math.Round(plans[0].Totals.Metres, 3),
        Duration = plans[0].Totals.Duration.TotalSeconds,
        AverageSpeed = Math.Round(plans[0].Totals.KilometresPerHour, 3),
    };
}
