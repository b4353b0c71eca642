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
        choices.Check();
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
        choices.Check();
        _composition.Organization = choices.Organization;
        _composition.BytesPerSecond = choices.BytesPerSecond;
        List<SendSummary> summaries = [];
        foreach (var destination in choices.Destinations.Distinct(StringComparer.Ordinal))
        {
            summaries.Add(await SendToAsync(sequence, destination, choices, cancellationToken));
        }

        var total = SendReport.Sum(summaries);
        _output.Line(total);
        return total.ExitCode;
    }

    private async Task<SendSummary> SendToAsync(Sequence sequence, string destination, SendChoices choices, CancellationToken cancellationToken)
    {
        var plan = PlanFor(sequence, destination);
        PlanVerb.PrintLeftOut(plan, _output);
        if (PlanVerb.Obstacle(plan) is { } obstacle)
        {
            _output.Complain(obstacle);
            return SendReport.Refused(plan, obstacle);
        }

        PlanVerb.PrintForPeople(plan, _output);
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

        var standings = _composition.Catalog.Overview.Standings(sequence.Id, destination, outcome.AccountId);
        var summary = SendReport.Of(plan, outcome, standings);
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
        using var writer = CatalogLock.Take(_composition.Settings.CatalogPath);
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
            var there = _composition.Catalog.Overview.Standings(plan.Sequence.Id, plan.Destination, account: null).Where(photo => photo.IsCommitted);
            return new SendOutcome(AccountId: null, there.Select(photo => photo.PhotoId).ToHashSet(), failure);
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

    private void Conclude(Plan plan, SendSummary summary, SendChoices choices)
    {
        if (summary.Error is { } error)
        {
            _output.Complain(error);
        }

        _output.Say($"{plan.Destination}: of {Wording.Count(summary.Photos, "photo")}, {summary.Sent} sent now, {summary.AlreadySent} were there before, {summary.LeftOut} left out, {summary.Failed} failed{(summary.DryRun > 0 ? $", {summary.DryRun} in a dry run" : "")}; {summary.Visible} visible.");
        if (summary.ExitCode is ExitCode.PartlyDone or ExitCode.DestinationFailed or ExitCode.SignInNeeded)
        {
            _output.Say($"Next: 'mtpdu show {plan.Sequence.Id}' tells which and why; 'mtpdu send {plan.Sequence.Id} --to {plan.Destination}' tries the rest again. Nothing is sent twice.");
        }
        else if (!choices.Follow && !choices.DryRun && summary.Sent + summary.AlreadySent > summary.Visible)
        {
            _output.Say($"Next: 'mtpdu status {plan.Sequence.Id} --follow' tells when the images are visible.");
        }
    }
}
