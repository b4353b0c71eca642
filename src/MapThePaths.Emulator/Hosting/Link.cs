namespace MapThePaths.Emulator.Hosting;

/// <summary>
/// The line between client and service: one round trip of waiting a call, and a bandwidth that all bodies share.
/// Real time, whatever the calendar of the test says.
/// </summary>
internal sealed class Link(int latencyMs, long bytesPerSecond)
{
    private const int SlicesPerSecond = 50;
    private readonly Lock _gate = new();
    private long _freeAt;

    /// <summary>Most bytes that may be taken at once, so that a slow line flows instead of jumping.</summary>
    public long Slice => bytesPerSecond == 0 ? long.MaxValue : Math.Max(1, bytesPerSecond / SlicesPerSecond);

    public Task RoundTripAsync(CancellationToken cancellation) =>
        latencyMs == 0 ? Task.CompletedTask : Task.Delay(latencyMs, cancellation);

    public ValueTask CarryAsync(long bytes, CancellationToken cancellation)
    {
        if (bytesPerSecond == 0 || bytes == 0)
        {
            return ValueTask.CompletedTask;
        }

        var wait = Reserve(bytes);
        return wait <= TimeSpan.Zero ? ValueTask.CompletedTask : new ValueTask(Task.Delay(wait, cancellation));
    }

    private TimeSpan Reserve(long bytes)
    {
        var system = TimeProvider.System;
        var now = system.GetTimestamp();
        lock (_gate)
        {
            _freeAt = Math.Max(_freeAt, now) + (bytes * system.TimestampFrequency / bytesPerSecond);
            return system.GetElapsedTime(now, _freeAt);
        }
    }
}
