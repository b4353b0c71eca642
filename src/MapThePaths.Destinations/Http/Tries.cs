namespace MapThePaths.Destinations.Http;

/// <summary>The tries of one operation so far, and what is left of its limits. Not thread safe.</summary>
internal sealed class Tries(TimeProvider clock, RetryLimits limits)
{
    private readonly long _begun = clock.GetTimestamp();
    private TimeSpan _excused;
    private long _furthest;

    /// <summary>False from the first failure on.</summary>
    public bool IsFirst => Total == 0;

    /// <summary>Failed tries.</summary>
    public int Total { get; private set; }

    /// <summary>Failed tries since the far side last came further than ever before.</summary>
    public int SinceProgress { get; private set; }

    /// <summary>Of the operation's time; negative once it is over.</summary>
    public TimeSpan TimeLeft => limits.Time - (clock.GetElapsedTime(_begun) - _excused);

    public void CountFailure()
    {
        Total++;
        SinceProgress++;
    }

    /// <summary>Whether no further try may begin after this wait.</summary>
    public bool AreSpentBy(TimeSpan wait) => SinceProgress >= limits.Tries || wait > TimeLeft;

    /// <summary>So much time passed by our own wish, not for trouble, and does not count.</summary>
    public void Excuse(TimeSpan time) => _excused += time;

    /// <summary>
    /// The far side says it has <paramref name="offset"/> bytes. Only its own word counts: bytes handed to a socket prove nothing. Falling
    /// back and catching up again is no progress either, or a service that forgets would be tried for ever.
    /// </summary>
    public void Acknowledged(long offset)
    {
        if (offset > _furthest)
        {
            _furthest = offset;
            SinceProgress = 0;
        }
    }
}
