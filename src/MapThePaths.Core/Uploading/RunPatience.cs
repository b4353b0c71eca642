namespace MapThePaths.Core.Uploading;

/// <summary>How long a run goes on although nothing gets through. Each photo has limits of its own; these are for all of them together. Thread safe.</summary>
internal sealed class RunPatience(TimeProvider time)
{
    /// <summary>One photo may have bad luck; so many in a row mean that the line or the destination is down.</summary>
    private const int PhotosInARow = 3;

    /// <summary>Failed tries of all photos together: as many as the service's own tool gives to one (mapillary-v4.md §5.5).</summary>
    private const int Tries = 200;

    /// <summary>From the first of them on.</summary>
    private static readonly TimeSpan Time = TimeSpan.FromHours(1);

    private readonly Lock _gate = new();
    private int _photos;
    private int _tries;
    private long _since;
    private bool _hasArrived;

    /// <summary>Whether any photo of this run is there: then the way to the destination is open.</summary>
    public bool HasArrived
    {
        get
        {
            lock (_gate)
            {
                return _hasArrived;
            }
        }
    }

    /// <summary>A photo is there.</summary>
    public void Arrived()
    {
        lock (_gate)
        {
            (_photos, _tries, _hasArrived) = (0, 0, true);
        }
    }

    /// <summary>The destination has more of a photo than ever before.</summary>
    public void Progressed()
    {
        lock (_gate)
        {
            _tries = 0;
        }
    }

    /// <summary>A photo was given up for this run. True when the run is to be given up too.</summary>
    public bool IsSpentByPhoto()
    {
        lock (_gate)
        {
            return ++_photos >= PhotosInARow;
        }
    }

    /// <summary>A try failed. True when the run is to be given up.</summary>
    public bool IsSpentByTry()
    {
        lock (_gate)
        {
            if (_tries++ == 0)
            {
                _since = time.GetTimestamp();
            }

            return _tries >= Tries || time.GetElapsedTime(_since) >= Time;
        }
    }
}
