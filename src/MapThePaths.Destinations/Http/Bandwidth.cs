namespace MapThePaths.Destinations.Http;

/// <summary>
/// So many bytes a second, shared by all uploads: a bucket of tokens that holds an eighth of a second. Who asks first goes first. Thread
/// safe.
/// </summary>
/// <param name="bytesPerSecond">At least 1.</param>
internal sealed class Bandwidth(TimeProvider clock, long bytesPerSecond)
{
    private const int PiecesPerSecond = 8;

    private readonly Lock _gate = new();
    private readonly double _ticksPerByte = clock.TimestampFrequency / (double)bytesPerSecond;
    private double _paidUntil = clock.GetTimestamp();

    /// <summary>Most bytes to ask for at once, so that a slow line flows instead of jumping.</summary>
    public int LargestPiece { get; } = (int)Math.Clamp(bytesPerSecond / PiecesPerSecond, 1, 256 * 1024);

    /// <summary>Until so many bytes may be handed over. Asking cannot be taken back: cancelled bytes are paid for.</summary>
    public Task TakeAsync(int bytes, CancellationToken cancellationToken)
    {
        var wait = Pay(bytes);
        return wait > TimeSpan.Zero ? Task.Delay(wait, clock, cancellationToken) : Task.CompletedTask;
    }

    private TimeSpan Pay(int bytes)
    {
        lock (_gate)
        {
            var now = clock.GetTimestamp();
            var unused = now - (clock.TimestampFrequency / (double)PiecesPerSecond);
            _paidUntil = Math.Max(_paidUntil, unused) + (bytes * _ticksPerByte);
            return TimeSpan.FromSeconds((_paidUntil - now) / clock.TimestampFrequency);
        }
    }
}
