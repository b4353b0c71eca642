using System.Buffers;
using System.Net;
using MapThePaths.Core.Destinations;
using MapThePaths.Destinations.Http;

namespace MapThePaths.Destinations.Mapillary;

/// <summary>
/// The bytes from an offset to the end as a chunked request body, without length or type as the upload host wants it. Holds one pooled
/// buffer while it is written, and opens nothing when there is nothing left to send.
/// </summary>
/// <param name="deadline">Runs while the connection takes bytes, not while we wait for our own limit.</param>
/// <param name="watch">Told the offset behind each piece that the connection has taken.</param>
/// <param name="bandwidth">Shared by all uploads; null for no limit.</param>
internal sealed class UploadContent(IUploadBody body, long offset, UploadDeadline deadline, IUploadWatch watch, Bandwidth? bandwidth) : HttpContent
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
        var piece = (int)Math.Min(bandwidth?.LargestPiece ?? LargestPiece, body.Length - offset);
        var buffer = ArrayPool<byte>.Shared.Rent(piece);
        try
        {
            await CopyAsync(reader, buffer.AsMemory(0, piece), stream, cancellationToken);
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

    private async Task CopyAsync(IUploadReader reader, Memory<byte> buffer, Stream stream, CancellationToken cancellationToken)
    {
        var position = offset;
        while (reader.Read(buffer.Span) is var count and > 0)
        {
            if (bandwidth is not null)
            {
                deadline.Stop();
                await bandwidth.TakeAsync(count, cancellationToken);
                deadline.HandedOver(position);
            }

            await stream.WriteAsync(buffer[..count], cancellationToken);
            position += count;
            deadline.HandedOver(position);
            watch.HandedOver(position);
        }
    }
}
