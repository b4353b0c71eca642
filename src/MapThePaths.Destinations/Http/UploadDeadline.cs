namespace MapThePaths.Destinations.Http;

/// <summary>
/// When a try to send bytes is given up. While bytes flow, after a minute without a piece taken by the connection; once all are handed
/// over, after the time in which even a slow line would have brought them and the answer.
/// </summary>
internal sealed class UploadDeadline : IDisposable
{
    /// <summary>What a line is expected to manage at least: 50 KiB a second, as mapillary_tools has it.</summary>
    private const double SlowestBytesPerSecond = 51_200;

    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(60);

    private readonly long _length;
    private readonly TimeSpan _answer;

    public UploadDeadline(long offset, long length, TimeProvider clock)
    {
        _length = length;
        _answer = AnswerTime(length - offset);
        Source = new CancellationTokenSource(offset == length ? _answer : Idle, clock);
    }

    public CancellationTokenSource Source { get; }

    /// <summary>Pieces handed over may still lie in this computer's buffers: the wait covers all bytes of this try.</summary>
    public static TimeSpan AnswerTime(long bytes)
    {
        var slow = TimeSpan.FromSeconds(bytes / SlowestBytesPerSecond);
        return slow > Idle ? slow : Idle;
    }

    public void HandedOver(long position) => Source.CancelAfter(position == _length ? _answer : Idle);

    /// <summary>Nothing is asked of the connection until <see cref="HandedOver"/> is called again.</summary>
    public void Stop() => Source.CancelAfter(Timeout.InfiniteTimeSpan);

    public void Dispose() => Source.Dispose();
}
