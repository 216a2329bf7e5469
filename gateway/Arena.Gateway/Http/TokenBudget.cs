namespace Arena.Gateway.Http;

/// <summary>A token bucket that is filled evenly and takes back unused reservations. Not safe for several threads.</summary>
internal sealed class TokenBudget(double burst, double perMinute, long nowMs)
{
    private const double MinuteMs = 60_000;

    private readonly double _burst = burst;
    private double _tokens = burst;
    private long _filledMs = nowMs;

    public bool TryTake(long nowMs, double amount = 1)
    {
        Fill(nowMs);
        if (_tokens < amount)
            return false;
        _tokens -= amount;
        return true;
    }

    public void GiveBack(double amount = 1) => _tokens = Math.Min(_burst, _tokens + amount);

    /// <summary>How long it takes until there are so many tokens.</summary>
    public int WaitMs(long nowMs, double amount = 1)
    {
        Fill(nowMs);
        return (int)Math.Min(int.MaxValue, Math.Ceiling(Math.Max(0, amount - _tokens) * MinuteMs / perMinute));
    }

    public bool IsFull(long nowMs)
    {
        Fill(nowMs);
        return _tokens >= _burst;
    }

    private void Fill(long nowMs)
    {
        _tokens = Math.Min(_burst, _tokens + (Math.Max(0, nowMs - _filledMs) * perMinute / MinuteMs));
        _filledMs = Math.Max(_filledMs, nowMs);
    }
}
