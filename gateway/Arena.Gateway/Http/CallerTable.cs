namespace Arena.Gateway.Http;

/// <summary>
/// A record of each caller, by name. Once there are many, those that are idle are forgotten. Not safe for several threads.
/// </summary>
/// <param name="isIdle">Whether nothing would be lost with a caller.</param>
internal sealed class CallerTable<T>(Func<T, bool> isIdle)
    where T : class
{
    /// <summary>Callers that are remembered before the first ones are forgotten.</summary>
    private const int MaxIdle = 10_000;

    private readonly Dictionary<string, T> _callers = new(StringComparer.Ordinal);
    private int _sweepAt = MaxIdle;

    public T? Find(string caller) => _callers.GetValueOrDefault(caller);

    public T GetOrAdd(string caller, Func<T> create)
    {
        if (!_callers.TryGetValue(caller, out var known))
        {
            Sweep();
            _callers.Add(caller, known = create());
        }
        return known;
    }

    public void Remove(string caller) => _callers.Remove(caller);

    private void Sweep()
    {
        if (_callers.Count < _sweepAt)
            return;
        foreach (var (caller, known) in _callers)
        {
            if (isIdle(known))
                _callers.Remove(caller);
        }
        _sweepAt = Math.Max(MaxIdle, 2 * _callers.Count);
    }
}
