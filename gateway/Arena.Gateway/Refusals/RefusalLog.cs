using System.Diagnostics.CodeAnalysis;
using Arena.Gateway.Telemetry;

namespace Arena.Gateway.Refusals;

/// <summary>
/// Refusals that may be an attack, in the log and in <c>security_refusals</c>. The first one of a network and kind is a line at once; those of
/// the following minute are one line with their count, so that no attack floods the log.
/// </summary>
internal sealed class RefusalLog : IDisposable
{
    /// <summary>Networks and kinds that have a line of their own in a minute; the rest share one for each kind.</summary>
    public const int MaxLines = 500;

    private const string OtherNetworks = "other networks";
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);

    private readonly TimeProvider _time;
    private readonly ILogger<RefusalLog> _logger;
    private readonly Dictionary<(RefusalKind Kind, string Policy, string Network), int> _unreported = [];
    private readonly Dictionary<(RefusalKind Kind, string Policy), CountedRefusal> _counts = [];
    private readonly Lock _gate = new();
    private readonly ITimer _timer;

    public RefusalLog(TimeProvider time, ILogger<RefusalLog> logger)
    {
        (_time, _logger) = (time, logger);
        _timer = time.CreateTimer(_ => Report(), null, Interval, Interval);
    }

    /// <param name="kind">Why.</param>
    /// <param name="policy">Which limit, route or method.</param>
    /// <param name="network">The caller's.</param>
    public void Refused(RefusalKind kind, string policy, string network)
    {
        GatewayTelemetry.Refused(kind.ToString(), policy);
        lock (_gate)
        {
            var before = _counts.GetValueOrDefault((kind, policy))?.Count ?? 0;
            _counts[(kind, policy)] = new(kind, policy, before + 1, _time.GetUtcNow());
            var key = (kind, policy, _unreported.Count < MaxLines || _unreported.ContainsKey((kind, policy, network)) ? network : OtherNetworks);
            if (_unreported.TryGetValue(key, out var count))
            {
                _unreported[key] = count + 1;
                return;
            }
            _unreported[key] = 0;
        }
        Write(kind, policy, network, 1);
    }

    /// <summary>All refusals since the start, the most first. Kinds and policies are few.</summary>
    public IReadOnlyList<CountedRefusal> Counts()
    {
        lock (_gate)
            return [.. _counts.Values.OrderByDescending(counted => counted.Count)];
    }

    public void Dispose() => _timer.Dispose();

    /// <summary>Says how many followed, and forgets those that none followed.</summary>
    private void Report()
    {
        List<((RefusalKind Kind, string Policy, string Network) Key, int Count)> due = [];
        lock (_gate)
        {
            foreach (var (key, count) in _unreported.ToList())
            {
                if (count == 0)
                {
                    _unreported.Remove(key);
                    continue;
                }
                due.Add((key, count));
                _unreported[key] = 0;
            }
        }
        foreach (var (key, count) in due)
            Write(key.Kind, key.Policy, key.Network, count);
    }

    [SuppressMessage("Performance", "CA1848", Justification = "The event's id is the kind's, and a line is rare")]
    private void Write(RefusalKind kind, string policy, string network, int count) => _logger.LogWarning(
        new EventId((int)kind, kind.ToString()), "Security: {Count} refused ({Kind}, {Policy}) from {Network}", count, kind, policy, network);
}
