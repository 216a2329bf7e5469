using System.Numerics;

namespace Arena.Runtime;

/// <summary>
/// The calls that wait for an answer, and the end of their patience. What holds here:
/// <list type="number">
/// <item>A call times out no earlier than its timeout and no later than two scan periods after it. Deadlines are counted in scan ticks, so
/// that sending a call reads no clock.</item>
/// <item>A call is removed exactly once, by whoever completed its promise.</item>
/// <item>A timeout says nothing about the turn: it may have ended, be running, or wait. One that still waits is then skipped.</item>
/// </list>
/// </summary>
internal sealed class PendingCalls : IDisposable
{
    private readonly PendingStripe[] _stripes;
    private readonly TimeSpan _period;
    private readonly TimeSpan _defaultTimeout;
    private readonly long _defaultTicks;
    private readonly SiloServices _services;
    private readonly ITimer _timer;
    private long _tick;

    public PendingCalls(SiloServices services)
    {
        _services = services;
        _period = services.Options.TimeoutScanPeriod;
        _defaultTimeout = services.Options.ResponseTimeout;
        _defaultTicks = TicksOf(_defaultTimeout);
        _stripes = new PendingStripe[BitOperations.RoundUpToPowerOf2((uint)Environment.ProcessorCount * 2)];
        for (var i = 0; i < _stripes.Length; i++) _stripes[i] = new PendingStripe();
        _timer = services.Time.CreateTimer(static state => ((PendingCalls)state!).Scan(), this, _period, _period);
    }

    /// <summary>Adds a call before it is sent. False when the silo has stopped.</summary>
    public bool TryAdd(GrainCall call)
    {
        call.Deadline = Volatile.Read(ref _tick) + (call.Method.ResponseTimeout is { } own ? TicksOf(own) : _defaultTicks);
        return _stripes[Environment.CurrentManagedThreadId & (_stripes.Length - 1)].TryAdd(call);
    }

    /// <summary>How long the caller of a call that was added still waits.</summary>
    public TimeSpan TimeLeft(GrainCall call) => (call.Deadline - Volatile.Read(ref _tick)) * _period;

    /// <summary>Fails all that still wait and takes no more.</summary>
    public void Close(Exception reason)
    {
        _timer.Dispose();
        List<GrainCall> left = [];
        foreach (var stripe in _stripes) stripe.Close(left);
        foreach (var call in left) call.Abandon(reason);
    }

    public void Dispose() => _timer.Dispose();

    private long TicksOf(TimeSpan timeout) => (long)Math.Ceiling(timeout / _period) + 1;

    private void Scan()
    {
        var tick = Interlocked.Increment(ref _tick);
        List<GrainCall> overdue = [];
        foreach (var stripe in _stripes) stripe.CollectOverdue(tick, overdue);
        foreach (var call in overdue)
        {
            var timeout = call.Method.ResponseTimeout ?? _defaultTimeout;
            var reason = new TimeoutException(
                $"{call.Name} on {call.GrainId} did not answer within {timeout}. Whether it took effect is unknown.");
            call.Abandon(reason, () =>
            {
                _services.Metrics.CallTimeout();
                _services.Logger.CallTimedOut(call.Name, call.GrainId, timeout);
            });
        }
    }
}
