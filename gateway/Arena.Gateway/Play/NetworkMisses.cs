using Arena.Gateway.Http;

namespace Arena.Gateway.Play;

/// <summary>
/// What one network may still guess: <see cref="Misses"/>, and when those are used up, <see cref="Trickle"/>, so that a right code gets through
/// a network that guesses come from. Codes that it has found are known to it, and looking them up again is no guess.
/// </summary>
internal sealed class NetworkMisses(int burst, int perMinute, long nowMs)
{
    private const int TrickleBurst = 5;
    private const int TricklePerMinute = 60;
    private const int MaxKnown = 200;

    private readonly LinkedList<string> _known = [];
    private TaskCompletionSource? _freed;
    private int _undecided;

    public TokenBudget Misses { get; } = new(burst, perMinute, nowMs);

    public TokenBudget Trickle { get; } = new(TrickleBurst, TricklePerMinute, nowMs);

    /// <summary>Completes when a try that is under way may have made room for another one; null if none is under way.</summary>
    public Task? Freed => _undecided == 0 ? null : (_freed ??= new(TaskCreationOptions.RunContinuationsAsynchronously)).Task;

    public bool IsKnown(string code) => _known.Contains(code);

    public void Learn(string code)
    {
        _known.Remove(code);
        _known.AddFirst(code);
        if (_known.Count > MaxKnown)
            _known.RemoveLast();
    }

    public void Forget(string code) => _known.Remove(code);

    public void Begin() => _undecided++;

    /// <summary>A try is decided. A miss makes no room, but the last one under way leaves nothing to wait for.</summary>
    public void End(bool isMiss)
    {
        if (--_undecided > 0 && isMiss)
            return;
        _freed?.SetResult();
        _freed = null;
    }

    /// <summary>Whether nothing would be lost with it but the codes that it knows.</summary>
    public bool IsIdle(long nowMs) => _undecided == 0 && Misses.IsFull(nowMs) && Trickle.IsFull(nowMs);
}
