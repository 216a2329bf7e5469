using Arena.TestKit.VirtualTime;

namespace Arena.TestKit.Scheduling;

/// <summary>The time of one process: the simulation's, with a wall clock of its own and timers that stand still with the process.</summary>
internal sealed class SimulatedClock(SimulatedProcess process, ManualTimeProvider time) : TimeProvider
{
    public TimeSpan Offset { get; set; }

    public override long TimestampFrequency => time.TimestampFrequency;

    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    public override DateTimeOffset GetUtcNow() => time.GetUtcNow() + Offset;

    public override long GetTimestamp() => time.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        ArgumentNullException.ThrowIfNull(callback);
        var timer = new SimulatedTimer(process, time, () => callback(state));
        timer.Change(dueTime, period);
        return timer;
    }
}
