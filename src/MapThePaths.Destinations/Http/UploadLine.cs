namespace MapThePaths.Destinations.Http;

/// <summary>The line that all uploads of a destination share: the user's limit of it, and how fast it was lately. Thread safe.</summary>
/// <param name="bytesPerSecond">The user's limit, at least 1; null for none.</param>
internal sealed class UploadLine(TimeProvider clock, long? bytesPerSecond)
{
    /// <summary>What one photo is expected to get at least: a line of 20 kB a second, which four share (0009), less a tenth.</summary>
    public const double SlowestBytesPerSecond = 4_500;

    /// <summary>However fast the line was, no photo has to be faster than this: 50 KiB a second, as mapillary_tools has it.</summary>
    private const double FastestBytesPerSecond = 51_200;

    /// <summary>A photo that gets a tenth of what the last one got is slow; below that it hangs.</summary>
    private const double LinesVary = 10;

    private double _lately;

    /// <summary>Null for no limit.</summary>
    public Bandwidth? Bandwidth { get; } = bytesPerSecond is { } rate ? new Bandwidth(clock, rate) : null;

    /// <summary>For a try to send the bytes from <paramref name="offset"/> on. The caller disposes of it.</summary>
    public UploadDeadline DeadlineFor(Tries tries, long offset, long length)
    {
        var slowest = Math.Clamp(Volatile.Read(ref _lately) / LinesVary, SlowestBytesPerSecond, FastestBytesPerSecond);
        var deadline = new UploadDeadline(tries, offset, length, slowest, clock);

        // Perhaps the line became poor: the next try is given all the time that a poor one needs.
        deadline.Source.Token.Register(() => Volatile.Write(ref _lately, 0));
        return deadline;
    }

    /// <summary>The bytes of a try are acknowledged.</summary>
    public void Arrived(UploadDeadline deadline) => Volatile.Write(ref _lately, deadline.BytesPerSecond);
}
