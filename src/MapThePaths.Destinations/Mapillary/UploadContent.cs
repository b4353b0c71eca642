using System.Buffers;
using System.Net;

namespace MapThePaths.Destinations.Mapillary;

/// <summary>
/// The bytes from an offset to the end as a chunked request body, without length or type as the upload host wants it. Holds one pooled
/// buffer while it is written, and opens nothing when there is nothing left to send.
/// </summary>
/// <param name="handedOver">Told the offset behind each piece that the connection has taken.</param>
internal sealed class UploadContent(IUploadBody body, long offset, Action<long> handedOver) : HttpContent
{
    private const int LargestPiece = 256 * 1024;

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        if (offset == body.Length)
        {
            return;
        }

        using var reader = body.OpenAt(offset);
        var buffer = ArrayPool<byte>.Shared.Rent((int)Math.Min(LargestPiece, body.Length - offset));
        try
        {
            await CopyAsync(reader, buffer, stream, cancellationToken);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    protected override bool TryComputeLength(out long length)
    {
        length = 0;
        return false;
    }

    private async Task CopyAsync(IUploadReader reader, byte[] buffer, Stream stream, CancellationToken cancellationToken)
    {
        var position = offset;
        while (reader.Read(buffer) is var count and > 0)
        {
            await stream.WriteAsync(buffer.AsMemory(0, count), cancellationToken);
            position += count;
            handedOver(position);
        }
    }
}
