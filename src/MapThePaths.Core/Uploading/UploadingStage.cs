using System.Threading.Channels;
using MapThePaths.Core.Catalog;
using MapThePaths.Core.Destinations;
using MapThePaths.Core.Model;

namespace MapThePaths.Core.Uploading;

/// <summary>Brings the photos of prepared parts to a destination, several at a time and across parts.</summary>
public sealed class UploadingStage
{
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
    public async Task<UploadEnd> RunAsync(
        UploadRequest request, ChannelWriter<long> uploaded, IProgress<FlowEvent> progress, CancellationToken cancellationToken)
    {
        var meter = new UploadMeter(request.Destination.Name, progress, _time);
        try
        {
            var parts = _catalog.Uploading.Parts(request.SequenceId, request.Destination.Name, request.Account.Id);
            var (photos, bytes) = _catalog.Uploading.Waiting(request.SequenceId, request.Destination.Name, request.Account.Id);
            meter.Expect(photos, bytes);
            var run = new UploadRun(_catalog, request, uploaded, progress, meter, _time);
            return await run.SendAsync(parts, cancellationToken);
        }
        finally
        {
            meter.Report();
            uploaded.Complete();
        }
    }
}

/// <summary>What to send, whither, in whose name, and how.</summary>
public sealed record UploadRequest(PhotoDestination Destination, long SequenceId, Account Account, UploadTerms Terms);
