namespace Arena.Grains.Session;

/// <summary>
/// The journal failed: since when the session is suspended, and when the journal is tried again. The first time at once, since many a failure is gone by
/// then; after that ever later, up to a bound that keeps the return prompt.
/// </summary>
internal sealed class Outage(long sinceMs)
{
    private const int FirstWaitMs = 100;
    private const int LongestWaitMs = 1_000;
    private int _waitMs;

    public long SinceMs { get; } = sinceMs;

    /// <summary>Until then the journal is not tried, and commands are refused.</summary>
    public long RetryAtMs { get; private set; } = sinceMs;

    /// <summary>It was asked, in vain.</summary>
    public void Failed(long nowMs)
    {
        _waitMs = Math.Clamp(2 * _waitMs, FirstWaitMs, LongestWaitMs);
        RetryAtMs = nowMs + _waitMs;
    }
}
