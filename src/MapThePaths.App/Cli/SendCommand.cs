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
internal sealed class SendCommand(VerbContext context, SendChoices choices) : SendRun(context.Composition, choices, Advice.WithAdvice)
{
    private readonly Output _output = context.Output;
    private FlowDisplay? _display;
    private Plan? _told;

    // Destinations that this command has sent to.
    private readonly HashSet<string> _sent = new(StringComparer.Ordinal);

    // Destinations that have photos which this command sends again.
    private readonly HashSet<string> _doubled = new(StringComparer.Ordinal);

    public async Task<int> ImportAndRunAsync(ImportRequest request, CancellationToken cancellationToken)
    {
        Choices.Check();
        var import = ImportCommand.Run(request, context, cancellationToken);
        ImportReport.PrintOthers(import, context);
        if (import.Sequence is { } sequence)
        {
            return await RunAsync(sequence, sequence, cancellationToken);
        }

        ImportReport.PrintLeftOut(import, _output);
        var code = ExitCode.Of(import);
        _output.Line(new SendSummary { SequenceIds = [], Photos = import.Files, LeftOut = import.LeftOut.Count, Failed = import.Files - import.LeftOut.Count, ExitCode = code });
        return code;
    }

    /// <param name="known">As it is stored.</param>
    /// <param name="sequence">As it is to be sent; stored only if it is, since a refused command changes nothing.</param>
    public async Task<int> RunAsync(Sequence known, Sequence sequence, CancellationToken cancellationToken)
    {
        var total = await SendAndFollowAsync(known, sequence, cancellationToken);
        if (Choices.Resend is not null && total.Error is { } error && _sent.Count > 0 && ToTheRest().Length > 0)
        {
            var mind = $"But mind: {WhatGoesOn(sequence)}.";
            _output.Complain(mind);
            total = total with { Error = $"{error} {mind}" };
        }

        _output.Line(SendSummary.Of(total));
        return total.ExitCode;
    }

    // On a terminal a missing zone is a question, elsewhere an obstacle.
    protected override async Task<Plan> PlanAsync(Sequence sequence, string destination, CancellationToken cancellationToken)
    {
        context.Interruption.GoesOn = WhatGoesOn(sequence);
        var plan = await base.PlanAsync(sequence, destination, cancellationToken);
        return plan.NeedsTimeZone && await TimeZoneQuestion.AskAsync(_output, cancellationToken) is { } zone
            ? await base.PlanAsync(sequence with { TimeZone = zone }, destination, cancellationToken)
            : plan;
    }

    protected override string? TellObstacle(Plan plan)
    {
        PlanReport.PrintLeftOut(plan, _output);
        var obstacle = Wording.Obstacle(plan);
        if (obstacle is not null)
        {
            _output.Complain(obstacle);
        }

        return obstacle;
    }

    protected override void Tell(Plan plan)
    {
        PlanReport.Print(plan, _told, new ErrorPolicy(Choices.Terms.FailuresToStop), _output);
        if (_told is null)
        {
            ProposalReport.Print(plan.Proposals, plan.Sequence.Id.ToString(), _output);
        }

        _told = plan;
        if (Composition.StandInFor(plan.Destination) is { } address)
        {
            _output.Say($"Mind: by your settings {plan.Destination} is {address}, not the live service.");
        }
    }

    protected override string? WhyNotAgain(Plan plan, PublishAgain answer)
    {
        if (answer.NotBefore is { } moment)
        {
            var why = $"{plan.Destination} may still show what was published perhaps, and publishing it again would double it. "
                + $"--publish-again is possible from {JsonLines.Iso(moment)} on; until then 'mtpdu status {plan.Sequence.Id}' looks.";
            _output.Complain(why);
            return why;
        }

        _output.Say(answer.Parts > 0
            ? $"{Wording.Count(answer.Parts, "part")} at {plan.Destination} showed no image for 72 hours and will be published again."
            : $"Nothing of '{plan.Sequence.Name}' at {plan.Destination} is unclear, so nothing is published again.");
        return null;
    }

    protected override Task<T> ShowAsync<T>(Func<IProgress<FlowEvent>, Task<T>> work) => (_display ??= FlowDisplay.For(context)).ShowAsync(work);

    protected override async Task<SendOutcome> SendAsync(Plan plan, PhotoDestination destination, UploadTerms terms, CancellationToken cancellationToken)
    {
        if (Choices.NewSession)
        {
            Composition.Flow.DropSessions(plan.Sequence, plan.Destination);
        }

        if (plan.Resend.Count > 0 && Composition.Flow.AlreadyThere(plan, accounts: null).Any(photo => plan.Resend.Contains(photo.PhotoId)))
        {
            _doubled.Add(plan.Destination);
        }

        using var pause = context.Interruption.BeginPausable(() => _output.Complain("Finishing what is on its way; Ctrl-C again stops at once."));
        try
        {
            var outcome = await base.SendAsync(plan, destination, terms with { Pause = pause.Token }, cancellationToken);
            return outcome is { Stopped: null, End: UploadEnd.Paused } ? throw new OperationCanceledException() : outcome;
        }
        catch (OperationCanceledException)
        {
            SayWhereItStopped(plan);
            throw;
        }
    }

