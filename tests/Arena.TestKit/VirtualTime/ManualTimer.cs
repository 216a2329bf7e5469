namespace Arena.TestKit.VirtualTime;

/// <summary>A timer of <see cref="ManualTimeProvider"/>. A new version makes earlier settings stale.</summary>
internal sealed class ManualTimer(ManualTimeProvider time, Action callback) : ITimer
{
    private readonly ExecutionContext? _context = ExecutionContext.Capture();
    private TimeSpan _period;
    private bool _disposed;

    /// <summary>Read and written under the provider's lock.</summary>
    public long Version { get; set; }

    public bool Change(TimeSpan dueTime, TimeSpan period)
    {
        if (_disposed) return false;
        _period = period;
        time.Arm(this, dueTime);
        return true;
    }

    public void Dispose()
    {
        _disposed = true;
        time.Arm(this, Timeout.InfiniteTimeSpan);
    }

    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }

    public void Fire()
    {
        if (_period > TimeSpan.Zero) time.Arm(this, _period);
        if (_context is null) callback();
        else ExecutionContext.Run(_context, static run => ((Action)run!)(), callback);
    }
}
