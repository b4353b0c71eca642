using MapThePaths.App.Services;
using MapThePaths.App.Syncing;
using MapThePaths.Core;
using MapThePaths.Core.Catalog;
using MapThePaths.Core.Destinations;
using MapThePaths.Core.Model;
using MapThePaths.Core.Uploading;
using NodaTime;

namespace MapThePaths.App.Sending;

/// <summary>
/// Sends a sequence to one destination after the other, as a user chose, then follows all that was sent. The command line and the page
/// ask and tell in their own way.
/// </summary>
/// <param name="words">Makes words for the user of a failure.</param>
internal abstract class SendRun(Composition composition, SendChoices choices, Func<DestinationException, string> words)
{
    protected Composition Composition => composition;

    protected SendChoices Choices => choices;

    protected bool IsPaused { get; private set; }

    /// <summary>A destination's failure is part of the result.</summary>
    /// <param name="known">As it is stored.</param>
    /// <param name="sequence">As it is to be sent; stored only if it is, since a refused command changes nothing.</param>
    /// <exception cref="CatalogException">Another run writes the catalog.</exception>
    protected async Task<SentResult> SendAndFollowAsync(Sequence known, Sequence sequence, CancellationToken cancellationToken)
    {
        (composition.Organization, composition.BytesPerSecond) = (choices.Organization, choices.BytesPerSecond);
        List<PlanEnd> ends = [];
        try
        {
            foreach (var destination in choices.Destinations.Distinct(StringComparer.Ordinal).TakeWhile(_ => !IsPaused))
            {
                var plan = ResendChoice.Apply(await PlanAsync(sequence, destination, cancellationToken), choices.Resend);
                sequence = plan.Sequence;
                ends.Add(await EndOfAsync(plan, known, cancellationToken));
            }
        }
        catch
        {
            // What is done is told, whatever ends the run.
            ends.FindAll(IsToFollow).ForEach(Close);
            throw;
        }

        return SendReport.Sum((await FollowedAsync(ends, cancellationToken)).Select(end => end.Result));
    }

    protected virtual Task<Plan> PlanAsync(Sequence sequence, string destination, CancellationToken cancellationToken) =>
        Task.FromResult(composition.Flow.Plan(sequence, destination, ServiceList.RulesOf(destination)));

    /// <summary>Tells what is left out of a plan, and why it cannot be sent; returns the latter, null when it can.</summary>
    protected abstract string? TellObstacle(Plan plan);

    /// <summary>Tells what a plan without an obstacle is.</summary>
    protected virtual void Tell(Plan plan)
    {
    }

    /// <summary>Why what was published perhaps is not published again, in words; null when it will be, or nothing is unclear.</summary>
    protected abstract string? WhyNotAgain(Plan plan, PublishAgain answer);

    /// <summary>Shows what <paramref name="work"/> reports until it ends.</summary>
    protected abstract Task<T> ShowAsync<T>(Func<IProgress<FlowEvent>, Task<T>> work);

    protected virtual Task<SendOutcome> SendAsync(Plan plan, PhotoDestination destination, UploadTerms terms, CancellationToken cancellationToken) =>
        ShowAsync(progress => composition.Flow.SendAsync(plan, destination, choices.DryRun, terms, progress, cancellationToken));

    /// <summary>A plan was sent, as far as that went; images are not followed yet.</summary>
    protected abstract void HasSent(Plan plan, SentResult result);

    protected abstract Task FollowAsync(Sequence sequence, IReadOnlyList<Plan> sent, AutomaticSync images, CancellationToken cancellationToken);

    /// <summary>Nothing more is done for a plan that was sent.</summary>
    protected virtual void Conclude(Plan plan, SendOutcome outcome, SentResult result)
    {
    }

    private async Task<PlanEnd> EndOfAsync(Plan plan, Sequence known, CancellationToken cancellationToken)
    {
        if (TellObstacle(plan) is { } obstacle)
        {
            return new PlanEnd(plan, SendReport.Refused(plan, obstacle));
        }

        var begun = composition.Time.Now();
        try
        {
            var sender = await SenderAsync(plan, cancellationToken);
            plan = composition.Flow.Number(plan, sender);
            Tell(plan);
            if (choices.PublishAgain && WhyNotAgain(plan, await AskAgainAsync(plan, cancellationToken)) is { } notAgain)
            {
                return new PlanEnd(plan, SendReport.NotAgain(plan, composition.Flow.AlreadyThere(plan, sender), notAgain));
            }

            if (plan.Sequence != known)
            {
                composition.Catalog.Sequencing.StoreSettings(plan.Sequence);
            }

            var outcome = await AtDestinationAsync(plan, destination => SendAsync(plan, destination, choices.Terms, cancellationToken), cancellationToken);
            return Sent(plan, outcome, begun);
        }
        catch (DestinationException failure)
        {
            return Sent(plan, NotReached(plan, failure), begun);
        }
    }

