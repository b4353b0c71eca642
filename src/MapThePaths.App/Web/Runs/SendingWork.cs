using MapThePaths.App.Sending;
using MapThePaths.App.Services;
using MapThePaths.App.Syncing;
using MapThePaths.App.Web.Sequences;
using MapThePaths.Core;
using MapThePaths.Core.Model;

namespace MapThePaths.App.Web.Runs;

/// <summary>Sends a sequence to one destination after the other.</summary>
internal sealed class SendingWork(PageRun run, Composition composition, SendRequest request)
    : SendRun(composition, request.Choices(run.Pausing), PageAdvice.OnPage)
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
        Composition.Progress = _telling;
        var total = await SendAndFollowAsync(sequence, sequence, cancellationToken);
        return IsPaused
            ? new RunOutcome(ExitCode.Cancelled, "Paused. What is left waits here; nothing is sent twice.", total) { State = RunState.Paused }
            : new RunOutcome(total.ExitCode, total.Error, total);
    }

    protected override Task<T> ShowAsync<T>(Func<IProgress<FlowEvent>, Task<T>> work) => work(_telling);

    protected override string? TellObstacle(Plan plan)
    {
        foreach (var left in plan.LeftOut)
        {
            run.Log.Add(new FileLeftOut(left.Path, left.Reason.Code, plan.Destination));
        }

        return PlanView.ObstacleOf(plan);
    }

    protected override string? WhyNotAgain(Plan plan, PublishAgain answer) => answer.NotBefore is { } moment
        ? $"{ServiceList.TitleOf(plan.Destination)} may still show what was published perhaps, and publishing it again would double it. That is possible from {moment.ToDateTimeUtc():yyyy-MM-dd HH:mm} UTC on; until then, follow it."
        : null;

    protected override void HasSent(Plan plan, SentResult result)
    {
        run.Log.Add(new SentThere(plan.Destination, result.AlreadySent, result.DryRun));

        // Going on must not send on purpose once more what this run has sent again already.
        if (!IsPaused && result.ExitCode is (ExitCode.Done or ExitCode.PartlyDone) && run.Sending is { } wish)
        {
            run.Sending = wish with { Destinations = [.. wish.Destinations.Where(other => other != plan.Destination)] };
        }
    }

    // Whoever pauses does not want to wait for images either.
    protected override async Task FollowAsync(Sequence sequence, IReadOnlyList<Plan> sent, AutomaticSync images, CancellationToken cancellationToken)
    {
        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, run.Pausing);
        try
        {
            await images.FollowAsync(untilDone: true, _telling, both.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
        }
    }
}
