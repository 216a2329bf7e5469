using Orleans.Streams;

namespace Arena.Hosting.Events;

/// <summary>
/// The position up to which all was delivered. Batches may be delivered in any order, and Orleans leaves out those that failed: the position
/// moves on only over pages whose batches have all been reported, in the order in which they were read.
/// </summary>
internal sealed class DeliveryProgress(long position)
{
    private readonly Queue<Page> _pages = new();
    private readonly Dictionary<IBatchContainer, Page> _pageOf = new(ReferenceEqualityComparer.Instance);

    /// <summary>All before it, itself included, was delivered.</summary>
    public long Position { get; private set; } = position;

    /// <summary>When the oldest event that is not delivered happened, in Unix milliseconds; null if all are.</summary>
    public long? OldestAtMs => _pages.TryPeek(out var page) ? page.FirstAtMs : null;

    /// <summary>A page was read.</summary>
    /// <param name="batches">Its batches; none if the queue has nothing in it.</param>
    /// <param name="reached">Where it ends.</param>
    public void Read(IReadOnlyCollection<EventLogBatch> batches, long reached)
    {
        if (batches.Count == 0)
        {
            if (_pages.Count == 0)
                Position = Math.Max(Position, reached);
            return;
        }
        var page = new Page(reached, batches.Min(batch => batch.Events[0].AtMs)) { Outstanding = batches.Count };
        _pages.Enqueue(page);
        foreach (var batch in batches)
            _pageOf.Add(batch, page);
    }

    /// <summary>Batches were delivered.</summary>
    public void Delivered(IEnumerable<IBatchContainer> batches)
    {
        foreach (var batch in batches)
        {
            if (_pageOf.Remove(batch, out var page))
                page.Outstanding--;
        }
        while (_pages.TryPeek(out var first) && first.Outstanding == 0)
            Position = Math.Max(Position, _pages.Dequeue().Reached);
    }

    private sealed record Page(long Reached, long FirstAtMs)
    {
        public int Outstanding { get; set; }
    }
}