    // Id of the account that will send; null for anybody, as where nothing is yet. The destination is asked only where the settings hold the token and
    // the plan depends on whose it is.
    private async Task<string[]?> SenderAsync(Plan plan, CancellationToken cancellationToken)
    {
        if (composition.SenderAt(plan.Destination, choices.Account) is { } known)
        {
            return [known.UserId];
        }

        var isAlone = !ServiceList.Of(plan.Destination).HasSignIn || !IsAnythingAt(plan);
        return isAlone ? null : await AtDestinationAsync(plan, async destination =>
            new[] { (await ShowAsync(_ => destination.SignIn.WhoAmIAsync(cancellationToken))).Id }, cancellationToken);
    }

    private bool IsAnythingAt(Plan plan) =>
        composition.Catalog.Overview.PartCounts(plan.Sequence.Id).Any(parts => parts.Destination == plan.Destination)
        || composition.Flow.AlreadyThere(plan, accounts: null).Count > 0;

    private PlanEnd Sent(Plan plan, SendOutcome outcome, Instant begun)
    {
        var end = Counted(plan, outcome, begun);
        IsPaused = outcome is { Stopped: null, End: UploadEnd.Paused };
        HasSent(plan, end.Result);
        if (!IsToFollow(end))
        {
            Close(end);
        }

        return end;
    }

    private Task<PublishAgain> AskAgainAsync(Plan plan, CancellationToken cancellationToken) => AtDestinationAsync(
        plan,
        destination => ShowAsync(progress => composition.Flow.PublishAgainAsync(plan.Sequence, destination, progress, cancellationToken)),
        cancellationToken);

    // Nothing of this run is anywhere but here.
    private SendOutcome NotReached(Plan plan, DestinationException failure)
    {
        var there = composition.Catalog.Overview.Standings(plan.Sequence.Id, plan.Destination, account: null).Where(photo => photo.IsThere);
        return new SendOutcome(AccountId: null, there.Select(photo => photo.PhotoId).ToHashSet(), failure);
    }

    // While no other run writes the catalog.
    private async Task<T> AtDestinationAsync<T>(Plan plan, Func<PhotoDestination, Task<T>> work, CancellationToken cancellationToken)
    {
        using var writer = CatalogLock.Take(composition.Settings.CatalogPath);
        (composition.Tokens.Account, composition.Tokens.AnyAccountWillDo) = (choices.Account, false);
        return await work(await composition.DestinationAsync(plan.Destination, cancellationToken));
    }

    private bool IsToFollow(PlanEnd end) =>
        choices is { Follow: true, DryRun: false } && end.Outcome is { Stopped: null, End: not UploadEnd.Paused };

    private async Task<List<PlanEnd>> FollowedAsync(List<PlanEnd> ends, CancellationToken cancellationToken)
    {
        var sent = ends.FindAll(IsToFollow);
        if (sent.Count == 0)
        {
            return ends;
        }

        var failure = await FailureOfFollowingAsync([.. sent.Select(end => end.Plan)], cancellationToken);
        var failed = sent.Find(end => end.Plan.Destination == failure?.Service()?.Name) ?? sent[^1];
        return ends.ConvertAll(end => sent.Contains(end) ? Followed(end, end == failed ? failure : null) : end);
    }

    private PlanEnd Followed(PlanEnd sent, DestinationException? failure)
    {
        var end = Counted(sent.Plan, sent.Outcome! with { Stopped = failure }, sent.Begun);
        Close(end);
        return end;
    }

    private async Task<DestinationException?> FailureOfFollowingAsync(IReadOnlyList<Plan> sent, CancellationToken cancellationToken)
    {
        // Parts at other destinations are looked for too, whose accounts this choice does not mean.
        (composition.Tokens.Account, composition.Tokens.AnyAccountWillDo) = (null, true);
        try
        {
            var sequence = sent[^1].Sequence;
            await FollowAsync(sequence, sent, new AutomaticSync(composition, sequence.Id, words), cancellationToken);
            return null;
        }
        catch (DestinationException failure)
        {
            return failure;
        }
    }

    private PlanEnd Counted(Plan plan, SendOutcome outcome, Instant begun)
    {
        var standings = composition.Catalog.Overview.Standings(plan.Sequence.Id, plan.Destination, outcome.AccountId);
        return new PlanEnd(plan, SendReport.Of(plan, outcome, standings, begun, words), outcome, begun);
    }

    private void Close(PlanEnd end) => Conclude(end.Plan, end.Outcome!, end.Result);

    /// <param name="Outcome">Null when nothing of the plan was tried.</param>
    private sealed record PlanEnd(Plan Plan, SentResult Result, SendOutcome? Outcome = null, Instant Begun = default);
}
