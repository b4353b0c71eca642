using System.Collections.Concurrent;
using System.Threading.Channels;
using MapThePaths.Core.Catalog;
using MapThePaths.Core.Destinations;
using MapThePaths.Core.Model;
using NodaTime;

namespace MapThePaths.Core.Uploading;

/// <summary>One run of uploading: what its parallel uploads share. Holds the rows of the part whose photos are being begun, never those of all.</summary>
internal sealed class UploadRun
{
    private readonly OpenCatalog _catalog;
    private readonly string _destination;
    private readonly ISender _sender;
    private readonly UploadTerms _terms;
    private readonly ChannelWriter<long> _uploaded;
    private readonly IProgress<FlowEvent> _progress;
    private readonly UploadMeter _meter;
    private readonly TimeProvider _time;
    private readonly UploadPace _pace;
    private readonly RunPatience _patience;
    private readonly ReceiptBook _receipts;
    private readonly ConcurrentQueue<(PartTally Part, PhotoToSend Photo)> _wordless = [];
    private int _failures;

    public UploadRun(
        OpenCatalog catalog, UploadRequest request, ChannelWriter<long> uploaded, IProgress<FlowEvent> progress, UploadMeter meter, TimeProvider time)
    {
        _catalog = catalog;
        _destination = request.Destination.Name;
        _sender = request.Destination.Sender;
        _terms = request.Terms;
        _uploaded = uploaded;
        _progress = progress;
        _meter = meter;
        _time = time;
        _pace = new UploadPace(time, request.Terms.Parallel);
        _patience = new RunPatience(time);
        _receipts = new ReceiptBook(catalog.Uploading);
    }

    private Instant Now => _time.Now();

    private bool HasTooManyFailures => Volatile.Read(ref _failures) >= _terms.FailuresToStop;

    private UploadEnd End => HasTooManyFailures ? UploadEnd.TooManyFailures
        : _terms.Pause.IsCancellationRequested ? UploadEnd.Paused
        : UploadEnd.Done;

    /// <summary>Begins the waiting photos of all parts, in order, and returns when all that were begun have ended.</summary>
    public async Task<UploadEnd> SendAsync(IReadOnlyList<PartToSend> parts, CancellationToken cancellationToken)
    {
        using var run = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var underWay = new PhotosUnderWay(_pace);
        try
        {
            foreach (var part in parts)
            {
                await underWay.PlaceAsync();
                run.Token.ThrowIfCancellationRequested();
                if (End != UploadEnd.Done)
                {
                    break;
                }

                await BeginAsync(part, underWay, run.Token);
            }

            await underWay.AllEndAsync();
            await AskAgainAsync(underWay, run.Token);
            return End;
        }
        catch
        {
            // What stopped one upload would stop the others too; what they have brought so far stays there.
            await run.CancelAsync();
            await underWay.AllEndSomehowAsync();
            throw;
        }
    }

    private async Task BeginAsync(PartToSend part, PhotosUnderWay underWay, CancellationToken cancellationToken)
    {
        if (await OpenSessionAsync(part, cancellationToken) is not { } session)
        {
            return;
        }

        var photos = _catalog.Uploading.Begin(part, session, Now);
        _progress.Report(new PartChanged(part.Id, part.Number, PartState.Uploading));
        var tally = new PartTally(part, session.Key, photos.Count);
        if (photos.Count == 0)
        {
            await CompleteAsync(tally, cancellationToken);
        }

        foreach (var photo in photos)
        {
            await underWay.PlaceAsync();
            cancellationToken.ThrowIfCancellationRequested();
            if (End != UploadEnd.Done || tally.HasLostSession)
            {
                return;
            }

            underWay.Begin(() => SendAsync(tally, photo, isAgain: false, cancellationToken));
        }
    }

