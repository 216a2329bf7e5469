using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Arena.Runtime;

/// <summary>What every part of one silo shares.</summary>
internal sealed class SiloServices(
    IServiceProvider provider,
    IOptions<GrainEngineOptions> options,
    TimeProvider time,
    ITurnDispatcher dispatcher,
    RuntimeMetrics metrics,
    ILoggerFactory loggers,
    SiloLease? lease = null)
{
    private readonly Lazy<IReadOnlyList<IIncomingGrainCallFilter>> _filters = new(() => [.. provider.GetServices<IIncomingGrainCallFilter>()]);
    private long _sequence;

    public IServiceProvider Provider => provider;

    public GrainEngineOptions Options { get; } = options.Value;

    public TimeProvider Time => time;

    public ITurnDispatcher Dispatcher => dispatcher;

    public RuntimeMetrics Metrics => metrics;

    public ILogger Logger { get; } = loggers.CreateLogger("Arena.Runtime");

    public IReadOnlyList<IIncomingGrainCallFilter> Filters => _filters.Value;

    /// <summary>Whether grains may act: always, where no one else could own them.</summary>
    public bool HoldsLease => lease is null || lease.IsHeld;

    public long NextSequence() => Interlocked.Increment(ref _sequence);
}
