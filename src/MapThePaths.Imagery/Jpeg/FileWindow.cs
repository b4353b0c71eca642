using System.Buffers;
using Microsoft.Win32.SafeHandles;

namespace MapThePaths.Imagery.Jpeg;

/// <summary>A look at any part of a file through one pooled buffer, so that memory does not depend on the size of the file.</summary>
/// <remarks>Does not own the file handle. One thread at a time.</remarks>
internal sealed class FileWindow(SafeFileHandle file, int capacity) : IDisposable
{
    private readonly byte[] _buffer = ArrayPool<byte>.Shared.Rent(capacity);
    private long _start;
    private int _filled;

    /// <summary>Bytes, when the window was opened.</summary>
    public long Length { get; } = RandomAccess.GetLength(file);

    /// <summary>The wanted bytes, fewer where the file ends. Valid until the next call. At most the window's capacity.</summary>
    public ReadOnlySpan<byte> At(long position, int count)
    {
        count = (int)Math.Clamp(Length - position, 0, count);
        if (position < _start || position + count > _start + _filled)
        {
            Fill(position);
        }

        var available = (int)Math.Min(count, _start + _filled - position);
        return _buffer.AsSpan((int)(position - _start), available);
    }

    public void Dispose() => ArrayPool<byte>.Shared.Return(_buffer);

    private void Fill(long position)
    {
        var wanted = (int)Math.Clamp(Length - position, 0, capacity);
        _start = position;
        _filled = 0;
        while (_filled < wanted)
        {
            var read = RandomAccess.Read(file, _buffer.AsSpan(_filled, wanted - _filled), position + _filled);
            if (read == 0)
            {
                // The file became shorter since it was opened.
                return;
            }

            _filled += read;
        }
    }
}
