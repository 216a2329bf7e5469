namespace Arena.Gateway.Http;

/// <summary>How much each caller may use up: so much at once, and as much again in the time after, evenly.</summary>
/// <param name="amount">What a caller may use.</param>
/// <param name="period">In how long.</param>
/// <param name="time">The clock.</param>
internal sealed class Allowances(long amount, TimeSpan period, TimeProvider time)
{
    /// <summary>Callers that are remembered before those that have used nothing lately are forgotten.</summary>
    private const int MaxIdle = 10_000;

    private readonly Dictionary<string, TokenBudget> _budgets = new(StringComparer.Ordinal);
    private readonly Lock _gate = new();
    private int _sweepAt = MaxIdle;

    /// <returns>How long to wait, or null if there was enough left, which is used then.</returns>
    public TimeSpan? Use(string caller, long used)
    {
        var nowMs = time.GetUtcNow().ToUnixTimeMilliseconds();
        lock (_gate)
        {
            var budget = Of(caller, nowMs);
            // What is more than everything would never be allowed: it is when nothing else was used.
            var taken = Math.Min(used, amount);
            return budget.TryTake(nowMs, taken) ? null : TimeSpan.FromMilliseconds(budget.WaitMs(nowMs, taken));
        }
    }

    private TokenBudget Of(string caller, long nowMs)
    {
        if (!_budgets.TryGetValue(caller, out var budget))
        {
            Sweep(nowMs);
            _budgets.Add(caller, budget = new(amount, amount / period.TotalMinutes, nowMs));
        }
        return budget;
    }

    private void Sweep(long nowMs)
    {
        if (_budgets.Count < _sweepAt)
            return;
        foreach (var (caller, budget) in _budgets)
        {
            if (budget.IsFull(nowMs))
                _budgets.Remove(caller);
        }
        _sweepAt = Math.Max(MaxIdle, 2 * _budgets.Count);
    }
}
