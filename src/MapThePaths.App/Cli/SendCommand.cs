using MapThePaths.App.Cli.Lines;
using MapThePaths.App.Sending;
using MapThePaths.App.Services;
using MapThePaths.App.Syncing;
using MapThePaths.Core;
using MapThePaths.Core.Destinations;
using MapThePaths.Core.Importing;
using MapThePaths.Core.Model;
using MapThePaths.Core.Uploading;

namespace MapThePaths.App.Cli;

/// <summary>Sends a sequence to one destination after the other, and tells how it went.</summary>
internal sealed class SendCommand(VerbContext context)
{
    private readonly Composition _composition = context.Composition;
    private readonly Output _output = context.Output;

    // Destinations that this command has sent to.
    private readonly HashSet<string> _sent = new(StringComparer.Ordinal);

    public async Task<int> ImportAndRunAsync(ImportRequest request, SendChoices choices, CancellationToken cancellationToken)
    {
        choices.Check();
        var import = ImportCommand.Run(request, context, cancellationToken);
        ImportReport.PrintOthers(import, context);
        if (import.Sequence is { } sequence)
        {
            return await RunAsync(sequence, sequence, choices, cancellationToken);
        }

        ImportReport.PrintLeftOut(import, _output);
        var code = ExitCode.Of(import);
        _output.Line(new SendSummary { SequenceIds = [], Photos = import.Files, LeftOut = import.LeftOut.Count, Failed = import.Files - import.LeftOut.Count, ExitCode = code });
        return code;
    }

    /// <param name="known">As it is stored.</param>
    /// <param name="sequence">As it is to be sent; stored only if it is, since a refused command changes nothing.</param>
    public async Task<int> RunAsync(Sequence known, Sequence sequence, SendChoices choices, CancellationToken cancellationToken)
    {
        choices.Check();
        var run = new SendRun(_composition, choices, Advice.WithAdvice);
        List<SentResult> summaries = [];
        foreach (var destination in choices.Destinations.Distinct(StringComparer.Ordinal))
        {
            context.Interruption.GoesOn = WhatGoesOn(sequence, choices);
            var plan = await PlanForAsync(sequence, destination, cancellationToken);
            sequence = plan.Sequence;
            summaries.Add(await SendPlanAsync(ResendChoice.Apply(plan, choices.Resend), known, run, choices, cancellationToken));
            if (summaries[^1].Sent > 0)
            {
                _sent.Add(destination);
            }
        }

        var total = SendReport.Sum(summaries);
        _output.Line(SendSummary.Of(total));
        return total.ExitCode;
    }

    private async Task<SentResult> SendPlanAsync(Plan plan, Sequence known, SendRun run, SendChoices choices, CancellationToken cancellationToken)
    {
        var display = FlowDisplay.For(context);
        PlanReport.PrintLeftOut(plan, _output);
        if (Wording.Obstacle(plan) is { } obstacle)
        {
            _output.Complain(obstacle);
            return SendReport.Refused(plan, obstacle);
        }

        PlanReport.Print(plan, new ErrorPolicy(choices.Terms.FailuresToStop), _output);
        ProposalReport.Print(plan.Proposals, plan.Sequence.Id.ToString(), _output);
        if (_composition.StandInFor(plan.Destination) is { } address)
        {
            _output.Say($"Mind: by your settings {plan.Destination} is {address}, not the live service.");
        }

        if (choices.PublishAgain && await WhyNotAgainAsync(plan, run, display, cancellationToken) is { } notAgain)
        {
            _output.Complain(notAgain);
            return SendReport.NotAgain(plan, _composition.Flow.AlreadyThere(plan), notAgain);
        }

        if (plan.Sequence != known)
        {
            _composition.Catalog.Sequencing.StoreSettings(plan.Sequence);
        }

        var (summary, outcome) = await run.RunAsync(
            plan,
            destination => SendToItsEndAsync(plan, destination, choices, display, cancellationToken),
            () => FollowAsync(plan, choices, display, cancellationToken),
            cancellationToken);
        PlanReport.PrintCorrected(outcome.AlreadyThere, plan, _output);
        Conclude(plan, summary, choices);
        return summary;
    }

    // On a terminal a missing zone is a question, elsewhere an obstacle.
    private async Task<Plan> PlanForAsync(Sequence sequence, string destination, CancellationToken cancellationToken)
    {
        var plan = Plan();
        if (plan.NeedsTimeZone && await TimeZoneQuestion.AskAsync(_output, cancellationToken) is { } zone)
        {
            sequence = sequence with { TimeZone = zone };
            plan = Plan();
        }

        return plan;

        Plan Plan() => _composition.Flow.Plan(sequence, destination, ServiceList.RulesOf(destination));
    }

    // Null when what is unclear may be published again, or nothing is.
    private async Task<string?> WhyNotAgainAsync(Plan plan, SendRun run, FlowDisplay display, CancellationToken cancellationToken)
    {
        var answer = await run.AtDestinationAsync(
            plan,
            destination => display.ShowAsync(progress => _composition.Flow.PublishAgainAsync(plan.Sequence, destination, progress, cancellationToken)),
            cancellationToken);
        if (answer.NotBefore is { } moment)
        {
            return $"{plan.Destination} may still show what was published perhaps, and publishing it again would double it. "
                + $"--publish-again is possible from {JsonLines.Iso(moment)} on; until then 'mtpdu status {plan.Sequence.Id}' looks.";
        }

        _output.Say(answer.Parts > 0
            ? $"{Wording.Count(answer.Parts, "part")} at {plan.Destination} showed no image for 72 hours and will be published again."
            : $"Nothing of '{plan.Sequence.Name}' at {plan.Destination} is unclear, so nothing is published again.");
        return null;
    }

