using Arena.Simulation.VirtualTime;

namespace Arena.Simulation.IdleDetection;

/// <summary>The timer beneath a grain's: it is at work from its firing until Orleans arms it again, which it does when the callback has ended.</summary>
internal sealed class TrackedTimer : ITimer
{
    private readonly IdleTracker _tracker;
    private readonly ITimer _timer;
    private int _firing;

    public TrackedTimer(IdleTracker tracker, ManualTimeProvider time, TimerCallback callback, object state, TimeSpan dueTime, TimeSpan period)
    {
        _tracker = tracker;
        _timer = time.CreateTimer(
            _ =>
            {
                if (Interlocked.Exchange(ref _firing, 1) == 0)
                    tracker.Begin();
                callback(state);
            },
            null,
            dueTime,
            period);
    }

    public bool Change(TimeSpan dueTime, TimeSpan period)
    {
        var changed = _timer.Change(dueTime, period);
        Rest();
        return changed;
    }

    public void Dispose()
    {
        _timer.Dispose();
        Rest();
    }

    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }

    private void Rest()
    {
        if (Interlocked.Exchange(ref _firing, 0) == 1)
            _tracker.End();
    }
}
