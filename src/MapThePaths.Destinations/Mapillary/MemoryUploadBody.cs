using MapThePaths.Destinations.Http;

namespace MapThePaths.Destinations.Mapillary;

/// <summary>Bytes that are small enough to be held.</summary>
internal sealed class MemoryUploadBody(ReadOnlyMemory<byte> bytes) : IUploadBody
{
    public long Length => bytes.Length;

    public IUploadReader OpenAt(long offset) => new Reader(bytes[(int)offset..]);

    private sealed class Reader(ReadOnlyMemory<byte> rest) : IUploadReader
    {
        private ReadOnlyMemory<byte> _rest = rest;

        public int Read(Span<byte> buffer)
        {
            var count = Math.Min(buffer.Length, _rest.Length);
            _rest.Span[..count].CopyTo(buffer);
            _rest = _rest[count..];
            return count;
        }

        public void Dispose()
        {
        }
    }
}
