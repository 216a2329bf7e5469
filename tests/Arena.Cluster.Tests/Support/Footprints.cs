using System.Collections.Concurrent;

namespace Arena.Cluster.Tests.Support;

/// <summary>Which grains were called on one silo.</summary>
public sealed class Footprints
{
    private readonly ConcurrentDictionary<string, bool> _seen = new(StringComparer.Ordinal);

    public bool Has(string grain) => _seen.ContainsKey(grain);

    /// <summary>Leaves them.</summary>
    public sealed class Filter(Footprints footprints) : IIncomingGrainCallFilter
    {
        public Task Invoke(IIncomingGrainCallContext context)
        {
            footprints._seen[context.TargetId.ToString()] = true;
            return context.Invoke();
        }
    }
}
