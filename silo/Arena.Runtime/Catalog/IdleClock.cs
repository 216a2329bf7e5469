namespace Arena.Runtime;

/// <summary>
/// Since when an activation is idle. A turn only raises a flag; the collector's scan turns the flag into a time. So a turn reads no
/// clock, and an activation is collected between one collection age and one age and two scans after its last use.
/// </summary>
internal sealed class IdleClock(TimeProvider time)
{
    private bool _used = true;
    private long _idleSince;
    private long _keepUntil;

    /// <summary>Notes a use.</summary>
    public void Touch() => Volatile.Write(ref _used, true);

    /// <summary>Keeps from being idle for a time from now.</summary>
    public void Delay(TimeSpan delay) => Volatile.Write(
        ref _keepUntil,
        delay <= TimeSpan.Zero ? 0 : time.GetTimestamp() + (long)(delay.TotalSeconds * time.TimestampFrequency));

    /// <summary>Looks whether there was no use for a time.</summary>
    public bool IsIdleFor(TimeSpan age)
    {
        var now = time.GetTimestamp();
        if (Volatile.Read(ref _used))
        {
            Volatile.Write(ref _used, false);
            Volatile.Write(ref _idleSince, now);
            return false;
        }

        return now >= Volatile.Read(ref _keepUntil) && time.GetElapsedTime(Volatile.Read(ref _idleSince), now) >= age;
    }
}
