using System.Runtime.CompilerServices;
using System.Threading.Channels;
using MapThePaths.Core.Catalog;
using MapThePaths.Core.Destinations;
using MapThePaths.Core.Model;
using NodaTime;

namespace MapThePaths.Core.Uploading;

/// <summary>Brings the photos of prepared parts to a destination, several at a time and across parts.</summary>
public sealed class UploadingStage
{
    private const int ParallelUploads = 4;

    // One photo may have bad luck; so many in a row mean that the line or the destination is down.
    private const int UnreachableInARowToStop = 3;

    private readonly OpenCatalog _catalog;
    private readonly TimeProvider _time;

    public UploadingStage(OpenCatalog catalog, TimeProvider time)
    {
        _catalog = catalog;
        _time = time;
    }

    /// <summary>
    /// Sends what is waiting, and hands on each part whose photos have all arrived. May be stopped anywhere and repeated: a row is written
    /// after each photo that the destination acknowledged, and the destination is asked what it has of the others.
    /// </summary>
    /// <param name="uploaded">Gets the ids of complete parts; completed at the end, whatever happens.</param>
    /// <exception cref="DestinationException">The run cannot go on: sign-in needed, or the destination is unreachable.</exception>
    public async Task RunAsync(
        PhotoDestination destination,
        long sequenceId,
        Account account,
        ChannelWriter<long> uploaded,
        IProgress<FlowEvent> progress,
        CancellationToken cancellationToken)
    {
        var run = new UploadRun(_catalog, destination.Sender, uploaded, progress, _time);
        try
        {
            var parts = _catalog.Uploading.Parts(sequenceId, destination.Name, account.Id);
            var options = new ParallelOptions { MaxDegreeOfParallelism = ParallelUploads, CancellationToken = cancellationToken };
            await Parallel.ForEachAsync(run.OpenAsync(parts, cancellationToken), options, run.SendAsync);
        }
        finally
        {
            run.Meter.Report();
            uploaded.Complete();
        }
    }

    /// <summary>What the parallel uploads of one run share.</summary>
    private sealed class UploadRun
    {
        private readonly OpenCatalog _catalog;
        private readonly ISender _sender;
        private readonly ChannelWriter<long> _uploaded;
        private readonly IProgress<FlowEvent> _progress;
        private readonly TimeProvider _time;
        private int _unreachableInARow;

        public UploadRun(OpenCatalog catalog, ISender sender, ChannelWriter<long> uploaded, IProgress<FlowEvent> progress, TimeProvider time)
        {
            _catalog = catalog;
            _sender = sender;
            _uploaded = uploaded;
            _progress = progress;
            _time = time;
            Meter = new UploadMeter(progress, time);
        }

        public UploadMeter Meter { get; }

        private Instant Now => Instant.FromDateTimeOffset(_time.GetUtcNow());

        /// <summary>The waiting photos of all parts, in order. A part's session is opened when its first photo's turn comes.</summary>
        public async IAsyncEnumerable<(PartTally Part, PhotoToSend Photo)> OpenAsync(
            IReadOnlyList<PartToSend> parts, [EnumeratorCancellation] CancellationToken cancellationToken)
        {
            var waiting = parts.Select(part => (Part: part, Photos: _catalog.Uploading.Photos(part.Id))).ToList();
            Meter.Expect(waiting.Sum(part => part.Photos.Count), waiting.Sum(part => part.Photos.Sum(photo => photo.Size)));
            foreach (var (part, photos) in waiting)
            {
                var session = part.SessionKey ?? await _sender.OpenSessionAsync(part.Uuid, cancellationToken);
                _catalog.Uploading.MarkUploading(part.Id, session);
                _progress.Report(new PartChanged(part.Id, part.Number, PartState.Uploading));
                var tally = new PartTally(part, session, photos.Count);
                if (photos.Count == 0)
                {
                    await CompleteAsync(tally, cancellationToken);
                }

                foreach (var photo in photos)
                {
                    yield return (tally, photo);
                }
            }
        }

        public async ValueTask SendAsync((PartTally Part, PhotoToSend Photo) item, CancellationToken cancellationToken)
        {
            var (part, photo) = item;
            if (await TrySendAsync(part, photo, cancellationToken) && part.OneLess())
            {
                await CompleteAsync(part, cancellationToken);
            }
        }

        /// <returns>False when the photo keeps waiting, and so its part.</returns>
        private async Task<bool> TrySendAsync(PartTally part, PhotoToSend photo, CancellationToken cancellationToken)
        {
            var (body, reason) = PhotoBodies.Open(photo);
            if (body is null)
            {
                Fail(photo, reason!, message: null);
                return true;
            }

            var meter = Meter.Begin(body.Length, photo.Size);
            try
            {
                var receipt = await _sender.SendAsync(part.Session, body, photo.Tried, meter, cancellationToken);
                _catalog.Uploading.MarkSent(photo, receipt, body.Length, Now);
                meter.Arrived();
                Interlocked.Exchange(ref _unreachableInARow, 0);
                return true;
            }
            catch (DestinationException failure) when (failure.Kind == FailureKind.PhotoRefused)
            {
                meter.GaveUp();
                Fail(photo, PhotoBodies.WhyRefused(failure), failure.Message);
                return true;
            }
            catch (DestinationException failure) when (failure.Kind == FailureKind.Unreachable)
            {
                meter.GaveUp();
                _catalog.Uploading.NoteTrouble(photo.PartId, failure.Code, failure.Message);
                _progress.Report(new PartChanged(photo.PartId, part.Part.Number, PartState.Uploading, failure.Message));
                if (Interlocked.Increment(ref _unreachableInARow) >= UnreachableInARowToStop)
                {
                    throw;
                }

                return false;
            }
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

        private void Fail(PhotoToSend photo, Reason reason, string? message)
        {
            Meter.Expect(photos: 0, -Math.Max(0, photo.Size));
            _catalog.Uploading.MarkFailed(photo, reason, message, Now);
            _progress.Report(new PhotoFailed(photo.Path, reason, message));
        }
    }

    /// <summary>A part on its way and how many of its photos are still to come.</summary>
    private sealed class PartTally(PartToSend part, string session, int photos)
    {
        private int _left = photos;

        public PartToSend Part { get; } = part;

        public string Session { get; } = session;

        /// <summary>True for the last one.</summary>
        public bool OneLess() => Interlocked.Decrement(ref _left) == 0;
    }
}
