using System.CommandLine;
using MapThePaths.App.Cli.Lines;
using MapThePaths.App.Services;
using MapThePaths.Core.Model;
using MapThePaths.Core.Preparing;

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
        var account = new Option<string?>("--account")
        {
            Description = "Counts as there already only what this account has sent, by its name in 'mtpdu accounts', as 'send --account' does. Without it, all accounts'.",
            HelpName = "name",
        };
        command.Add(account);
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
            var accounts = context.Composition.AccountsNamed(parsed.GetValue(account));
            PrintEdits(plans[0], context.Output);
            var alreadyThere = plans.SelectMany(plan => Print(plan, ServiceList.Of(plan.Destination).HasSignIn ? accounts : null, policy, context)).ToList();
            ProposalReport.Print(plans[0].Proposals, sequence.Id.ToString(), context.Output);
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

    private static void PrintEdits(Plan plan, Output output)
    {
        foreach (var edit in plan.Edits)
        {
            output.Line(EditLine.Of(plan.Sequence, edit));
            output.Say($"Edit {Wording.Edit(edit)}");
        }
    }

    private static List<AlreadyThere> Print(Plan plan, IReadOnlySet<string>? accounts, ErrorPolicy policy, VerbContext context)
    {
        var output = context.Output;
        foreach (var part in plan.Parts)
        {
            output.Line(PlannedPartLine.Of(plan, part, policy));
        }

        PlanReport.PrintLeftOut(plan, output);
        PlanReport.Print(plan, policy, output);
        var alreadyThere = context.Composition.Flow.AlreadyThere(plan)
            .Where(photo => accounts is null || photo.Account.Length == 0 || accounts.Contains(photo.Account))
            .DistinctBy(photo => photo.PhotoId)
            .ToList();
        if (alreadyThere.Count > 0)
        {
            output.Say($"Of these, {alreadyThere.Count:N0} {(alreadyThere.Count == 1 ? "is" : "are")} there already; 'send' does not send again {(accounts is null ? "what the same account has sent" : "what this account has sent")}.");
        }

        IEnumerable<string?> whose = accounts ?? (IEnumerable<string?>)[null];
        PlanReport.PrintLeftOutThoughThere(
            plan, [.. whose.SelectMany(account => context.Composition.Catalog.Overview.Standings(plan.Sequence.Id, plan.Destination, account))], output);
        PlanReport.PrintCorrected(alreadyThere, plan, output);
        return alreadyThere;
    }

    private static int CodeFor(Plan plan) => plan.Refusal is not null || plan.Parts.Count == 0 ? ExitCode.RefusedByRule : ExitCode.Done;

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
