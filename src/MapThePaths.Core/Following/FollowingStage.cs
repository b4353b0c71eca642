using MapThePaths.Core.Catalog;
using MapThePaths.Core.Destinations;
using MapThePaths.Core.Model;
using NodaTime;

namespace MapThePaths.Core.Following;

/// <summary>Looks for published parts until every photo of them is visible, or nobody expects it any more.</summary>
public sealed class FollowingStage
{
    /// <summary>Services take hours, at times days (mapillary-v4.md §8.1); what is not visible after that is called missing.</summary>
    public static readonly Duration MissingAfter = Duration.FromHours(72);

    private readonly OpenCatalog _catalog;
    private readonly TimeProvider _time;

    public FollowingStage(OpenCatalog catalog, TimeProvider time)
    {
        _catalog = catalog;
        _time = time;
    }

    private Instant Now => _time.Now();

    /// <summary>Looks once at every part that a destination is not done with, and stores what is seen.</summary>
    /// <param name="sequenceId">Only parts of this sequence; null for all.</param>
    /// <returns>Why destinations could not be asked that have no part to look for, only upload sessions that were left open.</returns>
    /// <exception cref="DestinationException">A destination cannot be asked now; the others were, and what was seen is stored.</exception>
    public async Task<IReadOnlyList<DestinationException>> LookAsync(DestinationLookup destinations, long? sequenceId, IProgress<FlowEvent> progress, CancellationToken cancellationToken)
    {
        var run = new FollowingRun(this, destinations, progress);
        await run.LookAtAllAsync(sequenceId, cancellationToken);

        return run.Failures(sequenceId);
    }

    /// <summary>
    /// Like <see cref="LookAsync(DestinationLookup, long?, IProgress{FlowEvent}, CancellationToken)"/>, again and again at growing gaps,
    /// until there is nothing more to look for. An outage is waited out, however long; it makes no photo missing.
    /// </summary>
    /// <returns>Likewise.</returns>
    /// <exception cref="DestinationException">A destination does not let itself be asked, such as without signing in; the others were followed to the end.</exception>
    public async Task<IReadOnlyList<DestinationException>> FollowAsync(DestinationLookup destinations, long? sequenceId, IProgress<FlowEvent> progress, CancellationToken cancellationToken)
    {
        var run = new FollowingRun(this, destinations, progress) { WaitsForOutages = true };
        await run.LookAtAllAsync(sequenceId, cancellationToken);

        while (_catalog.Following.Parts(sequenceId).Where(part => part.NextLookAt is not null && run.MayAsk(part)).MinBy(part => part.NextLookAt) is { } next)
        {
            if (next.NextLookAt - Now is { } wait && wait > Duration.Zero)
            {
                await Task.Delay(wait.ToTimeSpan(), _time, cancellationToken);
            }

            await run.LookAsync(next, cancellationToken);
        }

        return run.Failures(sequenceId);
    }

    /// <summary>Looks for the parts of which it is not known whether they were published, and answers those that still show nothing.</summary>
    /// <exception cref="DestinationException">The destination cannot be asked now.</exception>
    public async Task<IReadOnlyList<PartToFollow>> StillUnclearAsync(
        PhotoDestination destination, long sequenceId, Account account, IProgress<FlowEvent> progress, CancellationToken cancellationToken)
    {
        foreach (var part in Unclear())
        {
            await LookAsync(destination.Watcher, part with { Account = account }, progress, cancellationToken);
        }

        return Unclear();

        List<PartToFollow> Unclear() => [.. _catalog.Following.Parts(sequenceId).Where(part =>
            part.State == PartState.Publishing && part.Destination == destination.Name && part.Account.Id == account.Id)];
    }

    private async Task LookAsync(IWatcher watcher, PartToFollow part, IProgress<FlowEvent> progress, CancellationToken cancellationToken)
    {
        if (await Look.TakeAsync(_catalog, watcher, part, cancellationToken) is not { } look)
        {
            return;
        }

        look = look with { Found = WithoutReplacements(look) };
        var outcome = look.Conclude(Now) with { Sequences = await look.SequenceRecordsAsync(watcher, cancellationToken) };
        _catalog.Following.StoreLook(part, outcome, Now);
        progress.Report(new Looked(
            part.Id, part.Number, part.Destination, outcome.State, VisibleCount(look), look.Photos.Count, (outcome.NextLookAt - Now)?.ToTimeSpan()));
    }

