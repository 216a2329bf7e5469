namespace Arena.TestKit.Silos;

/// <summary>
/// A grain's timer. As with Orleans it is armed again when its callback has ended, a change during the callback counts from there, and one
/// between the firing and the callback is lost.
/// </summary>
internal sealed class SimulatedGrainTimer : IGrainTimer
{
    private readonly SimulatedActivation _activation;
    private readonly Func<CancellationToken, Task> _callback;
    private readonly ITimer _timer;
    private readonly CancellationTokenSource _disposed = new();
    private (TimeSpan Due, TimeSpan Period) _next;
    private bool _firing;

    public SimulatedGrainTimer(SimulatedActivation activation, bool interleaves, Func<CancellationToken, Task> callback)
    {
        (_activation, _callback, Interleaves) = (activation, callback, interleaves);
        _timer = activation.Silo.Process.Time.CreateTimer(
            _ => Fire(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        activation.Timers.Add(this);
    }

    public bool Interleaves { get; }

    public bool IsDisposed => _disposed.IsCancellationRequested;

    public void Change(TimeSpan dueTime, TimeSpan period)
    {
        _next = (dueTime, period);
        if (!_firing)
            Arm();
    }

    public void Dispose()
    {
        if (IsDisposed)
            return;
        _disposed.Cancel();
        _timer.Dispose();
        _activation.Timers.Remove(this);
    }

    /// <summary>Runs the callback, as a turn of the activation.</summary>
    public async Task TickAsync()
    {
        _next = (_next.Period, _next.Period);
        try
        {
            await _callback(_disposed.Token);
        }
        finally
        {
            _firing = false;
            Arm();
        }
    }

    private void Fire()
    {
        _firing = true;
        _activation.Silo.Process.Start(() => _activation.Tick(this));
    }

    private void Arm()
    {
        if (!IsDisposed)
            _timer.Change(_next.Due, Timeout.InfiniteTimeSpan);
    }
}
