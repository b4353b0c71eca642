using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace MapThePaths.Tests.Fixtures;

/// <summary>Reads HTTP requests off a socket, bodies by length or by chunks.</summary>
internal sealed class WireReader(NetworkStream stream)
{
    private readonly byte[] _buffer = new byte[64 * 1024];
    private int _start;
    private int _end;

    /// <summary>Lines up to the empty one; null when the client closed the connection.</summary>
    public async Task<IReadOnlyList<string>?> HeadAsync(CancellationToken cancellationToken)
    {
        var lines = new List<string>();
        while (await LineAsync(cancellationToken) is { } line)
        {
            if (line.Length == 0)
            {
                return lines;
            }

            lines.Add(line);
        }

        return null;
    }

    /// <summary>The body's bytes, <paramref name="most"/> of them at most.</summary>
    public async Task<byte[]> BodyAsync(bool isChunked, long length, int most, CancellationToken cancellationToken)
    {
        using var body = new MemoryStream();
        if (!isChunked)
        {
            await CopyAsync(body, Math.Min(length, most), cancellationToken);
            return body.ToArray();
        }

        while (body.Length < most && await ChunkSizeAsync(cancellationToken) is var size and > 0)
        {
            await CopyAsync(body, Math.Min(size, most - body.Length), cancellationToken);
            if (body.Length < most)
            {
                await LineAsync(cancellationToken);
            }
        }

        return body.ToArray();
    }

    private async Task<long> ChunkSizeAsync(CancellationToken cancellationToken)
    {
        var line = await LineAsync(cancellationToken);
        var size = line is null ? 0 : long.Parse(line, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        if (size == 0)
        {
            await LineAsync(cancellationToken);
        }

        return size;
    }

    private async Task CopyAsync(MemoryStream target, long count, CancellationToken cancellationToken)
    {
        while (count > 0 && (_start < _end || await FillAsync(cancellationToken)))
        {
            var taken = (int)Math.Min(count, _end - _start);
            await target.WriteAsync(_buffer.AsMemory(_start, taken), cancellationToken);
            _start += taken;
            count -= taken;
        }
    }

    private async Task<string?> LineAsync(CancellationToken cancellationToken)
    {
        var line = new StringBuilder();
        while (_start < _end || await FillAsync(cancellationToken))
        {
            var next = (char)_buffer[_start++];
            if (next == '\n')
            {
                return line.ToString().TrimEnd('\r');
            }

            line.Append(next);
        }

        return null;
    }

    private async Task<bool> FillAsync(CancellationToken cancellationToken)
    {
        _start = 0;
        _end = await stream.ReadAsync(_buffer, cancellationToken);
        return _end > 0;
    }
}
