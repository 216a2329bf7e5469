using System.Collections.Immutable;

namespace Arena.Grains.Session;

/// <summary>
/// Which network each seat was taken from, so that one network cannot take them all. Kept in memory, and carried along when the session
/// migrates: an interruption forgets it. A seat is reserved before it is taken, so that joins at the same moment cannot outrun the limit.
/// </summary>
/// <param name="most">Seats that one network may have.</param>
internal sealed class NetworkSeats(int most)
{
    private readonly Dictionary<int, string> _networkOfSeat = [];
    private readonly Dictionary<string, int> _taken = new(StringComparer.Ordinal);

    /// <returns>Whether the network may have one more; then <see cref="Settle"/> has to follow.</returns>
    public bool TryReserve(string network)
    {
        var taken = _taken.GetValueOrDefault(network);
        if (taken >= most)
            return false;
        _taken[network] = taken + 1;
        return true;
    }

    /// <param name="network">That reserved a seat.</param>
    /// <param name="seat">The one that was taken, or null if there was none.</param>
    public void Settle(string network, int? seat)
    {
        if (seat is not { } taken || !_networkOfSeat.TryAdd(taken, network))
            Release(network);
    }

    /// <summary>A player who was removed leaves room for another: robots that fill a game must not lock out the school.</summary>
    /// <returns>The network of the seat, or null if it is not known.</returns>
    public string? Remove(int seat)
    {
        if (_networkOfSeat.Remove(seat, out var network))
            Release(network);
        return network;
    }

    public ImmutableDictionary<int, string> Carry() => _networkOfSeat.ToImmutableDictionary();

    public void Carry(ImmutableDictionary<int, string>? carried)
    {
        foreach (var (seat, network) in carried ?? ImmutableDictionary<int, string>.Empty)
        {
            _networkOfSeat[seat] = network;
            _taken[network] = _taken.GetValueOrDefault(network) + 1;
        }
    }

    private void Release(string network)
    {
        if (--_taken[network] == 0)
            _taken.Remove(network);
    }
}
