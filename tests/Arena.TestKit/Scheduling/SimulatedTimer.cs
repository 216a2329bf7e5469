using Arena.TestKit.VirtualTime;

namespace Arena.TestKit.Scheduling;

/// <summary>
/// A timer of a <see cref="SimulatedProcess"/>. When it is due it runs as a step of its process, at once or once that resumes. A periodic one
/// is rearmed when it runs, so that it does not tick for the time during which its process was paused.
/// </summary>
internal sealed class SimulatedTimer : ITimer
{
    private readonly SimulatedProcess _process;
    private readonly ExecutionContext? _context = ExecutionContext.Capture();
    private readonly Action _callback;
    private readonly ITimer _clock;
    private TimeSpan _period;
    private int _version;
    private bool _disposed;

    public SimulatedTimer(SimulatedProcess process, ManualTimeProvider time, Action callback)
    {
        _process = process;
        _callback = callback;
        _clock = time.CreateTimer(_ => OnDue(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    public bool Change(TimeSpan dueTime, TimeSpan period)
    {
        if (_disposed) return false;
        _version++;
        _period = period;
        return _clock.Change(dueTime, Timeout.InfiniteTimeSpan);
    }

    public void Dispose()
    {
        _disposed = true;
        _version++;
        _clock.Dispose();
    }

    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }

    private void OnDue()
    {
        var version = _version;
        _process.Post(() =>
        {
            if (version == _version) Fire();
        });
    }

    private void Fire()
    {
        if (_period > TimeSpan.Zero) _clock.Change(_period, Timeout.InfiniteTimeSpan);
        if (_context is null) _callback();
        else ExecutionContext.Run(_context, static run => ((Action)run!)(), _callback);
    }
}
