namespace MapThePaths.Destinations.Http;

/// <summary>How long an operation is worth trying again.</summary>
/// <param name="Tries">Failed tries in a row without progress at the far side; the last of them ends the operation. At least 1.</param>
/// <param name="Time">No new try begins later than this after the first one began, progress or not; one that sends a photo ends then too.</param>
internal sealed record RetryLimits(int Tries, TimeSpan Time)
{
    /// <summary>Growing waits end here: 1, 2, 4, 8, 16, 30, 30 … seconds.</summary>
    public static readonly TimeSpan LongestOwnWait = TimeSpan.FromSeconds(30);

    /// <summary>For questions and small messages.</summary>
    public static readonly RetryLimits Call = new(8, TimeSpan.FromMinutes(10));

    /// <summary>For the first question of a run: who has no network at all wants to hear it within seconds.</summary>
    public static readonly RetryLimits Greeting = new(3, TimeSpan.FromMinutes(1));

    private static readonly TimeSpan Patience = TimeSpan.FromHours(1);

    /// <summary>For so many bytes: an hour of trouble besides what the poorest line needs for them.</summary>
    public static RetryLimits ForPhoto(long bytes) => Call with { Time = Patience + TimeSpan.FromSeconds(bytes / UploadLine.SlowestBytesPerSecond) };
}
