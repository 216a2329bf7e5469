namespace Arena.Runtime;

/// <summary>
/// What this silo itself may believe of its lease. What holds here:
/// <list type="number">
/// <item>It is counted on the monotonic clock from before the renewal was sent, so the silo's count never ends later than the store's.</item>
/// <item>It ends a margin before the time to live, so that what the silo still sends arrives while nobody else can own its grains.</item>
/// <item>While it is not held no turn begins and nothing is sent. The journal's fence, not this, is the guarantee; this keeps a silo that
/// was paused from telling people what is no longer true.</item>
/// <item>The store may renew a lease that this count has given up, because nobody has declared the silo dead: then it is held again.</item>
/// </list>
/// </summary>
internal sealed class SiloLease(TimeProvider time, TimeSpan margin)
{
    private long _until = long.MinValue;

    /// <summary>Whether turns may begin and messages may be sent. Reads the clock: a process that was stopped for a while sees it at once.</summary>
    public bool IsHeld => time.GetTimestamp() < Volatile.Read(ref _until);

    /// <summary>The store has renewed it.</summary>
    /// <param name="sentAt">A timestamp from before the request was sent.</param>
    /// <param name="timeToLive">What was asked for.</param>
    public void Renewed(long sentAt, TimeSpan timeToLive) =>
        Volatile.Write(ref _until, sentAt + (long)((timeToLive - margin).TotalSeconds * time.TimestampFrequency));

    /// <summary>It is gone for good.</summary>
    public void End() => Volatile.Write(ref _until, long.MinValue);
}
