using Arena.GrainInterfaces;

namespace Arena.Grains.Session;

/// <summary>
/// One timer that rings once, at an instant that may be moved. Set again to an instant that it has rung for already, because what was due
/// could not be done, it rings a little later: a storage that is down is asked again, not all the time.
/// </summary>
internal sealed class DeadlineTimer
{
    private const int RetryMs = 250;

    private readonly ServerClock _clock;
    private readonly Func<Task> _ring;
    private readonly IGrainTimer _timer;
    private long? _dueMs;
    private long? _rungForMs;

    public DeadlineTimer(Grain grain, ServerClock clock, Func<Task> ring)
    {
        _clock = clock;
        _ring = ring;
        _timer = grain.RegisterGrainTimer(RingAsync, new GrainTimerCreationOptions(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan)
        {
            Interleave = true,
            KeepAlive = true,
        });
    }

    /// <summary>Rings at an instant, replacing any earlier setting.</summary>
    public void Set(long dueMs)
    {
        if (_dueMs == dueMs)
            return;
        _dueMs = dueMs;
        var waitMs = Math.Clamp(dueMs - _clock.NowMs, dueMs == _rungForMs ? RetryMs : 1, int.MaxValue - 1);
        _timer.Change(TimeSpan.FromMilliseconds(waitMs), Timeout.InfiniteTimeSpan);
    }

    /// <summary>Rings within a time, unless it is set already.</summary>
    public void SetWithin(int waitMs)
    {
        if (_dueMs is null)
            Set(_clock.NowMs + waitMs);
    }

    public void Clear()
    {
        _dueMs = null;
        _timer.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    private Task RingAsync(CancellationToken cancel)
    {
        _rungForMs = _dueMs;
        _dueMs = null;
        return _ring();
    }
}
