using Arena.Grains.Ports;

namespace Arena.Cluster.Tests.Support;

/// <summary>A log in memory that silos share.</summary>
public sealed class MemoryFeed : IEventFeed
{
    private readonly Lock _gate = new();
    private readonly List<SessionEvent> _events = [];

    /// <summary>The positions after which queues were read.</summary>
    public List<(int Queue, long After)> Reads { get; } = [];

    public void Add(Guid session, long version, string type = "happened.1")
    {
        lock (_gate)
            _events.Add(new(_events.Count + 1, session, version, type, "{}", DateTimeOffset.UtcNow.ToUnixTimeMilliseconds()));
    }

    public Task<FeedPage> ReadAsync(int queue, long after, int limit, CancellationToken cancel)
    {
        lock (_gate)
        {
            Reads.Add((queue, after));
            List<SessionEvent> events = [.. _events.Where(happened => happened.Position > after && EventQueues.Of(happened.SessionId) == queue).Take(limit)];
            return Task.FromResult(new FeedPage(events, events.Count == limit ? events[^1].Position : Math.Max(after, _events.Count), IsHeldBack: false));
        }
    }

    public Task<IReadOnlyList<SessionEvent>> ReadSessionAsync(Guid sessionId, long afterVersion, int limit, CancellationToken cancel)
    {
        lock (_gate)
        {
            return Task.FromResult<IReadOnlyList<SessionEvent>>(
                [.. _events.Where(happened => happened.SessionId == sessionId && happened.Version > afterVersion).Take(limit)]);
        }
    }
}
