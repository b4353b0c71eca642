using System.Threading.Channels;
using MapThePaths.Core.Catalog;
using MapThePaths.Core.Destinations;
using MapThePaths.Core.Exporting;
using MapThePaths.Core.Following;
using MapThePaths.Core.Importing;
using MapThePaths.Core.Model;
using MapThePaths.Core.Preparing;
using MapThePaths.Core.Publishing;
using MapThePaths.Core.Sequencing;
using MapThePaths.Core.Sequencing.Edits;
using MapThePaths.Core.Syncing;
using MapThePaths.Core.Uploading;
using NodaTime;

namespace MapThePaths.Core;

/// <summary>
/// The way of a photo, stage after stage: Importing, Sequencing, Preparing, Uploading, Publishing, Following, Syncing. Stages meet in the
/// catalog only, so every method here may be stopped anywhere and called again.
/// </summary>
public sealed class Flow
{
    private readonly OpenCatalog _catalog;
    private readonly TimeProvider _time;
    private readonly ImportingStage _importing;
    private readonly EditingStage _editing;
    private readonly PreparingStage _preparing;
    private readonly UploadingStage _uploading;
    private readonly PublishingStage _publishing;
    private readonly FollowingStage _following;
    private readonly VerifyingStage _verifying;
    private readonly ExportingStage _exporting;
    private readonly SyncingStage _syncing;

    public Flow(OpenCatalog catalog, TimeProvider time)
    {
        _catalog = catalog;
        _time = time;
        _importing = new ImportingStage(catalog, time);
        _editing = new EditingStage(catalog, time);
        _preparing = new PreparingStage(catalog, time);
        _uploading = new UploadingStage(catalog, time);
        _publishing = new PublishingStage(catalog, time);
        _following = new FollowingStage(catalog, time);
        _verifying = new VerifyingStage(catalog, time);
        _exporting = new ExportingStage(catalog);
        _syncing = new SyncingStage(catalog, time);
    }

    /// <summary>Files become photos of a sequence.</summary>
    public ImportResult Import(ImportRequest request, IProgress<FlowEvent> progress, CancellationToken cancellationToken) =>
        _importing.Run(request, progress, cancellationToken);

    /// <summary>
    /// A sequence that a JSON file tells of: its photos are looked for in a folder and become a sequence, the facts that the file has otherwise become
    /// an edit, and what it says is published will not be sent again. Repeated, it goes on with that sequence and leaves its edits alone.
    /// </summary>
    /// <param name="request">What to make of it; its paths do not count.</param>
    /// <param name="file">Name of the file, for people.</param>
    /// <exception cref="UserMistakeException">As for <see cref="Import"/>; or its photos are not in the folder.</exception>
    public (ImportResult Result, RecordedImport Recorded) ImportRecorded(
        RecordedSequence recorded, ImportRequest request, string folder, string file, IProgress<FlowEvent> progress, CancellationToken cancellationToken)
    {
        var photos = RecordedPhotos.Find(recorded, folder);
        var found = photos.Where(photo => photo.Path is not null).ToDictionary(photo => photo.Path!, photo => photo.Photo, StringComparer.Ordinal);
        var notFound = photos.Where(photo => photo.Path is null).Select(photo => photo.Photo.Names.FirstOrDefault("?")).ToList();
        if (found.Count == 0)
        {
            throw new UserMistakeException($"None of the {recorded.Photos.Count} photos is in {folder}. Give the folder with the originals with --folder.");
        }

        var result = _importing.Run(request with { Paths = [.. found.Keys], Uuid = recorded.Uuid }, progress, cancellationToken);
        if (result.Sequence is not { } sequence)
        {
            return (result, new RecordedImport(notFound, Published: 0));
        }

        var known = _catalog.Sequencing.Photos(sequence.Id).Where(photo => found.ContainsKey(photo.Path)).Select(photo => (found[photo.Path], photo)).ToList();
        if (!result.WasKnown && TakeOver.Of(file, known) is { } edit)
        {
            _editing.Change(sequence, _ => [edit], described: null, undoFirst: 0);
        }

        var published = Published(sequence, known).ToList();
        _importing.NotePublished(published);
        return (result, new RecordedImport(notFound, published.Count));
    }

