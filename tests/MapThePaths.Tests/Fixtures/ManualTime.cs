namespace MapThePaths.Tests.Fixtures;

/// <summary>A clock that stands until told. Waits shorter than any time-out pass at once and are kept in <see cref="Waits"/>.</summary>
internal sealed class ManualTime : TimeProvider
{
    private static readonly TimeSpan ShorterThanTimeouts = TimeSpan.FromSeconds(50);

    private readonly Lock _lock = new();
    private readonly List<ManualTimer> _timers = [];
    private readonly List<TimeSpan> _waits = [];
    private DateTimeOffset _now = new(2026, 5, 1, 12, 0, 0, TimeSpan.Zero);

    public IReadOnlyList<TimeSpan> Waits
    {
        get
        {
            lock (_lock)
            {
                return [.. _waits];
            }
        }
    }

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow()
    {
        lock (_lock)
        {
            return _now;
        }
    }

    public override long GetTimestamp() => GetUtcNow().UtcTicks;

    public void Advance(TimeSpan by)
    {
        ManualTimer[] due;
        lock (_lock)
        {
            _now += by;
            due = TakeDue();
        }

        Array.ForEach(due, timer => timer.Fire());
    }

    // Unless it was given up meanwhile.
    private void Pass(ManualTimer wait, DateTimeOffset until)
    {
        ManualTimer[] due;
        lock (_lock)
        {
            if (wait.Due != until || !_timers.Contains(wait))
            {
                return;
            }

            _now = until;
            due = TakeDue();
        }

        Array.ForEach(due, timer => timer.Fire());
    }

    private ManualTimer[] TakeDue()
    {
        ManualTimer[] due = [.. _timers.Where(timer => timer.Due <= _now)];
        _timers.RemoveAll(timer => timer.Due <= _now);
        return due;
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new ManualTimer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    private void Set(ManualTimer timer, TimeSpan due)
    {
        DateTimeOffset until;
        lock (_lock)
        {
            _timers.Remove(timer);
            if (due == Timeout.InfiniteTimeSpan)
            {
                return;
            }

            until = timer.Due = _now + due;
            _timers.Add(timer);
            if (due >= ShorterThanTimeouts)
            {
                return;
            }

            _waits.Add(due);
        }

        ThreadPool.QueueUserWorkItem(_ => Pass(timer, until));
    }

    private sealed class ManualTimer(ManualTime clock, TimerCallback callback, object? state) : ITimer
    {
        public DateTimeOffset Due { get; set; }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            clock.Set(this, dueTime);
            return true;
        }

        public void Fire() => callback(state);

        public void Dispose() => clock.Set(this, Timeout.InfiniteTimeSpan);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
