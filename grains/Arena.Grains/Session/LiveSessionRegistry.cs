using System.Collections.Concurrent;
using Microsoft.Extensions.Options;

namespace Arena.Grains.Session;

/// <summary>The live sessions of this silo: counted, so that there is never one too many, and known, so that they can be handed over.</summary>
internal sealed class LiveSessionRegistry(IOptions<GameOptions> options)
{
    private readonly ConcurrentDictionary<string, bool> _live = new(StringComparer.Ordinal);
    private int _count;

    /// <summary>Whether one more may be launched.</summary>
    public bool HasRoom => Volatile.Read(ref _count) < options.Value.MaxSessions;

    /// <summary>Whether no session is left.</summary>
    public bool IsEmpty => Volatile.Read(ref _count) == 0;

    /// <summary>Their join codes.</summary>
    public ICollection<string> Codes => _live.Keys;

    public void Add(string code)
    {
        _live[code] = true;
        Interlocked.Increment(ref _count);
        GrainTelemetry.SessionCame();
    }

    public void Remove(string code)
    {
        _live.TryRemove(code, out _);
        GrainTelemetry.SessionWent();
        Interlocked.Decrement(ref _count);
    }
}
