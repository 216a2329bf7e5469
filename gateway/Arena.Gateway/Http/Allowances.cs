namespace Arena.Gateway.Http;

/// <summary>How much each caller may use up: so much at once, and as much again in the time after, evenly.</summary>
/// <param name="amount">What a caller may use.</param>
/// <param name="period">In how long.</param>
/// <param name="time">The clock.</param>
internal sealed class Allowances(long amount, TimeSpan period, TimeProvider time)
{
    private readonly CallerTable<TokenBudget> _budgets = new(budget => budget.IsFull(time.GetUtcNow().ToUnixTimeMilliseconds()));
    private readonly Lock _gate = new();

    /// <returns>How long to wait, or null if there was enough left, which is used then.</returns>
    public TimeSpan? Use(string caller, long used)
    {
        var nowMs = time.GetUtcNow().ToUnixTimeMilliseconds();
        lock (_gate)
        {
            var budget = _budgets.GetOrAdd(caller, () => new(amount, amount / period.TotalMinutes, nowMs));
            // A request for more than the whole allowance would never be allowed: it is when nothing else was used.
            var taken = Math.Min(used, amount);
            return budget.TryTake(nowMs, taken) ? null : TimeSpan.FromMilliseconds(budget.WaitMs(nowMs, taken));
        }
    }
}
