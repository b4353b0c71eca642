using MapThePaths.App.Services;
using MapThePaths.App.Syncing;
using MapThePaths.App.Web.Sequences;
using MapThePaths.Core.Catalog;
using MapThePaths.Core.Destinations;
using MapThePaths.Core.Model;
using MapThePaths.Core.Uploading;

namespace MapThePaths.App.Web.Runs;

/// <summary>Sends a sequence to one destination after the other.</summary>
internal sealed class SendingWork(PageRun run, Composition composition, SendRequest request)
{
    private readonly FlowTelling _telling = new(run, composition.Catalog, composition.Time);

    /// <exception cref="UserMistakeException">A destination that does not exist, or wishes that contradict each other; nothing was done.</exception>
    public static void Check(SendRequest request)
    {
        if (request.Destinations.Count == 0)
        {
            throw new UserMistakeException("Choose where to send it.");
        }

        SendingTwice.Check(request.DryRun, request.PublishAgain ? "Publishing again" : request.Resend ? "Sending again" : null, "a dry run");
        request.Destinations.ToList().ForEach(destination => ServiceList.RulesOf(destination));
    }

    public async Task<RunOutcome> DoAsync(Sequence sequence, CancellationToken cancellationToken)
    {
        Check(request);
        composition.Progress = _telling;
        composition.Tokens.Account = request.Account;
        composition.Organization = request.Organization;
        composition.BytesPerSecond = request.Bandwidth;
        List<SentResult> results = [];
        var end = UploadEnd.Done;
        foreach (var destination in request.Destinations.Distinct(StringComparer.Ordinal).TakeWhile(_ => end != UploadEnd.Paused))
        {
            (var result, end) = await SendToAsync(sequence, destination, cancellationToken);
            results.Add(result);
            if (end != UploadEnd.Paused && result.ExitCode is ExitCode.Done or ExitCode.PartlyDone)
            {
                DoneWith(destination);
            }
        }

        var total = SendReport.Sum(results);
        return end == UploadEnd.Paused
            ? new RunOutcome(ExitCode.Cancelled, "Paused. Sending the sequence again goes on where it stopped.", total) { State = RunState.Paused }
            : new RunOutcome(total.ExitCode, total.Error, total);
    }

    private async Task<(SentResult Result, UploadEnd End)> SendToAsync(Sequence sequence, string destination, CancellationToken cancellationToken)
    {
        var plan = composition.Flow.Plan(sequence, destination, ServiceList.RulesOf(destination));
        foreach (var left in plan.LeftOut)
        {
            run.Log.Add(new FileLeftOut(left.Path, left.Reason.Code, destination));
        }

        if (PlanView.ObstacleOf(plan) is { } obstacle)
        {
            return (SendReport.Refused(plan, obstacle), UploadEnd.Done);
        }

        if (request.PublishAgain && await WhyNotAgainAsync(plan, cancellationToken) is { } notAgain)
        {
            return (SendReport.NotAgain(plan, composition.Flow.AlreadyThere(plan), notAgain), UploadEnd.Done);
        }

        var begun = composition.Time.Now();
        var outcome = await SendAsync(Wished(plan), cancellationToken);
        if (request is { Follow: true, DryRun: false } && outcome is { Stopped: null, End: not UploadEnd.Paused })
        {
            outcome = outcome with { Stopped = await FollowAsync(sequence, cancellationToken) };
        }

        var standings = composition.Catalog.Overview.Standings(sequence.Id, destination, outcome.AccountId);
        var result = SendReport.Of(plan, outcome, standings, begun);
        return (outcome.Stopped is { } failure ? result with { Error = failure.OnPage() } : result, outcome.Stopped is null ? outcome.End : UploadEnd.Done);
    }

    // Null when what is unclear may be published again, or nothing is.
    private async Task<string?> WhyNotAgainAsync(Plan plan, CancellationToken cancellationToken)
    {
        using var writer = CatalogLock.Take(composition.Settings.CatalogPath);
        var destination = await composition.DestinationAsync(plan.Destination, cancellationToken);
        var answer = await composition.Flow.PublishAgainAsync(plan.Sequence, destination, _telling, cancellationToken);
        return answer.NotBefore is { } moment
            ? $"{ServiceList.TitleOf(plan.Destination)} may still show what was published perhaps, and publishing it again would double it. That is possible from {moment.ToDateTimeUtc():yyyy-MM-dd HH:mm} UTC on; until then, follow it."
            : null;
    }

    // Going on must not send on purpose once more what this run has sent again already.
    private void DoneWith(string destination)
    {
        var left = run.Sending?.Destinations.Where(other => other != destination).ToList();
        run.Sending = left is { Count: > 0 } ? run.Sending! with { Destinations = left } : null;
    }

    private Plan Wished(Plan plan) => request.Resend
        ? plan with { Resend = plan.Parts.SelectMany(part => part.Photos).Select(photo => photo.Photo.Id).ToHashSet() }
        : plan;

    private async Task<Core.SendOutcome> SendAsync(Plan plan, CancellationToken cancellationToken)
    {
        using var writer = CatalogLock.Take(composition.Settings.CatalogPath);
        try
        {
            var destination = await composition.DestinationAsync(plan.Destination, cancellationToken);
            var terms = UploadTerms.Usual with { Pause = run.Pausing };
            return await composition.Flow.SendAsync(plan, destination, request.DryRun, terms, _telling, cancellationToken);
        }
        catch (DestinationException failure)
        {
            // The destination was not even reached: nothing of this run is anywhere but here.
            var there = composition.Catalog.Overview.Standings(plan.Sequence.Id, plan.Destination, account: null).Where(photo => photo.IsThere);
            return new Core.SendOutcome(AccountId: null, there.Select(photo => photo.PhotoId).ToHashSet(), failure);
        }
    }

    private async Task<DestinationException?> FollowAsync(Sequence sequence, CancellationToken cancellationToken)
    {
        // Whoever pauses does not want to wait for images either.
        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, run.Pausing);
        try
        {
            await new AutomaticSync(composition, sequence.Id, PageAdvice.OnPage).FollowAsync(
                (heard, stop) => composition.Flow.FollowAsync(composition.DestinationAsync, sequence.Id, untilDone: true, heard, stop), _telling, both.Token);
            return null;
        }
        catch (DestinationException failure)
        {
            return failure;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return null;
        }
    }
}
