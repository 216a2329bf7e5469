namespace Arena.Gateway.Http;

/// <summary>
/// Spreads what each caller begins: a burst at once, the rest evenly, in the order in which it was asked for (the generic cell rate algorithm,
/// ITU-T I.371). A caller who asks for more than may wait is refused, and its waiting time does not grow.
/// </summary>
/// <param name="burst">Of a caller at once, after a quiet time.</param>
/// <param name="perSecond">Of a caller after that.</param>
/// <param name="mostWaiting">Of a caller, that wait for their turn.</param>
/// <param name="time">The clock.</param>
internal sealed class EvenPace(int burst, int perSecond, int mostWaiting, TimeProvider time)
{
    private const double SecondMs = 1_000;

    private readonly double _intervalMs = SecondMs / perSecond;
    private readonly CallerTable<Turns> _callers = new(turns => turns.NextMs <= time.MonotonicMs());
    private readonly Lock _gate = new();

    /// <returns>How long to wait before it begins, or null if too many wait already.</returns>
    public TimeSpan? Reserve(string caller)
    {
        var nowMs = time.MonotonicMs();
        lock (_gate)
        {
            var turns = _callers.GetOrAdd(caller, () => new());
            var next = Math.Max(turns.NextMs, nowMs);
            var wait = Math.Max(0, next - nowMs - ((burst - 1) * _intervalMs));
            if (wait > mostWaiting * _intervalMs)
                return null;
            turns.NextMs = next + _intervalMs;
            return TimeSpan.FromMilliseconds(wait);
        }
    }

    /// <summary>A caller's turns.</summary>
    private sealed class Turns
    {
        /// <summary>When the next one would be if there were no bursts.</summary>
        public double NextMs { get; set; } = double.MinValue;
    }
}
