using Arena.Grains.Ports;

namespace Arena.Storage.Tests.Support;

/// <summary>Reads of the log across its queues.</summary>
internal static class Feeds
{
    /// <summary>The events of all queues, in the order of their positions.</summary>
    public static async Task<IReadOnlyList<SessionEvent>> AllAsync(this IEventFeed feed)
    {
        var all = new List<SessionEvent>();
        for (var queue = 0; queue < EventQueues.Count; queue++)
            all.AddRange((await feed.ReadAsync(queue, after: 0, limit: 1_000, default)).Events);
        return [.. all.OrderBy(happened => happened.Position)];
    }
}
