using Arena.TestKit.VirtualTime;

namespace Arena.TestKit.IdleDetection;

/// <summary>
/// The timer beneath a grain's: it is at work from its firing until Orleans arms it again, which it does when the callback has ended, or
/// disposes of it. Orleans does either on another thread than the one that advances time.
/// </summary>
internal sealed class TrackedTimer : ITimer
{
    private const string Name = "a grain's timer";

    private readonly IdleTracker _tracker;
    private readonly Action _callback;
    private readonly ITimer _timer;
    private readonly Lock _lock = new();
    private bool _isFiring;
    private bool _isDisposed;

    public TrackedTimer(IdleTracker tracker, ManualTimeProvider time, TimerCallback callback, object state, TimeSpan dueTime, TimeSpan period)
    {
        _tracker = tracker;
        _callback = () => callback(state);
        _timer = time.CreateTimer(_ => Fire(), null, dueTime, period);
    }

    public bool Change(TimeSpan dueTime, TimeSpan period)
    {
        var changed = _timer.Change(dueTime, period);
        Rest(isLast: false);
        return changed;
    }

    public void Dispose()
    {
        _timer.Dispose();
        Rest(isLast: true);
    }

    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>A due timer may be disposed before it fires: its grain takes no tick then, and nothing would end the work.</summary>
    internal void Fire()
    {
        lock (_lock)
        {
            if (_isDisposed)
                return;
            if (!_isFiring)
                _tracker.Begin(Name);
            _isFiring = true;
        }

        _callback();
    }

    private void Rest(bool isLast)
    {
        lock (_lock)
        {
            if (_isFiring)
                _tracker.End(Name);
            _isFiring = false;
            _isDisposed |= isLast;
        }
    }
}
