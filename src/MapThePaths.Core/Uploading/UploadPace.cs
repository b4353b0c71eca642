namespace MapThePaths.Core.Uploading;

/// <summary>
/// How many photos may be on their way at once. Begins with a few and doubles as long as that brings more bytes a second, goes back when it
/// does not, halves when the service or the line is overrun, and then comes back slowly. Thread safe.
/// </summary>
/// <remarks>
/// A <em>round</em> is as many acknowledged photos as are allowed at once: about one round trip when round trips are what costs.
/// </remarks>
public sealed class UploadPace
{
    private const int First = 4;

    /// <summary>Twice as many photos at once have to bring a quarter more bytes a second, or they are no use.</summary>
    private const double WorthIt = 1.25;

    /// <summary>New connections need a few round trips before they carry bytes, so one poor round proves nothing.</summary>
    private const int RoundsToBelieve = 2;

    private const int RoundsToForget = 8;

    /// <summary>Photos that take so long do so for their bytes, not for the length of the way: more of them at once cannot help.</summary>
    private static readonly TimeSpan SlowRound = TimeSpan.FromSeconds(20);

    /// <summary>Lines change: this long after the last change more is tried again.</summary>
    private static readonly TimeSpan BetweenClimbs = TimeSpan.FromSeconds(30);

    /// <summary>Services forgive slowly: one more at a time, this long apart.</summary>
    private static readonly TimeSpan BetweenSteps = TimeSpan.FromSeconds(10);

    private readonly TimeProvider _time;
    private readonly int _most;
    private readonly Lock _gate = new();
    private int _allowed;
    private int _useful;
    private double _usefulRate;
    private bool _climbs = true;
    private bool _wasTooFast;
    private int _rounds;
    private int _photos;
    private long _bytes;
    private long _roundBegan;
    private long _changedAt;
    private long _loweredAt;

    /// <param name="most">Never more than this; at least 1.</param>
    public UploadPace(TimeProvider time, int most)
    {
        _time = time;
        _most = most;
        _allowed = _useful = Math.Min(First, most);
        _roundBegan = _changedAt = _loweredAt = time.GetTimestamp();
    }

    public int Allowed
    {
        get
        {
            lock (_gate)
            {
                return _allowed;
            }
        }
    }

    /// <summary>A photo of so many bytes has arrived.</summary>
    public void Acknowledged(long bytes)
    {
        lock (_gate)
        {
            _bytes += bytes;
            _photos++;
            if (_photos >= _allowed)
            {
                EndRound(_time.GetTimestamp());
            }
        }
    }

    /// <summary>The service asked to slow down.</summary>
    /// <param name="begunAt">Timestamp of the try that it answered so: one complaint usually meets several photos, and counts once.</param>
    public void TooFast(long begunAt)
    {
        lock (_gate)
        {
            if (begunAt >= _loweredAt)
            {
                _wasTooFast = true;
                Halve();
            }
        }
    }

    /// <summary>The line did not carry a photo in time.</summary>
    /// <param name="begunAt">Timestamp of the try that took too long.</param>
    public void TooSlow(long begunAt)
    {
        lock (_gate)
        {
            if (begunAt >= _loweredAt)
            {
                Halve();
                _useful = _allowed;
            }
        }
    }

    private void EndRound(long now)
    {
        var lasted = Math.Max(_time.GetElapsedTime(_roundBegan, now).TotalSeconds, 1e-6);
        _rounds++;
        if (_climbs)
        {
            Climb(_bytes / lasted, isSlow: lasted > SlowRound.TotalSeconds);
        }
        else if (_allowed < _useful)
        {
            ComeBack(now);
        }
        else if (!_wasTooFast && _rounds >= RoundsToForget && _time.GetElapsedTime(_changedAt, now) >= BetweenClimbs)
        {
            _climbs = true;
            _usefulRate = 0;
            Climb(_bytes / lasted, isSlow: lasted > SlowRound.TotalSeconds);
        }

        BeginRound(now);
    }

    private void Climb(double rate, bool isSlow)
    {
        if (isSlow)
        {
            Settle();
        }
        else if (rate >= _usefulRate * WorthIt)
        {
            (_useful, _usefulRate) = (_allowed, rate);
            Change(Math.Min(_allowed * 2, _most));
            _climbs = _allowed > _useful;
        }
        else if (_rounds >= RoundsToBelieve)
        {
            Settle();
        }
    }

    private void Settle()
    {
        _climbs = false;
        Change(_useful);
    }

    private void ComeBack(long now)
    {
        if (_time.GetElapsedTime(_changedAt, now) >= BetweenSteps)
        {
            Change(_allowed + 1);
        }
    }

    private void Halve()
    {
        _climbs = false;
        Change(Math.Max(1, _allowed / 2));
        _loweredAt = _changedAt;
        BeginRound(_changedAt);
    }

    private void Change(int allowed)
    {
        _allowed = allowed;
        _rounds = 0;
        _changedAt = _time.GetTimestamp();
    }

    private void BeginRound(long now)
    {
        _photos = 0;
        _bytes = 0;
        _roundBegan = now;
    }
}