    private IEnumerable<PublishedPhoto> Published(Sequence sequence, List<(RecordedPhoto Recorded, Photo Photo)> photos)
    {
        var arranged = Arrange(sequence).Runs.SelectMany(run => run.Photos).ToDictionary(photo => photo.Photo.Id);
        return
            from pair in photos
            let now = arranged.GetValueOrDefault(pair.Photo.Id)
            from image in pair.Recorded.Images
            select new PublishedPhoto(
                pair.Photo.Id,
                pair.Photo.Path,
                now?.TakenAt ?? pair.Photo.Capture.TakenAt ?? NodaConstants.UnixEpoch,
                now?.Position ?? pair.Photo.Capture.Position ?? default,
                image);
    }

    /// <summary>Photos get their order, and are cut where they do not belong together.</summary>
    public ArrangedSequence Arrange(Sequence sequence) => Arranging.Arrange(
        sequence, _catalog.Sequencing.Photos(sequence.Id), _catalog.Sequencing.UnusableFiles(sequence.Id), _editing.Edits(sequence.Id));

    /// <summary>What GPX tracks, which no edit uses yet, say of the clocks of a sequence's photos. Nothing is stored.</summary>
    public IReadOnlyList<Proposal> Compare(Sequence sequence, TracksBeside tracks) =>
        tracks.Examine(sequence, _catalog.Sequencing.Photos(sequence.Id), _editing.Edits(sequence.Id));

    /// <summary>
    /// Edits are added behind those that are there, and the sequence may be described anew: all of it or nothing. What was sent keeps what was written
    /// into it. Returns what each edit did.
    /// </summary>
    /// <param name="make">Makes the edits, knowing the sequence's photos.</param>
    /// <param name="described">The sequence with another name, description, zone or other rules; null where they stay.</param>
    /// <param name="undoFirst">So many of the last edits are taken back before.</param>
    /// <exception cref="UserMistakeException">An edit cannot be made, a limit is broken, or the name is taken; nothing is stored or taken back.</exception>
    public IReadOnlyList<AppliedEdit> Edit(
        Sequence sequence, Func<IReadOnlyList<Photo>, IReadOnlyList<Edit>> make, Sequence? described = null, int undoFirst = 0) =>
        _editing.Change(sequence, make, described, undoFirst);

    /// <summary>The photos as they would be arranged after more edits. Nothing is stored.</summary>
    /// <param name="undoFirst">So many of the last edits do not count.</param>
    /// <exception cref="UserMistakeException">One of the edits cannot be made.</exception>
    public ArrangedSequence Preview(Sequence sequence, Func<IReadOnlyList<Photo>, IReadOnlyList<Edit>> make, int undoFirst = 0)
    {
        var photos = _catalog.Sequencing.Photos(sequence.Id);
        return Arranging.Arrange(sequence, photos, _catalog.Sequencing.UnusableFiles(sequence.Id), _editing.With(sequence, photos, make, undoFirst));
    }

    /// <summary>The last edit is taken back. Returns it; null when there was none.</summary>
    public AppliedEdit? Undo(Sequence sequence) => _editing.Undo(sequence);

    /// <summary>The edit is brought back that was taken back last. Returns it; null when there was none.</summary>
    public AppliedEdit? Redo(Sequence sequence) => _editing.Redo(sequence);

    /// <summary>A sequence gets another name, description, zone or other rules. What was sent keeps what was written into it.</summary>
    /// <exception cref="UserMistakeException">The name is taken, or a limit is broken.</exception>
    public void Describe(Sequence sequence) => _editing.Describe(sequence);

    /// <summary>What a destination would get. Nothing is stored.</summary>
    public Plan Plan(Sequence sequence, string destination, DestinationRules rules) => Planning.Plan(Arrange(sequence), destination, rules);

    /// <summary>The plan with the numbers of its parts, as <see cref="SendAsync"/> would give them now. Nothing is stored.</summary>
    /// <param name="accounts">Ids of those who may be the one that sends; null for anybody.</param>
    public Plan Number(Plan plan, IReadOnlyCollection<string>? accounts) => _preparing.Number(plan, accounts);

    /// <summary>The photos of a plan that its destination has already. Nothing is stored.</summary>
    /// <param name="accounts">Ids of those whose photos count, beside those of which nobody knows who sent them; null for anybody's.</param>
    public IReadOnlyList<AlreadyThere> AlreadyThere(Plan plan, IReadOnlyCollection<string>? accounts) => _preparing.AlreadyThere(plan, accounts);

