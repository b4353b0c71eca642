using System.Threading.Channels;

namespace MapThePaths.Core.Uploading;

/// <summary>The photos on their way, as many at once as the pace allows. One caller begins them all; not thread safe.</summary>
internal sealed class PhotosUnderWay(UploadPace pace)
{
    private readonly Channel<Task> _ended = Channel.CreateUnbounded<Task>(new UnboundedChannelOptions { SingleReader = true });
    private int _count;

    /// <summary>Until one more photo may begin.</summary>
    /// <exception cref="Exception">What ended a photo that had begun.</exception>
    public async Task PlaceAsync()
    {
        while (_count >= pace.Allowed)
        {
            await OneEndsAsync();
        }
    }

    /// <summary>To be called after <see cref="PlaceAsync"/>. Does not wait.</summary>
    public void Begin(Func<Task> send)
    {
        _count++;
        _ = Task.Run(send).ContinueWith(_ended.Writer.TryWrite, TaskScheduler.Default);
    }

    /// <summary>Until all have ended.</summary>
    /// <exception cref="Exception">What ended a photo.</exception>
    public async Task AllEndAsync()
    {
        while (_count > 0)
        {
            await OneEndsAsync();
        }
    }

    /// <summary>Until all have ended, well or not. For the way out, when the reason is already known.</summary>
    public async Task AllEndSomehowAsync()
    {
        while (_count > 0)
        {
            await EndOfOneAsync();
        }
    }

    private async Task OneEndsAsync() => await await EndOfOneAsync();

    private async Task<Task> EndOfOneAsync()
    {
        var ended = await _ended.Reader.ReadAsync();
        _count--;
        return ended;
    }
}