    private async Task<SendOutcome> SendToItsEndAsync(
        Plan plan, PhotoDestination destination, SendChoices choices, FlowDisplay display, CancellationToken cancellationToken)
    {
        if (choices.NewSession)
        {
            _composition.Flow.DropSessions(plan.Sequence, plan.Destination);
        }

        using var pause = context.Interruption.BeginPausable(() => _output.Complain("Finishing what is on its way; Ctrl-C again stops at once."));
        var terms = choices.Terms with { Pause = pause.Token };
        try
        {
            var outcome = await display.ShowAsync(progress => _composition.Flow.SendAsync(plan, destination, choices.DryRun, terms, progress, cancellationToken));
            return outcome is { Stopped: null, End: UploadEnd.Paused } ? throw new OperationCanceledException() : outcome;
        }
        catch (OperationCanceledException)
        {
            SayWhereItStopped(plan, choices);
            throw;
        }
    }

    private void SayWhereItStopped(Plan plan, SendChoices choices)
    {
        var step = $", the rest waits here; 'mtpdu send {plan.Sequence.Id} {ToTheRest(choices)}{Account(choices)}{(choices.Follow ? " --follow" : "")}' goes on";
        _output.Say($"{plan.Destination}: {Arrived(plan)} sent{(_output.TellsSteps ? step : "")}.");
    }

    // Such as "2 of 3 photos": of the account that was used last.
    private string Arrived(Plan plan)
    {
        var planned = plan.Parts.SelectMany(part => part.Photos).Select(photo => photo.Photo.Id).ToHashSet();
        var standings = _composition.Catalog.Overview.Standings(plan.Sequence.Id, plan.Destination, account: null);
        var there = standings.Count(photo => planned.Contains(photo.PhotoId) && photo.State is not (PhotoState.Waiting or PhotoState.Failed or PhotoState.LeftOut));
        return $"{there:N0} of {Wording.Count(planned.Count, "photo")}";
    }

    private async Task FollowAsync(Plan plan, SendChoices choices, FlowDisplay display, CancellationToken cancellationToken)
    {
        _sent.Add(plan.Destination);
        var goesOn = WhatGoesOn(plan.Sequence, choices);
        context.Interruption.GoesOn = choices.Resend is null ? $"{Arrived(plan)} are sent to {plan.Destination}, and {goesOn}" : goesOn;
        var images = new AutomaticSync(_composition, plan.Sequence.Id, Advice.WithAdvice);
        await display.ShowAsync(progress => images.FollowAsync(untilDone: true, progress, cancellationToken));
        PrintWaitingEntries(plan.Sequence);
    }

    // Such as "--to mapillary --to practice"; empty when all were sent to.
    private string ToTheRest(SendChoices choices) =>
        string.Join(' ', choices.Destinations.Distinct(StringComparer.Ordinal).Where(destination => !_sent.Contains(destination)).Select(destination => $"--to {destination}"));

    // The same command would send once more what was sent again.
    private string WhatGoesOn(Sequence sequence, SendChoices choices)
    {
        var rest = ToTheRest(choices);
        return choices.Resend switch
        {
            null => Interruption.SameCommand,
            _ when _sent.Count == 0 => Interruption.SameCommand,
            _ when rest.Length == 0 => $"all was sent again, and 'mtpdu status {sequence.Id} --follow' goes on; the same command would send it once more",
            _ => $"the same command with {rest} alone goes on from there; with {string.Join(" and ", _sent)} it would send once more what was sent again there",
        };
    }

    // Of those that were synced on the way people have heard.
    private void PrintWaitingEntries(Sequence sequence)
    {
        context.Entries.Print(EntryList.Of(sequence.Id, _composition).Where(entry => entry.State != EntryState.Synced));
        if (_composition.EntryServer is not null)
        {
            context.Entries.PrintUntakable(sequence.Id, _composition);
        }
    }

    private void Conclude(Plan plan, SentResult summary, SendChoices choices)
    {
        if (summary.Error is { } error)
        {
            _output.Complain(error);
        }

        _output.Say($"{plan.Destination}: {SentWords.Of(summary)}");
        if (SentWords.OfBroken(plan.LeftOut) is { } broken)
        {
            _output.Say(broken);
        }

        if (plan.Resend.Count > 0 && summary.Sent > 0)
        {
            _output.Say("What was sent again is a new image; older images of those photos stay online, and 'mtpdu show' still names them.");
        }

        if (_output.TellsSteps && NextStep(plan, summary, choices) is { } step)
        {
            _output.Say($"Next: {step}");
        }
    }

    private static string Account(SendChoices choices) => choices.Account is { } account ? $" --account \"{account}\"" : "";

    // After a failed sign-in the complaint has told it.
    private static string? NextStep(Plan plan, SentResult summary, SendChoices choices)
    {
        var (id, hasRest) = (plan.Sequence.Id, summary.Failed + summary.Unpublished > 0);
        var isInvisible = summary.Sent + summary.AlreadySent > summary.Visible;
        return summary.ExitCode switch
        {
            ExitCode.SignInNeeded => null,
            ExitCode.PartlyDone or ExitCode.DestinationFailed when hasRest =>
                $"'mtpdu show {id}' tells which and why; 'mtpdu send {id} --to {plan.Destination}{Account(choices)}' tries the rest again. Nothing is sent twice.",
            _ when isInvisible && !choices.DryRun && (!choices.Follow || summary.ExitCode != ExitCode.Done) =>
                $"'mtpdu status {id} --follow' tells when the images are visible.",
            _ => null,
        };
    }
}