    protected override void HasSent(Plan plan, SentResult result)
    {
        if (result.Sent > 0)
        {
            _sent.Add(plan.Destination);
        }
    }

    protected override async Task FollowAsync(Sequence sequence, IReadOnlyList<Plan> sent, AutomaticSync images, CancellationToken cancellationToken)
    {
        _sent.UnionWith(sent.Select(plan => plan.Destination));
        var there = string.Join(" and ", sent.Select((plan, index) => $"{Arrived(plan)} {(index == 0 ? "are sent " : "")}to {plan.Destination}"));
        context.Interruption.GoesOn = Choices.Resend is null ? $"{there}, and {WhatGoesOn(sequence)}" : WhatGoesOn(sequence);
        await ShowAsync(progress => images.FollowAsync(untilDone: true, progress, cancellationToken));
        PrintWaitingEntries(sequence);
    }

    protected override void Conclude(Plan plan, SendOutcome outcome, SentResult result)
    {
        PlanReport.PrintCorrected(outcome.AlreadyThere, plan, _output);
        if (result.Error is { } error)
        {
            _output.Complain(error);
        }

        _output.Say($"{plan.Destination}: {SentWords.Of(result)}");
        if (SentWords.OfBroken(plan.LeftOut) is { } broken)
        {
            _output.Say(broken);
        }

        if (_doubled.Contains(plan.Destination) && result.Sent > 0)
        {
            _output.Say($"What was sent again is a new image; older images of those photos stay online, and 'mtpdu show {plan.Sequence.Id}' still names them.");
        }

        if (!PrintUnclear(plan) && _output.TellsSteps && NextStep(plan, result) is { } step)
        {
            _output.Say($"Next: {step}");
        }
    }

    // Whether there is a part that was published perhaps.
    private bool PrintUnclear(Plan plan)
    {
        var unclear = Composition.Catalog.Overview.Parts(plan.Sequence.Id)
            .Where(part => part.Destination == plan.Destination && part.State == PartState.Publishing)
            .ToList();
        foreach (var part in unclear)
        {
            _output.Line(PartLine.Of(part, context.Now));
            _output.Say($"Part {part.Number} at {Wording.Where(part, Composition.Catalog)}: {Wording.Unclear(part)} {NextSteps.For(part, context.Now)}");
        }

        return unclear.Count > 0;
    }

    private void SayWhereItStopped(Plan plan)
    {
        var step = $", the rest waits here; 'mtpdu send {plan.Sequence.Id} {ToTheRest()}{Account()}{(Choices.Follow ? " --follow" : "")}' goes on";
        _output.Say($"{plan.Destination}: {Arrived(plan)} sent{(_output.TellsSteps ? step : "")}.");
    }

    // Such as "2 of 3 photos": of the account that was used last.
    private string Arrived(Plan plan)
    {
        var planned = plan.Parts.SelectMany(part => part.Photos).Select(photo => photo.Photo.Id).ToHashSet();
        var standings = Composition.Catalog.Overview.Standings(plan.Sequence.Id, plan.Destination, account: null);
        var there = standings.Count(photo => planned.Contains(photo.PhotoId) && photo.State is not (PhotoState.Waiting or PhotoState.Failed or PhotoState.LeftOut));
        return $"{there:N0} of {Wording.Count(planned.Count, "photo")}";
    }

    // Such as "--to mapillary --to practice"; empty when all were sent to.
    private string ToTheRest() =>
        string.Join(' ', Choices.Destinations.Distinct(StringComparer.Ordinal).Where(destination => !_sent.Contains(destination)).Select(destination => $"--to {destination}"));

    // The same command would send once more what was sent again.
    private string WhatGoesOn(Sequence sequence)
    {
        var rest = ToTheRest();
        return Choices.Resend switch
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
        context.Entries.Print(EntryList.Of(sequence.Id, Composition).Where(entry => entry.State != EntryState.Synced));
        if (Composition.EntryServer is not null)
        {
            // Who never signed in there does not wait for it.
            var isSignedIn = Composition.Accounts.At(ServiceList.Web).Count > 0 || Composition.Settings.WebToken is not null;
            context.Entries.PrintUntakable(sequence.Id, Composition, toPeople: isSignedIn);
        }
    }

    private string Account() => Choices.Account is { } account ? $" --account \"{account}\"" : "";

    // After a failed sign-in the complaint has told it.
    private string? NextStep(Plan plan, SentResult summary)
    {
        var (id, hasRest) = (plan.Sequence.Id, summary.Failed + summary.Unpublished > 0);
        var isInvisible = summary.Sent + summary.AlreadySent > summary.Visible;
        return summary.ExitCode switch
        {
            ExitCode.SignInNeeded => null,
            ExitCode.PartlyDone or ExitCode.DestinationFailed when hasRest =>
                $"{(summary.Failed > summary.Waiting ? $"'mtpdu show {id}' tells which and why; " : "")}'mtpdu send {id} --to {plan.Destination}{Account()}' tries the rest again. Nothing is sent twice.",
            _ when isInvisible && !Choices.DryRun && (!Choices.Follow || summary.ExitCode != ExitCode.Done) =>
                $"'mtpdu status {id} --follow' tells when the images are visible.",
            _ => null,
        };
    }
}
