namespace Arena.TestKit.VirtualTime;

/// <summary>
/// Virtual time. It stands still until <see cref="Advance"/>, which fires every timer that is due on the way, in the order of due
/// times and, among equals, in the order in which they were armed, each at its own instant. Timers fire on the thread that advances;
/// a callback may arm others, which fire within the same advance if they come due in it.
/// </summary>
public sealed class ManualTimeProvider : TimeProvider
{
    private readonly Lock _lock = new();
    private readonly PriorityQueue<(ManualTimer Timer, long Version), (long Due, long Order)> _due = new();
    private readonly DateTimeOffset _start;
    private long _elapsed;
    private long _order;

    /// <summary>Starts at 2026-01-01T00:00:00Z.</summary>
    public ManualTimeProvider()
        : this(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero))
    {
    }

    /// <summary>Starts at a given instant.</summary>
    /// <param name="start">The instant.</param>
    public ManualTimeProvider(DateTimeOffset start) => _start = start;

    /// <inheritdoc/>
    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <inheritdoc/>
    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    /// <summary>The time until the next timer is due; null when none is armed.</summary>
    public TimeSpan? UntilNextTimer
    {
        get
        {
            lock (_lock)
            {
                DropStale();
                return _due.TryPeek(out _, out var at) ? TimeSpan.FromTicks(Math.Max(0, at.Due - _elapsed)) : null;
            }
        }
    }

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => _start.AddTicks(GetTimestamp());

    /// <inheritdoc/>
    public override long GetTimestamp() => Interlocked.Read(ref _elapsed);

    /// <summary>Lets time pass.</summary>
    /// <param name="by">How much; zero fires the timers that are due now.</param>
    public void Advance(TimeSpan by)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(by, TimeSpan.Zero);
        var until = GetTimestamp() + by.Ticks;
        while (TakeDue(until) is { } timer) timer.Fire();
        lock (_lock) _elapsed = Math.Max(_elapsed, until);
    }

    /// <inheritdoc/>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        ArgumentNullException.ThrowIfNull(callback);
        var timer = new ManualTimer(this, () => callback(state));
        timer.Change(dueTime, period);
        return timer;
    }

    internal void Arm(ManualTimer timer, TimeSpan due)
    {
        lock (_lock)
        {
            timer.Version++;
            if (due >= TimeSpan.Zero) _due.Enqueue((timer, timer.Version), (_elapsed + due.Ticks, _order++));
        }
    }

    private ManualTimer? TakeDue(long until)
    {
        lock (_lock)
        {
            DropStale();
            if (!_due.TryPeek(out var entry, out var at) || at.Due > until) return null;
            _due.Dequeue();
            _elapsed = Math.Max(_elapsed, at.Due);
            return entry.Timer;
        }
    }

    private void DropStale()
    {
        while (_due.TryPeek(out var entry, out _) && entry.Timer.Version != entry.Version) _due.Dequeue();
    }
}
