using System.Reflection;
using Arena.TestKit.VirtualTime;
using Orleans.Concurrency;

namespace Arena.TestKit.IdleDetection;

/// <summary>
/// Knows when no grain of real silos runs and no call is under way: remaining tasks wait for virtual time, or for nothing. It is the clock of
/// the grains and a filter of their calls, so it counts every call from its sending to its return, one-way calls to the end of their
/// execution, and every timer from its firing until Orleans arms it again.
/// </summary>
public sealed class IdleTracker : TimeProvider, IIncomingGrainCallFilter, IOutgoingGrainCallFilter
{
    /// <summary>Real time, for the failure of a test that would wait indefinitely.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly ManualTimeProvider _time;
    private readonly Lock _lock = new();
    private readonly Dictionary<string, int> _running = new(StringComparer.Ordinal);
    private int _busy;
    private TaskCompletionSource? _idle;

    /// <summary>Tracks grains that run by virtual time.</summary>
    /// <param name="time">The time.</param>
    public IdleTracker(ManualTimeProvider time) => _time = time;

    /// <inheritdoc/>
    public override long TimestampFrequency => _time.TimestampFrequency;

    /// <inheritdoc/>
    public override TimeZoneInfo LocalTimeZone => _time.LocalTimeZone;

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => _time.GetUtcNow();

    /// <inheritdoc/>
    public override long GetTimestamp() => _time.GetTimestamp();

    /// <inheritdoc/>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        ArgumentNullException.ThrowIfNull(callback);
        return state is IGrainTimer ? new TrackedTimer(this, _time, callback, state, dueTime, period)
            : _time.CreateTimer(callback, state, dueTime, period);
    }

    /// <summary>The barrier of tests.</summary>
    /// <returns>Completes when all is idle.</returns>
    public Task WhenIdle()
    {
        lock (_lock)
        {
            if (_busy == 0)
                return Task.CompletedTask;
            _idle ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            return WaitAsync(_idle.Task);
        }
    }

    /// <summary>Lets virtual time pass, one timer after the other, each with all that it leads to before the next.</summary>
    /// <param name="by">How much.</param>
    /// <returns>Completes when all due work has run.</returns>
    public async Task AdvanceAsync(TimeSpan by)
    {
        await WhenIdle();
        var until = _time.GetTimestamp() + by.Ticks;
        while (_time.UntilNextTimer is { } next && _time.GetTimestamp() + next.Ticks <= until)
        {
            _time.Advance(next);
            await WhenIdle();
        }

        _time.Advance(TimeSpan.FromTicks(until - _time.GetTimestamp()));
        await WhenIdle();
    }

    /// <inheritdoc/>
    public async Task Invoke(IOutgoingGrainCallContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var call = NameOf(context);
        Begin(call);
        var isSent = false;
        try
        {
            await context.Invoke();
            isSent = true;
        }
        finally
        {
            if (!(isSent && IsOneWay(context)))
                End(call);
        }
    }

    /// <inheritdoc/>
    public async Task Invoke(IIncomingGrainCallContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        try
        {
            await context.Invoke();
        }
        finally
        {
            if (IsOneWay(context))
                End(NameOf(context));
        }
    }

    internal void Begin(string what)
    {
        lock (_lock)
        {
            _busy++;
            _running[what] = _running.GetValueOrDefault(what) + 1;
        }
    }

    internal void End(string what)
    {
        TaskCompletionSource? idle = null;
        lock (_lock)
        {
            if (--_running[what] == 0)
                _running.Remove(what);
            if (--_busy == 0)
                (idle, _idle) = (_idle, null);
        }

        idle?.SetResult();
    }

    private async Task WaitAsync(Task idle)
    {
        try
        {
            await idle.WaitAsync(Patience);
        }
        catch (TimeoutException)
        {
            lock (_lock)
                throw new TimeoutException($"After {Patience.TotalSeconds} s there still run: {string.Join(", ", _running.Select(entry => $"{entry.Value} x {entry.Key}"))}.");
        }
    }

    private static string NameOf(IGrainCallContext context) => $"{context.InterfaceMethod?.DeclaringType?.Name}.{context.MethodName}";

    private static bool IsOneWay(IGrainCallContext context) => context.InterfaceMethod?.IsDefined(typeof(OneWayAttribute)) == true;
}
