namespace MapThePaths.Destinations.Http;

/// <summary>
/// When a try to send bytes is given up: after a minute and the time that its bytes need at the slowest plausible rate, after a minute in
/// which the connection took no piece, or when the operation's time is over. What we wait for our own limit does not count. Not thread safe.
/// </summary>
internal sealed class UploadDeadline : IDisposable
{
    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(60);

    private readonly Tries _tries;
    private readonly TimeProvider _clock;
    private readonly long _bytes;
    private readonly long _length;
    private TimeSpan _spent;
    private TimeSpan _left;
    private long _since;

    /// <param name="slowest">Bytes a second.</param>
    public UploadDeadline(Tries tries, long offset, long length, double slowest, TimeProvider clock)
    {
        _tries = tries;
        _clock = clock;
        _bytes = length - offset;
        _length = length;
        _left = Shorter(Idle + TimeSpan.FromSeconds(_bytes / slowest), tries.TimeLeft);
        _since = clock.GetTimestamp();
        Source = new CancellationTokenSource(Timeout.InfiniteTimeSpan, clock);
        Run(offset);
    }

    public CancellationTokenSource Source { get; }

    /// <summary>Of this try so far, without what we waited for our own limit.</summary>
    public double BytesPerSecond => _bytes / Math.Max((_spent + _clock.GetElapsedTime(_since)).TotalSeconds, 1e-3);

    /// <summary>The connection has taken all bytes up to here; where they are then, nobody knows.</summary>
    public void HandedOver(long position)
    {
        Spend();
        Run(position);
    }

    /// <summary>Nothing is asked of the connection until <see cref="GoOn"/> is called.</summary>
    public void Stop()
    {
        Spend();
        Source.CancelAfter(Timeout.InfiniteTimeSpan);
    }

    public void GoOn(long position)
    {
        _tries.Excuse(_clock.GetElapsedTime(_since));
        _since = _clock.GetTimestamp();
        Run(position);
    }

    public void Dispose() => Source.Dispose();

    private void Spend()
    {
        var now = _clock.GetTimestamp();
        var passed = _clock.GetElapsedTime(_since, now);
        _since = now;
        _spent += passed;
        _left -= passed;
    }

    // The last pieces may still lie in this computer's buffers: from then on only the whole counts.
    private void Run(long position)
    {
        if (_left <= TimeSpan.Zero)
        {
            Source.Cancel();
            return;
        }

        Source.CancelAfter(position == _length ? _left : Shorter(Idle, _left));
    }

    private static TimeSpan Shorter(TimeSpan one, TimeSpan other) => one < other ? one : other;
}
