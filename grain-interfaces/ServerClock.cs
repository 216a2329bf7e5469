namespace Arena.GrainInterfaces;

/// <summary>
/// The clock that games are judged by: Unix milliseconds anchored to the wall clock once, at start, and counted on the monotonic clock from
/// there, so that it never steps back or jumps while a question is open.
/// </summary>
public sealed class ServerClock(TimeProvider time)
{
    private readonly long _anchorTimestamp = time.GetTimestamp();
    private readonly double _anchorMs = (time.GetUtcNow() - DateTimeOffset.UnixEpoch).TotalMilliseconds;

    /// <summary>Now, in whole Unix milliseconds.</summary>
    public long NowMs => (long)PreciseNowMs;

    /// <summary>Now, in Unix milliseconds with a fraction.</summary>
    public double PreciseNowMs => _anchorMs + time.GetElapsedTime(_anchorTimestamp).TotalMilliseconds;
}
