using System.Collections.Concurrent;
using Microsoft.Extensions.Options;

namespace Arena.Grains.Session;

/// <summary>The live sessions of this silo: counted, so that there is never one too many, and known, so that they can be handed over.</summary>
internal sealed class SessionCensus(IOptions<GameOptions> options)
{
    private readonly ConcurrentDictionary<string, bool> _live = new(StringComparer.Ordinal);
    private int _count;
    private volatile TaskCompletionSource? _empty;

    /// <summary>Whether one more may be launched.</summary>
    public bool HasRoom => Volatile.Read(ref _count) < options.Value.MaxSessions;

    /// <summary>Their join codes.</summary>
    public ICollection<string> Codes => _live.Keys;

    public void Came(string code)
    {
        _live[code] = true;
        Interlocked.Increment(ref _count);
        GrainTelemetry.SessionCame();
    }

    public void Went(string code)
    {
        _live.TryRemove(code, out _);
        GrainTelemetry.SessionWent();
        if (Interlocked.Decrement(ref _count) == 0)
            _empty?.TrySetResult();
    }

    /// <summary>Completes when no session is left.</summary>
    public Task WhenEmptyAsync()
    {
        var empty = _empty = new(TaskCreationOptions.RunContinuationsAsynchronously);
        if (Volatile.Read(ref _count) == 0)
            empty.TrySetResult();
        return empty.Task;
    }
}
