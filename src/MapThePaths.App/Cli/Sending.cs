using MapThePaths.Core;
using MapThePaths.Core.Catalog;
using MapThePaths.Core.Destinations;
using MapThePaths.Core.Importing;
using MapThePaths.Core.Model;
using MapThePaths.Core.Uploading;

namespace MapThePaths.App.Cli;

/// <summary>Sends a sequence to one destination after the other, and tells how it went.</summary>
internal sealed class Sending(VerbContext context)
{
    private readonly Composition _composition = context.Composition;
    private readonly Output _output = context.Output;

    public async Task<int> ImportAndRunAsync(ImportRequest request, SendChoices choices, CancellationToken cancellationToken)
    {
        // Nothing is read for a destination that does not exist.
        choices.Destinations.ToList().ForEach(destination => Composition.RulesOf(destination));
        var import = ImportVerb.Import(request, context, cancellationToken);
        if (import.Sequence is { } sequence)
        {
            return await RunAsync(sequence, choices, cancellationToken);
        }

        ImportVerb.PrintLeftOut(import, _output);
        var code = ImportVerb.CodeFor(import);
        _output.Line(new SendSummary { SequenceIds = [], Photos = import.Files, LeftOut = import.LeftOut.Count, Failed = import.Files - import.LeftOut.Count, ExitCode = code });
        return code;
    }

    public async Task<int> RunAsync(Sequence sequence, SendChoices choices, CancellationToken cancellationToken)
    {
        _composition.Organization = choices.Organization;
        _composition.BytesPerSecond = choices.BytesPerSecond;
        List<SendSummary> summaries = [];
        foreach (var destination in choices.Destinations.Distinct(StringComparer.Ordinal))
        {
            summaries.Add(await SendToAsync(sequence, destination, choices, cancellationToken));
        }

        var total = Add(summaries);
        _output.Line(total);
        return total.ExitCode;
    }

    private async Task<SendSummary> SendToAsync(Sequence sequence, string destination, SendChoices choices, CancellationToken cancellationToken)
    {
        var plan = PlanFor(sequence, destination);
        PlanVerb.PrintLeftOut(plan, _output);
        if (PlanVerb.Obstacle(plan) is { } obstacle)
        {
            return Refused(plan, obstacle);
        }

        PlanVerb.PrintForPeople(plan, _output);
        using var writer = CatalogLock.Take(_composition.Settings.CatalogPath);
        var display = new FlowDisplay(_composition.Catalog, _output);
        var outcome = await SendAsync(plan, choices, display, cancellationToken);
        if (outcome is { Stopped: null, End: UploadEnd.Paused })
        {
            throw new OperationCanceledException();
        }

        if (choices.Follow && !choices.DryRun && outcome.Stopped is null)
        {
            outcome = outcome with { Stopped = await FollowAsync(sequence, display, cancellationToken) };
        }

        var summary = Summarize(plan, outcome);
        Conclude(plan, summary, choices);
        return summary;
    }

    // On a terminal a missing zone is a question, elsewhere an obstacle.
    private Plan PlanFor(Sequence sequence, string destination)
    {
        var plan = Plan();
        if (plan.NeedsTimeZone && TimeZoneQuestion.Ask(_output) is { } zone)
        {
            sequence = sequence with { TimeZone = zone };
            _composition.Catalog.Sequencing.StoreSettings(sequence);
            plan = Plan();
        }

        return plan;

        Plan Plan() => _composition.Flow.Plan(sequence, destination, Composition.RulesOf(destination));
    }

    private async Task<SendOutcome> SendAsync(Plan plan, SendChoices choices, FlowDisplay display, CancellationToken cancellationToken)
    {
        try
        {
            var destination = await _composition.DestinationAsync(plan.Destination, cancellationToken);
            using var pause = context.Interruption.BeginPausable(() => _output.Complain("Finishing what is on its way; Ctrl-C again stops at once."));
            var terms = choices.Terms with { Pause = pause.Token };
            return await display.ShowAsync(progress => _composition.Flow.SendAsync(plan, destination, choices.DryRun, terms, progress, cancellationToken));
        }
        catch (DestinationException failure)
        {
            // The destination was not even reached: nothing of this run is anywhere but here.
            return new SendOutcome(AlreadySent: 0, PartIds: new HashSet<long>(), failure);
        }
    }

    private async Task<DestinationException?> FollowAsync(Sequence sequence, FlowDisplay display, CancellationToken cancellationToken)
    {
        try
        {
            await display.ShowAsync(async progress =>
            {
                await _composition.Flow.FollowAsync(_composition.DestinationAsync, sequence.Id, untilDone: true, progress, cancellationToken);
                return true;
            });
            return null;
        }
        catch (DestinationException failure)
        {
            return failure;
        }
    }

