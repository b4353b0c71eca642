using MapThePaths.Core.Catalog;
using MapThePaths.Core.Destinations;
using MapThePaths.Core.Geo;
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

    private async Task LookAsync(PhotoDestination destination, PartToFollow part, IProgress<FlowEvent> progress, CancellationToken cancellationToken)
    {
        var photos = _catalog.Following.Photos(part.Id);
        var sighting = await destination.Watcher.LookAsync(QueryFor(part, photos), cancellationToken);
        var found = ImageMatching.Match(photos, sighting.Images);
        var outcome = Conclude(part, photos, found, sighting.Failure) with
        {
            SequenceRecords = await SequenceRecordsAsync(destination.Watcher, found, cancellationToken),
        };
        _catalog.Following.StoreLook(part, outcome, Now);
        progress.Report(new Looked(
            part.Id, part.Number, part.Destination, outcome.State, VisibleCount(photos, found), photos.Count, (outcome.NextLookAt - Now)?.ToTimeSpan()));
    }

    // One look may miss what an earlier one saw.
    private static int VisibleCount(IReadOnlyList<PhotoToFind> photos, IReadOnlyList<(long PhotoId, RemoteImage Image)> found) => photos
        .Where(photo => photo.State == PhotoState.Visible)
        .Select(photo => photo.PhotoId)
        .Union(found.Select(pair => pair.PhotoId))
        .Count();

    private static PublicationQuery QueryFor(PartToFollow part, IReadOnlyList<PhotoToFind> photos) => new(
        part.Account,
        photos.Min(photo => photo.TakenAt),
        photos.Max(photo => photo.TakenAt),
        GeoBox.Around([.. photos.Select(photo => photo.Position)]),
        part.PublicationId);

    private LookOutcome Conclude(
        PartToFollow part, IReadOnlyList<PhotoToFind> photos, IReadOnlyList<(long PhotoId, RemoteImage Image)> found, string? failure)
    {
        var wasPublished = part.PublicationId is not null || found.Count > 0 || photos.Any(photo => photo.State != PhotoState.Sent);
        var seen = found.Select(pair => pair.PhotoId).ToHashSet();
        var unseen = photos.Where(photo => photo.State != PhotoState.Visible && !seen.Contains(photo.PhotoId)).ToList();
        var missing = wasPublished && Now - part.Since >= MissingAfter ? unseen : [];
        var isDone = failure is not null || missing.Count == unseen.Count;
        return new LookOutcome(
            State(failure, wasPublished, isDone),
            found,
            [.. missing.Select(photo => photo.PhotoId)],
            SequenceRecords: new Dictionary<string, string>(),
            isDone ? null : LookSchedule.Next(part.Looks + 1, part.Since, Now),
            failure);
    }

    private static PartState State(string? failure, bool wasPublished, bool isDone)
    {
        if (failure is not null)
        {
            return PartState.Failed;
        }

        if (!wasPublished)
        {
            return PartState.Publishing;
        }

        return isDone ? PartState.Live : PartState.Processing;
    }

    private static async Task<Dictionary<string, string>> SequenceRecordsAsync(
        IWatcher watcher, IReadOnlyList<(long PhotoId, RemoteImage Image)> found, CancellationToken cancellationToken)
    {
        Dictionary<string, string> records = [];
        foreach (var id in found.Select(pair => pair.Image.SequenceId).OfType<string>().Distinct())
        {
            records[id] = await watcher.SequenceRecordAsync(id, cancellationToken);
        }

        return records;
    }
}