    /// <summary>
    /// Tries once more, now that others have arrived, the photos that somebody refused without a word. Who refuses one again means that photo.
    /// Where nothing arrives it may be a network that wants to be signed in to: they keep waiting.
    /// </summary>
    private async Task AskAgainAsync(PhotosUnderWay underWay, CancellationToken cancellationToken)
    {
        while (_patience.HasArrived && _wordless.TryDequeue(out var refused))
        {
            await underWay.PlaceAsync();
            cancellationToken.ThrowIfCancellationRequested();
            if (End != UploadEnd.Done)
            {
                return;
            }

            if (!refused.Part.HasLostSession)
            {
                underWay.Begin(() => SendAsync(refused.Part, refused.Photo with { Tried = true }, isAgain: true, cancellationToken));
            }
        }

        await underWay.AllEndAsync();
    }

    /// <returns>Null when the destination will not take this part; the others go on.</returns>
    private async Task<OpenedSession?> OpenSessionAsync(PartToSend part, CancellationToken cancellationToken)
    {
        try
        {
            return await _sender.OpenSessionAsync(part.Uuid, part.SessionKey, cancellationToken);
        }
        catch (DestinationException failure) when (failure.Kind == FailureKind.PartRefused)
        {
            Refuse(part, failure);
            return null;
        }
        catch (DestinationException failure)
        {
            NoteTrouble(part.Id, part.Number, failure);
            throw;
        }
    }

    private async Task SendAsync(PartTally part, PhotoToSend photo, bool isAgain, CancellationToken cancellationToken)
    {
        if (await TrySendAsync(part, photo, isAgain, cancellationToken) && part.OneLess() && !(part.HasFailures && HasTooManyFailures))
        {
            await CompleteAsync(part, cancellationToken);
        }
    }

    /// <returns>False when the photo keeps waiting, and so its part.</returns>
    private async Task<bool> TrySendAsync(PartTally part, PhotoToSend photo, bool isAgain, CancellationToken cancellationToken)
    {
        var (body, reason) = PhotoBodies.Open(photo);
        if (body is null)
        {
            Fail(part, photo, reason!, message: null);
            return true;
        }

        using var opened = body;
        using var watch = new PhotoWatch(this, photo, _meter.Begin(body.Length, photo.Size), cancellationToken);
        try
        {
            var receipt = await _sender.SendAsync(part.Session, body, photo.Tried, watch, watch.Stop);
            await _receipts.StoreAsync(new SentPhoto(photo, part.Session, receipt, body.Length, Now));
            _pace.Acknowledged(body.Length);
            watch.Meter.Arrived();
            _patience.Arrived();
            return true;
        }
        catch (OperationCanceledException) when (watch.Stop.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            watch.Meter.GaveUp();
            if (watch.GaveUpRun is { } failure)
            {
                NoteTrouble(part.Part.Id, part.Part.Number, failure);
                throw failure;
            }

            return false;
        }
        catch (DestinationException failure)
        {
            watch.Meter.GaveUp();
            if (HasEnded(part, photo, isAgain, failure) is { } hasEnded)
            {
                return hasEnded;
            }

            throw;
        }
    }

    /// <returns>True when the photo has failed, false when it keeps waiting, null when the run cannot go on.</returns>
    private bool? HasEnded(PartTally part, PhotoToSend photo, bool isAgain, DestinationException failure)
    {
        if (failure.Kind == FailureKind.PhotoRefused || (isAgain && failure.IsWordless))
        {
            Fail(part, photo, PhotoBodies.WhyRefused(failure), failure.Message);
            return true;
        }

        if (failure.Kind == FailureKind.SessionLost)
        {
            part.HasLostSession = true;
            _catalog.Uploading.ForgetSession(photo.PartId, failure.Code, failure.Message, Now);
            _progress.Report(new PartChanged(part.Part.Id, part.Part.Number, PartState.Uploading, failure.Message));
            return false;
        }

        NoteTrouble(part.Part.Id, part.Part.Number, failure);
        if (failure.Kind != FailureKind.Unreachable || _patience.IsSpentByPhoto())
        {
            return null;
        }

        if (failure.IsWordless)
        {
            _wordless.Enqueue((part, photo));
        }

        return false;
    }