    /// <summary>A plan is stored, its photos are uploaded, and each part is published as soon as it is complete.</summary>
    /// <exception cref="DestinationException">The run could not go on; what arrived until then is stored.</exception>
    public async Task<SendOutcome> SendAsync(
        Plan plan,
        PhotoDestination destination,
        bool dryRun,
        UploadTerms terms,
        IProgress<FlowEvent> progress,
        CancellationToken cancellationToken)
    {
        if (plan.Refusal is not null || plan.NeedsTimeZone)
        {
            throw new InvalidOperationException($"The plan for '{plan.Sequence.Name}' must not be sent: its obstacles are the user's to clear.");
        }

        var account = await destination.SignIn.WhoAmIAsync(cancellationToken);
        var stored = _preparing.Store(plan, account, destination.Rules, dryRun);
        var request = new UploadRequest(destination, plan.Sequence.Id, account, terms);
        var (end, stopped) = await UploadAndPublishAsync(request, progress, cancellationToken);
        if (end == UploadEnd.Done && stopped is null && _catalog.Uploading.HasPartWithoutSession(plan.Sequence.Id, destination.Name, account.Id))
        {
            // Once: what loses the new session too is left to the next run.
            (end, stopped) = await UploadAndPublishAsync(request, progress, cancellationToken);
        }

        return new SendOutcome(account.Id, stored.AlreadySent, stopped, end) { AlreadyThere = stored.AlreadyThere };
    }

    /// <summary>
    /// Looks once more for the parts of which nobody knows whether they were published, and lets the next <c>SendAsync</c> publish
    /// again those that have shown nothing for long enough. Unless all of them have, none is.
    /// </summary>
    /// <exception cref="DestinationException">The destination cannot be asked now; then nothing is allowed.</exception>
    public async Task<PublishAgain> PublishAgainAsync(
        Sequence sequence, PhotoDestination destination, IProgress<FlowEvent> progress, CancellationToken cancellationToken)
    {
        var account = await destination.SignIn.WhoAmIAsync(cancellationToken);
        var unclear = await _following.StillUnclearAsync(destination, sequence.Id, account, progress, cancellationToken);
        var since = unclear.Select(part => part.Since).DefaultIfEmpty().Max();
        if (since + FollowingStage.MissingAfter > _time.Now())
        {
            return new PublishAgain(0, since + FollowingStage.MissingAfter);
        }

        foreach (var part in unclear)
        {
            _preparing.AllowAgain(part.Id, destination.Rules);
        }

        return new PublishAgain(unclear.Count, NotBefore: null);
    }

    /// <summary>
    /// Leaves the upload sessions that earlier runs opened for parts which were never published; the next <c>SendAsync</c> brings all their
    /// photos to new ones. Returns how many were left.
    /// </summary>
    public int DropSessions(Sequence sequence, string destination) => _preparing.DropSessions(sequence.Id, destination);

    /// <summary>Publications are looked for, once or until there is nothing more to see.</summary>
    /// <returns>Why destinations could not be asked that have no publication to look for, only upload sessions that were left open.</returns>
    public Task<IReadOnlyList<DestinationException>> FollowAsync(
        DestinationLookup destinations, long? sequenceId, bool untilDone, IProgress<FlowEvent> progress, CancellationToken cancellationToken) =>
        untilDone
            ? _following.FollowAsync(destinations, sequenceId, progress, cancellationToken)
            : _following.LookAsync(destinations, sequenceId, progress, cancellationToken);

    /// <summary>Whether a service that lists sequences could be told of something now. Asks nobody.</summary>
    public bool HasToSync(string server, IReadOnlyList<string> destinations, SyncTerms terms) => _syncing.HasWork(server, destinations, terms);

    /// <summary>A service that lists sequences is told of those that destinations show, each once. Nothing without the user's consent.</summary>
    /// <exception cref="DestinationException">The run could not go on; what was done until then is stored.</exception>
    public Task SyncAsync(EntryService service, SyncTerms terms, IProgress<FlowEvent> progress, CancellationToken cancellationToken) =>
        _syncing.RunAsync(service, terms, progress, cancellationToken);

