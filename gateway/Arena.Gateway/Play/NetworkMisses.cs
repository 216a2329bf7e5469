using Arena.Gateway.Http;

namespace Arena.Gateway.Play;

/// <summary>
/// What one network may still guess: <see cref="Misses"/>, and when those are used up, <see cref="Trickle"/>, so that a right code gets through
/// a network that somebody guesses from. Codes that it has found are known to it, and looking them up again is no guess.
/// </summary>
internal sealed class NetworkMisses(int burst, int perMinute, long nowMs)
{
    private const int TrickleBurst = 5;
    private const int TricklePerMinute = 60;
    private const int MaxKnown = 200;

    private readonly LinkedList<string> _known = [];

    public TokenBudget Misses { get; } = new(burst, perMinute, nowMs);

    public TokenBudget Trickle { get; } = new(TrickleBurst, TricklePerMinute, nowMs);

    public bool IsKnown(string code) => _known.Contains(code);

    public void Learn(string code)
    {
        _known.Remove(code);
        _known.AddFirst(code);
        if (_known.Count > MaxKnown)
            _known.RemoveLast();
    }

    public void Forget(string code) => _known.Remove(code);

    /// <summary>Whether nothing would be lost with it but the codes that it knows.</summary>
    public bool IsIdle(long nowMs) => Misses.IsFull(nowMs) && Trickle.IsFull(nowMs);
}
