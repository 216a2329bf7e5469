using Arena.Gateway.Http;

namespace Arena.Gateway.Play;

/// <summary>How often each player of a session may do something, across the player's connections to this gateway.</summary>
internal sealed class SeatBudgets(TimeProvider time, int burst, int perMinute)
{
    private readonly Dictionary<int, TokenBudget> _budgets = [];
    private readonly Lock _gate = new();

    /// <summary>Whether the player may do it now.</summary>
    /// <param name="seat">Of the player.</param>
    /// <param name="waitMs">How long until the player may do it, or may do it again; 0 for at once.</param>
    public bool TryTake(int seat, out int waitMs)
    {
        var nowMs = time.MonotonicMs();
        lock (_gate)
        {
            if (!_budgets.TryGetValue(seat, out var budget))
                _budgets.Add(seat, budget = new(burst, perMinute, nowMs));
            var isTaken = budget.TryTake(nowMs);
            waitMs = budget.WaitMs(nowMs);
            return isTaken;
        }
    }
}
