namespace Arena.Gateway.Play;

/// <summary>A token bucket that is filled evenly and takes back what was reserved in vain. Not safe for several threads.</summary>
internal sealed class MissBudget(int burst, double perMinute, long nowMs)
{
    private const double MinuteMs = 60_000;

    private double _tokens = burst;
    private long _filledMs = nowMs;

    public bool TryTake(long nowMs)
    {
        Fill(nowMs);
        if (_tokens < 1)
            return false;
        _tokens--;
        return true;
    }

    public void GiveBack() => _tokens = Math.Min(burst, _tokens + 1);

    /// <summary>How long it takes until there is a token.</summary>
    public int WaitMs(long nowMs)
    {
        Fill(nowMs);
        return (int)Math.Ceiling(Math.Max(0, 1 - _tokens) * MinuteMs / perMinute);
    }

    public bool IsFull(long nowMs)
    {
        Fill(nowMs);
        return _tokens >= burst;
    }

    private void Fill(long nowMs)
    {
        _tokens = Math.Min(burst, _tokens + (Math.Max(0, nowMs - _filledMs) * perMinute / MinuteMs));
        _filledMs = Math.Max(_filledMs, nowMs);
    }
}
