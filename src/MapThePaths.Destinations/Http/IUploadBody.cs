namespace MapThePaths.Destinations.Http;

/// <summary>Bytes for one upload session; opened anew for every try.</summary>
internal interface IUploadBody
{
    /// <summary>Bytes in all.</summary>
    long Length { get; }

    /// <summary>Opens the bytes from <paramref name="offset"/> on. The caller disposes of the reader.</summary>
    IUploadReader OpenAt(long offset);
}

/// <summary>Reads forward once.</summary>
internal interface IUploadReader : IDisposable
{
    /// <summary>0 at the end.</summary>
    int Read(Span<byte> buffer);
}
