using System.Globalization;
using MapThePaths.Core.Destinations;
using MapThePaths.Destinations.Http;

namespace MapThePaths.Destinations.Mapillary;

/// <summary>What to bring to one upload session.</summary>
/// <param name="Key">The session; never used for other bytes.</param>
/// <param name="MayBeKnown">False when the session was certainly never written to.</param>
/// <param name="Operation">Begins messages about failures.</param>
/// <param name="WhenRefused">What a refusal means for the caller.</param>
internal sealed record ByteUploadRequest(string Key, IUploadBody Body, bool MayBeKnown, string Operation, FailureKind WhenRefused);

/// <summary>Brings bytes to the upload host: asks how many it has, sends the rest in one request, returns the handle.</summary>
internal sealed class ByteUpload(ServiceCalls calls, Retry retry, MapillaryOptions options)
{
    private readonly UploadLine _line = new(options.Clock, options.BytesPerSecond);

    /// <summary>May be repeated, also after success: then only the handle is asked for again.</summary>
    /// <param name="watch">Null for what is no photo.</param>
    public Task<string> BringAsync(ByteUploadRequest upload, IUploadWatch? watch, CancellationToken cancellationToken) => retry.RunAsync(
        new Operation(upload.Operation, RetryLimits.ForPhoto(upload.Body.Length), upload.WhenRefused, watch),
        tries => OnceAsync(upload, tries, watch, cancellationToken),
        cancellationToken);

    private async Task<string> OnceAsync(ByteUploadRequest upload, Tries tries, IUploadWatch? watch, CancellationToken cancellationToken)
    {
        var offset = tries.IsFirst && !upload.MayBeKnown ? 0 : await OffsetAsync(upload, tries, cancellationToken);
        if (offset > upload.Body.Length)
        {
            throw HoldsMore(upload, offset);
        }

        watch?.HandedOver(offset);
        return await PostAsync(upload, offset, tries, watch, cancellationToken);
    }

    private async Task<long> OffsetAsync(ByteUploadRequest upload, Tries tries, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, Address(upload));
        var answer = await calls.AskAsync(request, "offset", cancellationToken);
        if (answer.Json?.Integer("offset") is not ({ } offset and >= 0))
        {
            throw new FaultException(new Fault(FaultKind.Transient, "strange-answer", "the answer names no offset"));
        }

        tries.Acknowledged(offset);
        return offset;
    }

    private async Task<string> PostAsync(ByteUploadRequest upload, long offset, Tries tries, IUploadWatch? watch, CancellationToken cancellationToken)
    {
        using var deadline = _line.DeadlineFor(tries, offset, upload.Body.Length);
        using var request = new HttpRequestMessage(HttpMethod.Post, Address(upload));
        request.Headers.TryAddWithoutValidation("Offset", offset.ToString(CultureInfo.InvariantCulture));
        request.Headers.TryAddWithoutValidation("X-Entity-Name", upload.Key);
        request.Headers.TransferEncodingChunked = true;
        request.Content = new UploadContent(new BodyCopy(upload.Body, offset, deadline, watch, _line.Bandwidth));
        var answer = await calls.AskAsync(request, "h", deadline.Source, cancellationToken);
        _line.Arrived(deadline);
        return answer.Json?.Text("h")
            ?? throw new FaultException(new Fault(FaultKind.Transient, "strange-answer", "the answer holds no handle"));
    }

    /// <summary>The key stands for these very bytes, so what lies there is something else: adding to it could only make it worse.</summary>
    private static DestinationException HoldsMore(ByteUploadRequest upload, long offset) => new(
        upload.WhenRefused,
        "session-holds-more",
        $"{upload.Operation}: the service holds {offset} bytes under this key, more than {upload.Body.Length}. Nothing was sent.");

    private string Address(ByteUploadRequest upload) => $"{options.UploadUrl}/{Uri.EscapeDataString(upload.Key)}";
}
