namespace Arena.Runtime;

/// <summary>
/// A timer of one activation. What holds here:
/// <list type="number">
/// <item>At most one tick is posted or running. The clock is armed anew only when a tick has ended, or by Change; what comes due
/// meanwhile becomes one tick afterwards. So ticks cannot pile up.</item>
/// <item>Change takes back a tick that has not begun.</item>
/// <item>A tick is a turn like a call, so it waits for its turn unless it interleaves.</item>
/// <item>Once disposed, no tick begins, even one that was already posted. The activation disposes its timers before OnDeactivateAsync.</item>
/// </list>
/// Everything but the clock's callback runs on the activation's scheduler; the callback only posts.
/// </summary>
internal sealed class GrainTimer : Turn, IGrainTimer
{
    private readonly Activation _activation;
    private readonly Func<CancellationToken, Task> _callback;
    private readonly TurnKind _kind;
    private readonly bool _keepAlive;
    private readonly ITimer _clock;
    private readonly CancellationTokenSource _disposal = new();
    private TimeSpan _period;
    private int _generation;
    private int _dueGeneration;
    private int _due;
    private bool _disposed;

    public GrainTimer(Activation activation, Func<CancellationToken, Task> callback, GrainTimerCreationOptions options)
    {
        Check(options.DueTime, nameof(options.DueTime));
        Check(options.Period, nameof(options.Period));
        _activation = activation;
        _callback = callback;
        _period = options.Period;
        _kind = options.Interleave ? TurnKind.Interleaving : TurnKind.Exclusive;
        _keepAlive = options.KeepAlive;

        // What flows with the registering call must not flow into the ticks.
        var restore = ExecutionContext.IsFlowSuppressed() ? default(AsyncFlowControl?) : ExecutionContext.SuppressFlow();
        _clock = activation.Services.Time.CreateTimer(
            static timer => ((GrainTimer)timer!).OnDue(),
            this,
            options.DueTime,
            Timeout.InfiniteTimeSpan);
        restore?.Undo();
    }

    internal override TurnKind Kind => _kind;

    internal override string Name => "timer tick";

    internal override bool KeepsAlive => _keepAlive;

    public void Change(TimeSpan dueTime, TimeSpan period)
    {
        Check(dueTime, nameof(dueTime));
        Check(period, nameof(period));
        if (_disposed) return;
        _period = period;
        Volatile.Write(ref _generation, _generation + 1);
        _clock.Change(dueTime, Timeout.InfiniteTimeSpan);
    }

    public void Dispose()
    {
        if (_disposed) return;
        _disposed = true;
        _clock.Dispose();
        _activation.Forget(this);
        _disposal.Cancel();
    }

    internal override async Task RunAsync(TurnHost host)
    {
        var generation = _generation;
        if (!_disposed && Volatile.Read(ref _dueGeneration) == generation) await TickAsync(host);
        if (Interlocked.Exchange(ref _due, 0) > 1) Arm(TimeSpan.Zero);
        else if (_generation == generation) Arm(_period);
        host.End(this, null);
        host.Pump();
    }

    internal override void Refuse(Exception reason) => Dispose();

    private static void Check(TimeSpan time, string name)
    {
        if (time < TimeSpan.Zero && time != Timeout.InfiniteTimeSpan)
            throw new ArgumentOutOfRangeException(name, time, "A time of a timer is zero or more, or Timeout.InfiniteTimeSpan.");
    }

    private async Task TickAsync(TurnHost host)
    {
        try
        {
            await _callback(_disposal.Token);
        }
        catch (OperationCanceledException) when (_disposed)
        {
            // The tick noticed that its timer was disposed, which is what the token is for.
        }
        catch (Exception exception)
        {
            host.Services.Logger.TimerTickFailed(exception, host.GrainId);
        }
    }

    private void Arm(TimeSpan due)
    {
        if (!_disposed && due != Timeout.InfiniteTimeSpan) _clock.Change(due, Timeout.InfiniteTimeSpan);
    }

    private void OnDue()
    {
        Volatile.Write(ref _dueGeneration, Volatile.Read(ref _generation));
        if (Interlocked.Increment(ref _due) == 1) _activation.Deliver(this);
    }
}
