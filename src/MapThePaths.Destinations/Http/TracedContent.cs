using System.Net;
using System.Net.Http.Headers;

namespace MapThePaths.Destinations.Http;

/// <summary>
/// A small body that knows whether the connection ever asked for it. As long as it did not, no connection was there, and the service
/// cannot have acted.
/// </summary>
internal sealed class TracedContent : HttpContent
{
    private readonly ReadOnlyMemory<byte> _bytes;

    /// <summary>An empty body.</summary>
    public TracedContent()
    {
    }

    public TracedContent(ReadOnlyMemory<byte> bytes, string mediaType = "application/json")
    {
        _bytes = bytes;
        Headers.ContentType = new MediaTypeHeaderValue(mediaType);
    }

    public bool WentOut { get; private set; }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        WentOut = true;
        await stream.WriteAsync(_bytes, cancellationToken);
    }

    protected override bool TryComputeLength(out long length)
    {
        length = _bytes.Length;
        return true;
    }
}
