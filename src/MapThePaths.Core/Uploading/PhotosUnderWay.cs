namespace MapThePaths.Core.Uploading;

/// <summary>The photos on their way, as many at once as the pace allows. One caller begins them all; not thread safe.</summary>
internal sealed class PhotosUnderWay(UploadPace pace)
{
    private readonly List<Task> _photos = [];

    /// <summary>Until one more photo may begin.</summary>
    /// <exception cref="Exception">What ended a photo that had begun.</exception>
    public async Task PlaceAsync()
    {
        while (_photos.Count >= pace.Allowed)
        {
            await OneEndsAsync();
        }
    }

    /// <summary>To be called after <see cref="PlaceAsync"/>. Does not wait.</summary>
    public void Begin(Func<Task> send) => _photos.Add(Task.Run(send));

    /// <summary>Until all have ended.</summary>
    /// <exception cref="Exception">What ended a photo.</exception>
    public async Task AllEndAsync()
    {
        while (_photos.Count > 0)
        {
            await OneEndsAsync();
        }
    }

    /// <summary>Until all have ended, well or not. For the way out, when the reason is already known.</summary>
    public async Task AllEndSomehowAsync() => await Task.WhenAll(_photos).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

    private async Task OneEndsAsync()
    {
        var ended = await Task.WhenAny(_photos);
        _photos.Remove(ended);
        await ended;
    }
}
