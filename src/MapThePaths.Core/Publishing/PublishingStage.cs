using System.Runtime.ExceptionServices;
using System.Threading.Channels;
using MapThePaths.Core.Catalog;
using MapThePaths.Core.Destinations;
using MapThePaths.Core.Model;
using NodaTime;

namespace MapThePaths.Core.Publishing;

/// <summary>Makes uploaded parts public, each once.</summary>
public sealed class PublishingStage
{
    private readonly OpenCatalog _catalog;
    private readonly TimeProvider _time;

    public PublishingStage(OpenCatalog catalog, TimeProvider time)
    {
        _catalog = catalog;
        _time = time;
    }

    private Instant Now => _time.Now();

    /// <summary>Publishes each part that comes out of <paramref name="uploaded"/>, or only notes it for a dry run. A part that fails does not keep the others.</summary>
    /// <param name="pause">Once cancelled, no further part is published: they stay uploaded, for the next run.</param>
    /// <exception cref="DestinationException">The run cannot go on: sign-in needed, or the destination is unreachable.</exception>
    public async Task RunAsync(
        PhotoDestination destination,
        ChannelReader<long> uploaded,
        IProgress<FlowEvent> progress,
        CancellationToken pause,
        CancellationToken cancellationToken)
    {
        var (begun, mayAsk) = (Now, destination.Sessions is null);
        await foreach (var partId in uploaded.ReadAllAsync(cancellationToken))
        {
            if (pause.IsCancellationRequested)
            {
                continue;
            }

            var part = _catalog.Publishing.Part(partId);
            if (part.DryRun)
            {
                await RehearseAsync(destination, part, progress, cancellationToken);
            }
            else
            {
                mayAsk = mayAsk && await NoteEarlierImagesAsync(destination, part, progress, pause, cancellationToken);
                await PublishAsync(destination.Sender, part, mayBeKnown: !(part.LastArrivedAt > begun), progress, pause, cancellationToken);
            }
        }
    }

    private async Task RehearseAsync(PhotoDestination destination, PartToPublish part, IProgress<FlowEvent> progress, CancellationToken cancellationToken)
    {
        try
        {
            var note = await destination.Sender.RehearseAsync(part.SessionKey, part.Receipts, cancellationToken);
            _catalog.Publishing.MarkDryRun(part.Id, destination.Rules.SessionHoldsPhotos, Now);
            progress.Report(new PartChanged(part.Id, part.Number, PartState.DryRun) { Note = note });
        }
        catch (DestinationException failure)
        {
            Tell(part, failure, progress);
        }
    }

    private async Task PublishAsync(
        ISender sender, PartToPublish part, bool mayBeKnown, IProgress<FlowEvent> progress, CancellationToken pause, CancellationToken cancellationToken)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(pause, cancellationToken);
        try
        {
            var completion = await sender.CompleteAsync(part.SessionKey, part.Receipts, mayBeKnown, either.Token);
            either.Token.ThrowIfCancellationRequested();
            _catalog.Publishing.MarkIntent(part.Id, Now);
            progress.Report(new PartChanged(part.Id, part.Number, PartState.Publishing));
            var publicationId = await sender.PublishAsync(part.SessionKey, completion, cancellationToken);
            _catalog.Publishing.MarkPublished(part.Id, publicationId, Now);
            progress.Report(new PartChanged(part.Id, part.Number, PartState.Processing));
        }
        catch (OperationCanceledException)
        {
            // The sender's word: then the call did not go out, or it would be unclear.
            _catalog.Publishing.WithdrawIntent(part.Id);
            if (!pause.IsCancellationRequested || cancellationToken.IsCancellationRequested)
            {
                throw;
            }
        }
        catch (DestinationException failure)
        {
            Tell(part, failure, progress);
        }
    }

    // Another computer or another program may have sent photos of the same times and places, which nothing tells apart afterwards. Where
    // upload sessions are kept on record, nobody need be asked: the destination goes by when they were opened. False when it does not answer:
    // what keeps a search from it need not keep a part from being published.
    private async Task<bool> NoteEarlierImagesAsync(
        PhotoDestination destination, PartToPublish part, IProgress<FlowEvent> progress, CancellationToken pause, CancellationToken cancellationToken)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(pause, cancellationToken);
        try
        {
            var sighting = await destination.Watcher.LookAsync(PublicationQuery.Around(part.Account, part.Times, part.Places), either.Token);
            _catalog.Publishing.NoteEarlierImages(part, destination.Name, sighting.Images, Now);
            return true;
        }
        catch (DestinationException failure)
        {
            progress.Report(new EarlierImagesUnknown(failure.Message));
            return false;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return false;
        }
    }

    /// <exception cref="DestinationException">The failure, if the other parts would meet it too.</exception>
    private void Tell(PartToPublish part, DestinationException failure, IProgress<FlowEvent> progress)
    {
        progress.Report(new PartChanged(part.Id, part.Number, Store(part, failure), failure.Message));
        if (failure.Kind is FailureKind.SignInNeeded or FailureKind.Unreachable)
        {
            ExceptionDispatchInfo.Throw(failure);
        }
    }

    private PartState Store(PartToPublish part, DestinationException failure)
    {
        if (failure.Kind == FailureKind.Unclear)
        {
            _catalog.Publishing.MarkUnclear(part.Id, failure.Code, failure.Message, Now);
            return PartState.Publishing;
        }

        if (failure.Kind == FailureKind.SessionLost)
        {
            _catalog.Publishing.ForgetSession(part.Id, failure.Code, failure.Message, Now);
            return PartState.Uploading;
        }

        var state = failure.Kind is FailureKind.PartRefused or FailureKind.PhotoRefused ? PartState.Failed : PartState.Uploaded;
        _catalog.Publishing.MarkNotPublished(part.Id, state, failure.Code, failure.Message);
        return state;
    }
}