    // One look may miss an image; only a whole comparison puts another one in its place.
    private static List<(long PhotoId, RemoteImage Image)> WithoutReplacements(Look look)
    {
        var known = look.Photos.ToDictionary(photo => photo.PhotoId, photo => photo.ImageId);
        return [.. look.Found.Where(pair => known[pair.PhotoId] is null || known[pair.PhotoId] == pair.Image.Id)];
    }

    // One look may miss what an earlier one saw.
    private static int VisibleCount(Look look) => look.Photos
        .Where(photo => photo.State == PhotoState.Visible)
        .Select(photo => photo.PhotoId)
        .Union(look.Found.Select(pair => pair.PhotoId))
        .Count();

    /// <summary>What the looks of one run share: whom they asked, and who could not be asked.</summary>
    private sealed class FollowingRun(FollowingStage stage, DestinationLookup destinations, IProgress<FlowEvent> progress)
    {
        private readonly Lookout _lookout = new(destinations, progress);
        private readonly Dictionary<string, int> _outages = new(StringComparer.Ordinal);

        /// <summary>Asks again later where nobody answered, instead of leaving that destination out.</summary>
        public bool WaitsForOutages { get; init; }

        /// <summary>Looks once at every part, after asking what became of the sessions that were left open.</summary>
        public async Task LookAtAllAsync(long? sequenceId, CancellationToken cancellationToken)
        {
            await ListSessionsAsync(sequenceId, cancellationToken);
            foreach (var part in stage._catalog.Following.Parts(sequenceId).Where(MayAsk))
            {
                await LookAsync(part, cancellationToken);
            }
        }

        private async Task ListSessionsAsync(long? sequenceId, CancellationToken cancellationToken)
        {
            foreach (var name in stage._catalog.Following.DestinationsWithSessions(sequenceId))
            {
                try
                {
                    await ListSessionsAsync(await _lookout.AtAsync(name, cancellationToken), cancellationToken);
                }
                catch (DestinationException failure) when (WaitsForOutages && failure.Kind == FailureKind.Unreachable)
                {
                    progress.Report(new LookFailed(name, failure.Message, NextLookIn: null));
                }
                catch (DestinationException failure)
                {
                    _lookout.LeaveOut(name, failure);
                }
            }
        }

        public bool MayAsk(PartToFollow part) => _lookout.MayAsk(part);

        public async Task LookAsync(PartToFollow part, CancellationToken cancellationToken)
        {
            try
            {
                var (watcher, today) = await _lookout.OnAsync(part, cancellationToken);
                await stage.LookAsync(watcher, today, progress, cancellationToken);
                _outages.Remove(part.Destination);
            }
            catch (DestinationException failure) when (WaitsForOutages && failure.Kind == FailureKind.Unreachable)
            {
                WaitOut(part, failure);
            }
            catch (DestinationException failure)
            {
                _lookout.LeaveOut(part.Destination, failure);
            }
        }

        public IReadOnlyList<DestinationException> Failures(long? sequenceId)
        {
            var unseen = stage._catalog.Following.Parts(sequenceId).Select(part => part.Destination).FirstOrDefault(_lookout.Failures.ContainsKey);
            return unseen is null ? [.. _lookout.Failures.Values] : throw _lookout.Failures[unseen];
        }

        private async Task ListSessionsAsync((PhotoDestination Destination, Account Account) at, CancellationToken cancellationToken)
        {
            if (at.Destination.Sessions is { } list)
            {
                var askedAt = stage.Now;
                stage._catalog.Following.StoreSessions(at.Destination.Name, at.Account, await list.SessionsAsync(cancellationToken), askedAt, stage.Now);
            }
        }

        // Where nobody answers, the other parts need not be tried either.
        private void WaitOut(PartToFollow part, DestinationException failure)
        {
            var outages = _outages[part.Destination] = _outages.GetValueOrDefault(part.Destination) + 1;
            var now = stage.Now;
            var gap = LookSchedule.Gap(outages, part.Since, now);
            stage._catalog.Following.Postpone(part.Destination, now + gap);
            progress.Report(new LookFailed(part.Destination, failure.Message, gap.ToTimeSpan()));
        }
    }
}
