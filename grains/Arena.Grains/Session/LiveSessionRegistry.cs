using System.Collections.Concurrent;
using Arena.Grains.Configuration;
using Arena.Grains.Telemetry;
using Microsoft.Extensions.Options;

namespace Arena.Grains.Session;

/// <summary>The live sessions of this silo: counted, so that there is never one too many, and known, so that they can be handed over.</summary>
internal sealed class LiveSessionRegistry(IOptions<GameOptions> options)
{
    private readonly ConcurrentDictionary<string, long> _live = new(StringComparer.Ordinal);
    private long _arrivals;
    private int _count;

    /// <summary>Whether one more may be launched.</summary>
    public bool HasRoom => Volatile.Read(ref _count) < options.Value.MaxSessions;

    /// <summary>Whether no session is left.</summary>
    public bool IsEmpty => Volatile.Read(ref _count) == 0;

    /// <summary>Their join codes.</summary>
    public ICollection<string> Codes => _live.Keys;

    /// <summary>Their join codes, each with a number that differs when a session has left and come back.</summary>
    public IReadOnlyCollection<KeyValuePair<string, long>> Arrivals => _live.ToArray();

    public void Add(string code)
    {
        _live[code] = Interlocked.Increment(ref _arrivals);
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