    /// <summary>The catalog is compared with what destinations show now, part after part; what is seen is stored.</summary>
    /// <param name="accounts">Ids of the accounts whose parts are meant; null for all.</param>
    public IAsyncEnumerable<PartVerification> VerifyAsync(
        DestinationLookup destinations, long sequenceId, IReadOnlySet<string>? accounts, IProgress<FlowEvent> progress, CancellationToken cancellationToken) =>
        _verifying.VerifyAsync(destinations, sequenceId, accounts, progress, cancellationToken);

    /// <summary>Which originals of a sequence need not be kept, by a verification of all its parts. Deletes nothing.</summary>
    /// <param name="standIns">Destinations that are never a reason to delete, and why.</param>
    /// <param name="accounts">Ids of the accounts that were verified; null for all.</param>
    public IEnumerable<DeletionAdvice> AdviseDeletion(
        long sequenceId, IReadOnlyList<PartVerification> verifications, IReadOnlyDictionary<string, Reason> standIns, IReadOnlySet<string>? accounts) =>
        Deletion.Advise(_catalog.Originals.Of(sequenceId), verifications, standIns, accounts);

    /// <summary>What a plan would send is written into a folder, with documents about it. The catalog is not changed.</summary>
    /// <exception cref="UserMistakeException">The folder cannot be used.</exception>
    public ExportResult Export(Plan plan, string folder, string program, IProgress<FlowEvent> progress, CancellationToken cancellationToken) =>
        _exporting.Run(plan, folder, program, progress, cancellationToken);

    /// <summary>Writes one document of an export alone, such as <c>images.csv</c>; false, and nothing written, when there is none of this name.</summary>
    public bool WriteDocument(Plan plan, string name, string program, Stream stream) => _exporting.WriteDocument(plan, name, program, stream);

    private async Task<(UploadEnd End, DestinationException? Stopped)> UploadAndPublishAsync(
        UploadRequest request, IProgress<FlowEvent> progress, CancellationToken cancellationToken)
    {
        var uploaded = Channel.CreateUnbounded<long>(new UnboundedChannelOptions { SingleReader = true });
        using var run = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var uploading = UploadAsync();
        var publishing = PublishAsync();
        await Task.WhenAll(uploading, publishing);
        var (end, stopped) = await uploading;
        var isPaused = end == UploadEnd.Done && request.Terms.Pause.IsCancellationRequested;
        return (isPaused ? UploadEnd.Paused : end, await publishing ?? stopped);

        async Task<(UploadEnd, DestinationException?)> UploadAsync()
        {
            try
            {
                return (await _uploading.RunAsync(request, uploaded.Writer, progress, run.Token), null);
            }
            catch (DestinationException failure)
            {
                return (UploadEnd.Done, failure);
            }
            catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
            {
                return (UploadEnd.Done, null);
            }
        }

        async Task<DestinationException?> PublishAsync()
        {
            try
            {
                await _publishing.RunAsync(request.Destination, uploaded.Reader, progress, request.Terms.Pause, cancellationToken);
                return null;
            }
            catch (Exception failure)
            {
                // What cannot be published need not be uploaded further.
                await run.CancelAsync();
                if (failure is DestinationException trouble)
                {
                    return trouble;
                }

                throw;
            }
        }
    }
}

/// <summary>How a run of sending ended.</summary>
/// <param name="AccountId">Who sent; null when the destination could not be asked.</param>
/// <param name="AlreadySent">Ids of photos that were at the destination before.</param>
/// <param name="Stopped">Why the run could not go on to its end; null when it did.</param>
/// <param name="End">How the upload ended when no failure stopped it.</param>
public sealed record SendOutcome(string? AccountId, IReadOnlySet<long> AlreadySent, DestinationException? Stopped, UploadEnd End = UploadEnd.Done)
{
    /// <summary>Those photos, in the order of the plan, and what would be sent otherwise of them today.</summary>
    public IReadOnlyList<AlreadyThere> AlreadyThere { get; init; } = [];
}

/// <summary>What became of the wish to publish again what was published perhaps.</summary>
/// <param name="Parts">How many parts the next run will publish again.</param>
/// <param name="NotBefore">When it may be asked for at the earliest; null when it is allowed, or there is nothing unclear.</param>
public sealed record PublishAgain(int Parts, Instant? NotBefore);
