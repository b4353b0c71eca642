using MapThePaths.Core.Destinations;

namespace MapThePaths.Destinations.Http;

/// <summary>
/// A photo's bytes. Trouble with the user's file ends as <see cref="FailureKind.PhotoRefused"/> here, before it can be taken for trouble
/// with the network, which would be tried again.
/// </summary>
internal sealed class PhotoUploadBody(PhotoBody photo) : IUploadBody
{
    public long Length => photo.Length;

    public IUploadReader OpenAt(long offset)
    {
        try
        {
            return new Reader(photo.OpenAt(offset), photo.Path);
        }
        catch (EndOfStreamException failure)
        {
            throw Changed(photo.Path, failure);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw Unreadable(photo.Path, failure);
        }
    }

    private static DestinationException Changed(string path, Exception failure) =>
        new(FailureKind.PhotoRefused, "changed-while-sending", $"{path} has changed since it was imported.", failure);

    private static DestinationException Unreadable(string path, Exception failure) =>
        new(FailureKind.PhotoRefused, "unreadable", $"{path} cannot be read ({failure.GetType().Name}).", failure);

    private sealed class Reader(PhotoBody.Reader reader, string path) : IUploadReader
    {
        public int Read(Span<byte> buffer)
        {
            try
            {
                return reader.Read(buffer);
            }
            catch (EndOfStreamException failure)
            {
                throw Changed(path, failure);
            }
            catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
            {
                throw Unreadable(path, failure);
            }
        }

        public void Dispose() => reader.Dispose();
    }
}
