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
            Description = "Counts as there already only what this account has sent, by its name in 'mtpdu accounts', as 'send --account' does. Without it, what the only account has sent that is signed in there; else all accounts'.",
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
            var (composition, output) = (context.Composition, context.Output);
            var sequence = cuts.Apply(parsed, context.FindSequence(parsed.GetRequiredValue(id)));
            var arranged = composition.Flow.Arrange(sequence);
            var policy = parsed.GetValue(onErrors);
            List<(Plan Plan, IReadOnlyList<AlreadyThere> There)> plans = [];
            foreach (var destination in parsed.GetRequiredValue(destinations).Distinct(StringComparer.Ordinal))
            {
                var planned = Planning.Plan(arranged, destination, ServiceList.RulesOf(destination));
                var sender = Sender.At(destination, parsed.GetValue(account), composition);
                var plan = composition.Flow.Number(planned, sender.Ids);
                if (plans.Count == 0)
                {
                    PrintEdits(plan, output);
                }

                plans.Add((plan, Print(plan, plans.LastOrDefault().Plan, sender, policy, context)));
            }

            ProposalReport.Print(plans[0].Plan.Proposals, sequence.Id.ToString(), output);
            if (parsed.GetValue(html) is { } file)
            {
                PlanPage.PlanFile.Write(file, plans.ConvertAll(plan => plan.Plan), composition.Catalog.Sequencing.Photos(sequence.Id), context.Now);
                output.Say($"The plan with its map: {Path.GetFullPath(file)}");
            }

            var code = plans.Select(plan => CodeFor(plan.Plan)).FirstOrDefault(code => code != ExitCode.Done);
            output.Line(Summarize(sequence, plans.ConvertAll(plan => plan.Plan), [.. plans.SelectMany(plan => plan.There)], policy, code));
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

    private static List<AlreadyThere> Print(Plan plan, Plan? before, Sender sender, ErrorPolicy policy, VerbContext context)
    {
        var output = context.Output;
        foreach (var part in plan.Parts)
        {
            output.Line(PlannedPartLine.Of(plan, part, policy));
        }

        PlanReport.PrintLeftOut(plan, output);
        PlanReport.Print(plan, before, policy, output);
        var alreadyThere = context.Composition.Flow.AlreadyThere(plan, sender.Ids).DistinctBy(photo => photo.PhotoId).ToList();
        if (alreadyThere.Count > 0)
        {
            output.Say($"Of these, {alreadyThere.Count:N0} {(alreadyThere.Count == 1 ? "is" : "are")} there already{sender.Words}");
        }

        IEnumerable<string?> whose = sender.Ids ?? (IEnumerable<string?>)[null];
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

    /// <summary>By whose parts and photos a plan goes.</summary>
    /// <param name="Ids">Null for everybody's.</param>
    /// <param name="Words">What of those that are there 'send' does.</param>
    private sealed record Sender(IReadOnlyCollection<string>? Ids, string Words)
    {
        private const string NotAgain = "'send' does not send again";

        public static Sender At(string destination, string? name, Composition composition)
        {
            var named = composition.AccountsNamed(name);
            return composition.SenderAt(destination, name) switch
            {
                _ when !ServiceList.Of(destination).HasSignIn => new Sender(Ids: null, $"; {NotAgain} what is there."),
                { } known => new Sender([known.UserId], $", sent by '{known.Name}'; {NotAgain} what this account has sent."),
                null when named is not null => new Sender(named, $", sent by '{name}'; {NotAgain} what this account has sent."),
                null => new Sender(Ids: null, $", counting what any account has sent; {NotAgain} what the same account has sent."),
            };
        }
    }
}
