using MapThePaths.Core.Model;
using Microsoft.Win32.SafeHandles;

namespace MapThePaths.Core.Destinations;

/// <summary>
/// The bytes of one photo as they are sent: a new header in front of the untouched rest of the user's file. Can be opened any number of
/// times, at any offset, and never holds more than its header in memory.
/// </summary>
public sealed class PhotoBody : IDisposable
{
    private readonly ReadOnlyMemory<byte> _header;
    private readonly long _tailOffset;
    private readonly long _fileLength;
    private readonly long? _modifiedAt;
    private SafeFileHandle? _file;

    /// <param name="path">The user's file; only ever read.</param>
    /// <param name="contentKey">Identifies these very bytes: other bytes never have the same key. Lower-case hex.</param>
    /// <param name="header">What is sent instead of the file's first <paramref name="tailOffset"/> bytes.</param>
    /// <param name="tailOffset">Where the untouched rest begins in the file.</param>
    /// <param name="fileLength">Length of the file when it was imported.</param>
    /// <param name="modifiedAt">When the file was last written to then: milliseconds since 1970, UTC; null to take any.</param>
    /// <param name="file">The file, if it is open already: the first reader takes it over.</param>
    public PhotoBody(
        string path,
        string contentKey,
        ReadOnlyMemory<byte> header,
        long tailOffset,
        long fileLength,
        long? modifiedAt = null,
        SafeFileHandle? file = null)
    {
        Path = path;
        ContentKey = contentKey;
        _header = header;
        _tailOffset = tailOffset;
        _fileLength = fileLength;
        _modifiedAt = modifiedAt;
        _file = file;
    }

    public string Path { get; }

    public string ContentKey { get; }

    /// <summary>Bytes to send in all.</summary>
    public long Length => _header.Length + _fileLength - _tailOffset;

    /// <summary>Opens the bytes from <paramref name="offset"/> (0 to <see cref="Length"/>) to the end. The caller disposes of the reader.</summary>
    public Reader OpenAt(long offset)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(offset);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(offset, Length);
        return new Reader(this, offset);
    }

    /// <summary>Closes the file where nobody has read it. Readers have their own.</summary>
    public void Dispose() => _file?.Dispose();

    private SafeFileHandle Open() => Interlocked.Exchange(ref _file, null) ?? File.OpenHandle(Path, options: FileOptions.SequentialScan);

    /// <summary>Reads a body forward once. Not thread safe.</summary>
    public sealed class Reader : IDisposable
    {
        private readonly PhotoBody _body;
        private readonly SafeFileHandle _file;
        private long _position;

        internal Reader(PhotoBody body, long offset)
        {
            _body = body;
            _position = offset;
            _file = body.Open();
            CheckUnchanged();
        }

        /// <summary>Fills as much of <paramref name="buffer"/> as it can; 0 at the end.</summary>
        /// <exception cref="EndOfStreamException">The file is no longer the one that was imported. Thrown at the latest with the last byte.</exception>
        public int Read(Span<byte> buffer)
        {
            var left = _body.Length - _position;
            var wanted = (int)Math.Min(buffer.Length, left);
            var filled = CopyHeader(buffer[..wanted]);
            while (filled < wanted)
            {
                var read = RandomAccess.Read(_file, buffer[filled..wanted], FileOffset(_position + filled));
                if (read == 0)
                {
                    throw Changed();
                }

                filled += read;
            }

            _position += filled;
            if (_position == _body.Length)
            {
                CheckUnchanged();
            }

            return filled;
        }

        public void Dispose() => _file.Dispose();

        // Other bytes under the same key would make a picture of two halves.
        private void CheckUnchanged()
        {
            if (_body._modifiedAt is { } modifiedAt && FileTime.Of(File.GetLastWriteTimeUtc(_file)) != modifiedAt)
            {
                _file.Dispose();
                throw Changed();
            }
        }

        private EndOfStreamException Changed() => new($"{_body.Path} has changed since it was imported.");

        private int CopyHeader(Span<byte> buffer)
        {
            if (_position >= _body._header.Length)
            {
                return 0;
            }

            var part = _body._header.Span[(int)_position..];
            var count = Math.Min(part.Length, buffer.Length);
            part[..count].CopyTo(buffer);
            return count;
        }

        private long FileOffset(long position) => position - _body._header.Length + _body._tailOffset;
    }
}
