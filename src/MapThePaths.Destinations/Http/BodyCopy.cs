using System.Buffers;
using MapThePaths.Core.Destinations;

namespace MapThePaths.Destinations.Http;

/// <summary>
/// Brings the bytes of a body from an offset to its end onto a connection. Holds one pooled buffer while it does, and opens nothing when
/// there is nothing left to send.
/// </summary>
/// <param name="deadline">Runs while the connection takes bytes, not while we wait for our own limit.</param>
/// <param name="watch">Told the offset behind each piece that the connection has taken; null when nobody wants to know.</param>
/// <param name="bandwidth">Shared by all uploads; null for no limit.</param>
internal sealed class BodyCopy(IUploadBody body, long offset, UploadDeadline deadline, IUploadWatch? watch, Bandwidth? bandwidth)
{
    private const int LargestPiece = 256 * 1024;

    /// <summary>Bytes to bring.</summary>
    public long Length => body.Length - offset;

    public async Task WriteAsync(Stream stream, CancellationToken cancellationToken)
    {
        if (Length == 0)
        {
            return;
        }

        using var reader = body.OpenAt(offset);
        var piece = (int)Math.Min(bandwidth?.LargestPiece ?? LargestPiece, Length);
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

    private async Task CopyAsync(IUploadReader reader, Memory<byte> buffer, Stream stream, CancellationToken cancellationToken)
    {
        var position = offset;
        while (reader.Read(buffer.Span) is var count and > 0)
        {
            if (bandwidth is not null)
            {
                deadline.Stop();
                await bandwidth.TakeAsync(count, cancellationToken);
                deadline.GoOn(position);
            }

            await stream.WriteAsync(buffer[..count], cancellationToken);
            position += count;
            deadline.HandedOver(position);
            watch?.HandedOver(position);
        }
    }
}
