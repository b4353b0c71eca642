using MapThePaths.Core.Catalog;
using MapThePaths.Core.Destinations;
using MapThePaths.Core.Model;
using NodaTime;

namespace MapThePaths.Core.Following;

/// <summary>One look at a publication, and what it tells of each photo.</summary>
/// <param name="Photos">The part's photos, in order; not empty.</param>
/// <param name="Images">What the destination shows there and then, without images known to be of other publications.</param>
/// <param name="Found">Photo ids and their images; each photo and each image once.</param>
/// <param name="Failure">Why the destination gave the publication up; null while it did not.</param>
internal sealed record Look(
    PartToFollow Part,
    IReadOnlyList<PhotoToFind> Photos,
    IReadOnlyList<RemoteImage> Images,
    IReadOnlyList<(long PhotoId, RemoteImage Image)> Found,
    string? Failure)
{
    /// <summary>The part's upload session as the destination still shows it; null when it does not.</summary>
    public RemoteSession? Session { get; init; }

    /// <summary>Null when another run has meanwhile taken the part's photos to send them again: then nobody is asked.</summary>
    /// <exception cref="DestinationException">The destination cannot be asked now.</exception>
    public static async Task<Look?> TakeAsync(OpenCatalog catalog, IWatcher watcher, PartToFollow part, CancellationToken cancellationToken)
    {
        var photos = catalog.Following.Photos(part.Id);
        if (photos.Count == 0)
        {
            return null;
        }

        var query = PublicationQuery.Around(part.Account, [.. photos.Select(photo => photo.TakenAt)], [.. photos.Select(photo => photo.Position)]) with
        {
            PublicationId = part.PublicationId,
            Session = part.SessionKey,
            SessionOpenedAt = part.SessionOpenedAt,
        };
        var sighting = await watcher.LookAsync(query, cancellationToken);
        var others = ImagesOfOthers(catalog, part, sighting.Images);
        var images = sighting.Images.Where(image => !others.Contains(image.Id)).ToList();
        var found = ImageMatching.Match(photos, catalog.Following.TakenAtTheSameTime(part), images);
        return new Look(part, photos, images, found, sighting.Failure) { Session = sighting.Session };
    }

    /// <summary>
    /// What the look makes of the part. Photos are called missing only after <see cref="FollowingStage.MissingAfter"/>, and are looked for
    /// all the same.
    /// </summary>
    public LookOutcome Conclude(Instant now)
    {
        var wasPublished = Part.PublicationId is not null || Found.Count > 0 || Photos.Any(photo => photo.State != PhotoState.Sent);
        var seen = Found.Select(pair => pair.PhotoId).ToHashSet();
        var unseen = Photos.Where(photo => photo.State != PhotoState.Visible && !seen.Contains(photo.PhotoId)).ToList();
        var missing = wasPublished && now - Part.Since >= FollowingStage.MissingAfter ? unseen : [];
        var isDone = Failure is not null || missing.Count == unseen.Count;
        return new LookOutcome(
            State(wasPublished, isDone),
            Found,
            [.. missing.Select(photo => photo.PhotoId)],
            Sequences: [],
            Failure is not null || unseen.Count == 0 ? null : LookSchedule.Next(Part.Looks + 1, Part.Since, now),
            Failure)
        {
            Session = Session,
        };
    }

    /// <summary>Asks for the records of those sequences in which something is new; the others say what they said before.</summary>
    public async Task<IReadOnlyList<RemoteSequence>> SequenceRecordsAsync(IWatcher watcher, CancellationToken cancellationToken)
    {
        var before = Photos.ToDictionary(photo => photo.PhotoId);
        var changed = Found
            .Where(pair => before[pair.PhotoId].ImageId != pair.Image.Id || before[pair.PhotoId].RemoteSequenceId != pair.Image.SequenceId)
            .Select(pair => pair.Image.SequenceId)
            .OfType<string>();
        List<RemoteSequence> records = [];
        foreach (var id in changed.Distinct(StringComparer.Ordinal))
        {
            records.Add(await watcher.SequenceRecordAsync(id, cancellationToken));
        }

        return records;
    }

    private static IReadOnlySet<string> ImagesOfOthers(OpenCatalog catalog, PartToFollow part, IReadOnlyList<RemoteImage> images) => images.Count == 0
        ? new HashSet<string>()
        : catalog.Following.ImagesOfOthers(part, images.Min(image => image.CapturedAt), images.Max(image => image.CapturedAt));

    private PartState State(bool wasPublished, bool isDone)
    {
        if (Failure is not null)
        {
            return PartState.Failed;
        }

        if (!wasPublished)
        {
            return PartState.Publishing;
        }

        return isDone ? PartState.Live : PartState.Processing;
    }
}