    private async Task CompleteAsync(PartTally part, CancellationToken cancellationToken)
    {
        var hasPhotos = _catalog.Uploading.MarkUploaded(part.Part.Id);
        _progress.Report(new PartChanged(part.Part.Id, part.Part.Number, hasPhotos ? PartState.Uploaded : PartState.Failed));
        if (hasPhotos)
        {
            await _uploaded.WriteAsync(part.Part.Id, cancellationToken);
        }
    }

    private void Fail(PartTally part, PhotoToSend photo, Reason reason, string? message)
    {
        part.HasFailures = true;
        _catalog.Uploading.MarkFailed(photo, reason, message, Now);
        Count(photo, reason, message);
    }

    private void Refuse(PartToSend part, DestinationException failure)
    {
        var photos = _catalog.Uploading.Photos(part.Id);
        _catalog.Uploading.MarkRefused(part.Id, failure.Code, failure.Message, Now);
        _progress.Report(new PartChanged(part.Id, part.Number, PartState.Failed, failure.Message));
        foreach (var photo in photos)
        {
            Count(photo, Reason.RefusedByDestination, failure.Message);
        }
    }

    private void Count(PhotoToSend failed, Reason reason, string? message)
    {
        _meter.Expect(photos: 0, -Math.Max(0, failed.Size));
        _progress.Report(new PhotoFailed(failed.Path, _destination, reason, message));
        Interlocked.Increment(ref _failures);
    }

    private void NoteTrouble(long partId, int number, DestinationException failure)
    {
        _catalog.Uploading.NoteTrouble(partId, failure.Code, failure.Message);
        _progress.Report(new PartChanged(partId, number, PartState.Uploading, failure.Message));
    }

    /// <summary>Passes on what happens to one photo: bytes to the meter, waits to people, to the pace and to the run's patience.</summary>
    private sealed class PhotoWatch : IUploadWatch, IDisposable
    {
        private readonly UploadRun _run;
        private readonly PhotoToSend _photo;
        private readonly CancellationTokenSource _stop;
        private CancellationTokenRegistration _pause;
        private long _tryBegan;
        private int _failures;

        public PhotoWatch(UploadRun run, PhotoToSend photo, UploadMeter.PhotoMeter meter, CancellationToken cancellationToken)
        {
            _run = run;
            _photo = photo;
            Meter = meter;
            _stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            _tryBegan = run._time.GetTimestamp();
        }

        public UploadMeter.PhotoMeter Meter { get; }

        /// <summary>The run is cancelled, paused while this photo only waits, or given up.</summary>
        public CancellationToken Stop => _stop.Token;

        /// <summary>Why the run is given up; null while it is not.</summary>
        public DestinationException? GaveUpRun { get; private set; }

        public void HandedOver(long bytes)
        {
            _pause.Unregister();
            Meter.HandedOver(bytes);
        }

        public void Waits(UploadWait wait)
        {
            SlowDown(wait.Cause);
            _tryBegan = _run._time.GetTimestamp() + (long)(wait.Length.TotalSeconds * _run._time.TimestampFrequency);
            if (IsTooMuch(wait))
            {
                GaveUpRun = new DestinationException(
                    FailureKind.Unreachable, "nothing-arrives", $"{_run._destination}: try after try has failed and nothing arrives; the last one: {wait.Why}");
                _stop.Cancel();
                return;
            }

            _run._progress.Report(new PhotoWaits(_photo.Path, wait.Length, wait.Why));

            // A try may have failed before it could hand anything over; one registration left behind would outlive this watch.
            _pause.Unregister();
            _pause = _run._terms.Pause.Register(_stop.Cancel);
        }

        public void Dispose()
        {
            _pause.Dispose();
            _stop.Dispose();
        }

        private void SlowDown(WaitCause cause)
        {
            if (cause == WaitCause.TooFast)
            {
                _run._pace.TooFast(_tryBegan);
            }
            else if (cause == WaitCause.TooSlow)
            {
                _run._pace.TooSlow(_tryBegan);
            }
        }

        private bool IsTooMuch(UploadWait wait)
        {
            if (wait.Failures <= _failures)
            {
                _run._patience.Progressed();
            }

            _failures = wait.Failures;
            return _run._patience.IsSpentByTry();
        }
    }
}
