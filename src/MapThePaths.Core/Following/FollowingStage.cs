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

    private Instant Now => Instant.FromDateTimeOffset(_time.GetUtcNow());

    /// <summary>Looks once at every part that a destination is not done with, and stores what is seen.</summary>
    /// <param name="sequenceId">Only parts of this sequence; null for all.</param>
    /// <exception cref="DestinationException">A destination cannot be asked now; what was seen before is stored.</exception>
    public async Task LookAsync(DestinationLookup destinations, long? sequenceId, IProgress<FlowEvent> progress, CancellationToken cancellationToken)
    {
        foreach (var part in _catalog.Following.Parts(sequenceId))
        {
            await LookAsync(await destinations(part.Destination, cancellationToken), part, progress, cancellationToken);
        }
    }

    /// <summary>Like <see cref="LookAsync(DestinationLookup, long?, IProgress{FlowEvent}, CancellationToken)"/>, again and again at growing gaps, until there is nothing more to look for.</summary>
    public async Task FollowAsync(DestinationLookup destinations, long? sequenceId, IProgress<FlowEvent> progress, CancellationToken cancellationToken)
    {
        await LookAsync(destinations, sequenceId, progress, cancellationToken);
        while (_catalog.Following.Parts(sequenceId) is [_, ..] parts)
        {
            var next = parts.MinBy(part => part.NextLookAt)!;
            if (next.NextLookAt - Now is { } wait && wait > Duration.Zero)
            {
                await Task.Delay(wait.ToTimeSpan(), _time, cancellationToken);
            }

            await LookAsync(await destinations(next.Destination, cancellationToken), next, progress, cancellationToken);
        }
    }

    /// <summary>Looks for the parts of which it is not known whether they were published, and answers those that still show nothing.</summary>
    /// <exception cref="DestinationException">The destination cannot be asked now.</exception>
    public async Task<IReadOnlyList<PartToFollow>> StillUnclearAsync(
        PhotoDestination destination, long sequenceId, Account account, IProgress<FlowEvent> progress, CancellationToken cancellationToken)
    {
        foreach (var part in Unclear())
        {
            await LookAsync(destination, part, progress, cancellationToken);
        }

        return Unclear();

        List<PartToFollow> Unclear() => [.. _catalog.Following.Parts(sequenceId).Where(part =>
            part.State == PartState.Publishing && part.Destination == destination.Name && part.Account.Id == account.Id)];
    }

    private async Task LookAsync(PhotoDestination destination, PartToFollow part, IProgress<FlowEvent> progress, CancellationToken cancellationToken)
    {
        var look = await Look.TakeAsync(_catalog, destination.Watcher, part, cancellationToken);
        look = look with { Found = WithoutReplacements(look) };
        var outcome = look.Conclude(Now) with { SequenceRecords = await look.SequenceRecordsAsync(destination.Watcher, cancellationToken) };
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
}