    private SendSummary Refused(Plan plan, string obstacle)
    {
        _output.Complain(obstacle);
        var code = PlanVerb.CodeFor(plan);
        return new SendSummary
        {
            SequenceIds = [plan.Sequence.Id.ToString()],
            Photos = plan.FileCount,
            LeftOut = plan.LeftOut.Count,
            Failed = plan.PhotoCount,
            ExitCode = code == ExitCode.Done ? ExitCode.WrongUsage : code,
            Error = obstacle,
        };
    }

    private SendSummary Summarize(Plan plan, SendOutcome outcome)
    {
        var parts = _composition.Catalog.Overview.Parts(plan.Sequence.Id).Where(part => part.Destination == plan.Destination).ToList();
        var ofThisRun = parts.Where(part => outcome.PartIds.Contains(part.Id)).ToList();
        var sent = ofThisRun.Sum(part => part.Sent);
        var dryRun = ofThisRun.Sum(part => part.DryRun);
        var summary = new SendSummary
        {
            SequenceIds = [plan.Sequence.Id.ToString()],
            Photos = plan.FileCount,
            Sent = sent,
            AlreadySent = outcome.AlreadySent,
            LeftOut = plan.LeftOut.Count,
            Failed = plan.PhotoCount - outcome.AlreadySent - sent - dryRun,
            DryRun = dryRun,
            Visible = parts.Sum(part => part.Visible),
            Error = outcome.Stopped?.Message ?? (outcome.End == UploadEnd.TooManyFailures ? "Stopped because of failed photos, as --on-errors says; the rest waits." : null),
        };
        return summary with { ExitCode = CodeFor(plan, outcome, summary, ofThisRun) };
    }

    private static int CodeFor(Plan plan, SendOutcome outcome, SendSummary summary, List<PartStatus> parts)
    {
        if (outcome.Stopped is { Kind: FailureKind.SignInNeeded or FailureKind.AskedWrongly } stopped)
        {
            return Verb.CodeFor(stopped);
        }

        if (outcome.Stopped is not null && summary.Sent == 0)
        {
            return ExitCode.DestinationFailed;
        }

        if (parts.Count > 0 && parts.TrueForAll(part => part.State == PartState.Failed && part.Error is not null))
        {
            return ExitCode.DestinationFailed;
        }

        var isWhole = outcome.Stopped is null
            && summary.Failed == 0
            && parts.TrueForAll(part => part.State is PartState.Processing or PartState.Live or PartState.DryRun)
            && !plan.LeftOut.Any(leftOut => leftOut.Reason.IsBrokenFile);
        return isWhole ? ExitCode.Done : ExitCode.PartlyDone;
    }

    private void Conclude(Plan plan, SendSummary summary, SendChoices choices)
    {
        if (summary.Error is { } error)
        {
            _output.Complain(error);
        }

        _output.Say($"{plan.Destination}: of {Wording.Count(summary.Photos, "photo")}, {summary.Sent} sent now, {summary.AlreadySent} were there before, {summary.LeftOut} left out, {summary.Failed} failed{(summary.DryRun > 0 ? $", {summary.DryRun} in a dry run" : "")}; {summary.Visible} visible.");
        if (summary.ExitCode is ExitCode.PartlyDone or ExitCode.DestinationFailed or ExitCode.SignInNeeded && summary.Failed > 0)
        {
            _output.Say($"Next: 'mtpdu send {plan.Sequence.Id} --to {plan.Destination}' tries the rest again; nothing is sent twice.");
        }
        else if (!choices.Follow && !choices.DryRun && summary.Sent + summary.AlreadySent > summary.Visible)
        {
            _output.Say($"Next: 'mtpdu status {plan.Sequence.Id} --follow' tells when the images are visible.");
        }
    }

    private static SendSummary Add(List<SendSummary> summaries) => summaries.Aggregate((first, second) => first with
    {
        Photos = first.Photos + second.Photos,
        Sent = first.Sent + second.Sent,
        AlreadySent = first.AlreadySent + second.AlreadySent,
        LeftOut = first.LeftOut + second.LeftOut,
        Failed = first.Failed + second.Failed,
        DryRun = first.DryRun + second.DryRun,
        Visible = first.Visible + second.Visible,
        ExitCode = first.ExitCode == ExitCode.Done ? second.ExitCode : first.ExitCode,
        Error = first.Error ?? second.Error,
    });
}
