namespace MapThePaths.Destinations.Http;

/// <summary>The tries of one operation so far. Not thread safe.</summary>
internal sealed class Tries
{
    private long _furthest;

    /// <summary>False from the first failure on.</summary>
    public bool IsFirst => Total == 0;

    /// <summary>Failed tries.</summary>
    public int Total { get; private set; }

    /// <summary>Failed tries since the far side last came further than ever before.</summary>
    public int SinceProgress { get; private set; }

    public void CountFailure()
    {
        Total++;
        SinceProgress++;
    }

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
