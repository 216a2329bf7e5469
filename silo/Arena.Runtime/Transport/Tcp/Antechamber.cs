namespace Arena.Runtime;

/// <summary>
/// Bounds the connections that have not proved the cluster key. One more ends the oldest: a process of the cluster is through within
/// milliseconds, while those who come to fill the room stay.
/// </summary>
internal sealed class Antechamber(int limit)
{
    private readonly Lock _lock = new();
    private readonly LinkedList<Place> _waiting = [];

    /// <summary>Enters, at the cost of the oldest if the room is full.</summary>
    /// <param name="connection">Disposed when it has become the oldest of too many.</param>
    /// <returns>Leaves, when disposed.</returns>
    public Place Enter(IDisposable connection)
    {
        var place = new Place(this, connection);
        Place? oldest = null;
        lock (_lock)
        {
            _waiting.AddLast(place);
            if (_waiting.Count > limit)
            {
                oldest = _waiting.First!.Value;
                _waiting.RemoveFirst();
            }
        }

        oldest?.Evict();
        return place;
    }

    /// <summary>Where a connection waits for its proof.</summary>
    internal sealed class Place(Antechamber room, IDisposable connection) : IDisposable
    {
        public bool IsEvicted { get; private set; }

        public void Evict()
        {
            IsEvicted = true;
            connection.Dispose();
        }

        public void Dispose()
        {
            lock (room._lock) room._waiting.Remove(this);
        }
    }
}
