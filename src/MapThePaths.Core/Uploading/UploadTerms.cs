namespace MapThePaths.Core.Uploading;

/// <summary>How an upload may go about its work.</summary>
public sealed record UploadTerms
{
    /// <summary>More never paid at any line that we know of, and the service's own tool was throttled at this many (mapillary-v4.md §14).</summary>
    public const int MostParallel = 64;

    public static readonly UploadTerms Usual = new();

    /// <summary>Photos on their way at once, at most: 1 to <see cref="MostParallel"/>. How many are of use is found out on the way.</summary>
    public int Parallel { get; init; } = MostParallel;

    /// <summary>So many photos that finally failed stop the run; at least 1. Null: however many fail, the others go on.</summary>
    public int? FailuresToStop { get; init; }

    /// <summary>Once cancelled, nothing new is begun; what is on its way is finished and stored.</summary>
    public CancellationToken Pause { get; init; }
}

/// <summary>How an upload ended that no failure ended.</summary>
public enum UploadEnd
{
    /// <summary>Every photo had its turn. Those that reached nobody wait for the next run.</summary>
    Done,

    /// <summary>The user wished it so; the rest waits.</summary>
    Paused,

    /// <summary>As many photos failed as the user puts up with; the rest waits.</summary>
    TooManyFailures,
}
