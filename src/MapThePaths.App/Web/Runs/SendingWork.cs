using MapThePaths.App.Sending;
using MapThePaths.App.Services;
using MapThePaths.App.Syncing;
using MapThePaths.App.Web.Sequences;
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
        request.Choices(CancellationToken.None).Check();
    }

    public async Task<RunOutcome> DoAsync(Sequence sequence, CancellationToken cancellationToken)
    {
        Check(request);
        composition.Progress = _telling;
        var choices = request.Choices(run.Pausing);
        var sending = new SendRun(composition, choices, PageAdvice.OnPage);
        List<SentResult> results = [];
        var end = UploadEnd.Done;
        foreach (var destination in choices.Destinations.Distinct(StringComparer.Ordinal).TakeWhile(_ => end != UploadEnd.Paused))
        {
            (var result, end) = await SendToAsync(sequence, destination, sending, choices, cancellationToken);
            results.Add(result);
            if (end != UploadEnd.Paused && result.ExitCode is ExitCode.Done or ExitCode.PartlyDone)
            {
                DoneWith(destination);
            }
        }

        var total = SendReport.Sum(results);
        return end == UploadEnd.Paused
            ? new RunOutcome(ExitCode.Cancelled, "Paused. What is left waits here; nothing is sent twice.", total) { State = RunState.Paused }
            : new RunOutcome(total.ExitCode, total.Error, total);
    }

    private async Task<(SentResult Result, UploadEnd End)> SendToAsync(
        Sequence sequence, string destination, SendRun sending, SendChoices choices, CancellationToken cancellationToken)
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

        if (choices.PublishAgain && await WhyNotAgainAsync(plan, sending, cancellationToken) is { } notAgain)
        {
            return (SendReport.NotAgain(plan, composition.Flow.AlreadyThere(plan), notAgain), UploadEnd.Done);
        }

        plan = ResendChoice.Apply(plan, choices.Resend);
        var (result, outcome) = await sending.RunAsync(
            plan,
            service => composition.Flow.SendAsync(plan, service, choices.DryRun, choices.Terms, _telling, cancellationToken),
            () => FollowAsync(sequence, cancellationToken),
            cancellationToken);
        return (result, outcome.Stopped is null ? outcome.End : UploadEnd.Done);
    }

    // Null when what is unclear may be published again, or nothing is.
    private async Task<string?> WhyNotAgainAsync(Plan plan, SendRun sending, CancellationToken cancellationToken)
    {
        var answer = await sending.AtDestinationAsync(
            plan, destination => composition.Flow.PublishAgainAsync(plan.Sequence, destination, _telling, cancellationToken), cancellationToken);
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

    // Whoever pauses does not want to wait for images either.
    private async Task FollowAsync(Sequence sequence, CancellationToken cancellationToken)
    {
        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, run.Pausing);
        try
        {
            await new AutomaticSync(composition, sequence.Id, PageAdvice.OnPage).FollowAsync(untilDone: true, _telling, both.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
        }
    }
}
