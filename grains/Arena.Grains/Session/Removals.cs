using System.Collections.Immutable;

namespace Arena.Grains.Session;

/// <summary>
/// Recognises players whom a host removed, when they come back under another name, by what their browser names itself by. The name of one who
/// comes back is held for a host's approval, once; a browser of which a host removed two players is refused. Joins that name no browser, as of
/// scripts, are held when a player of their network was removed: a class is in one network, and its browsers name themselves. Both are hints,
/// kept in memory and carried along when the session migrates: an interruption forgets them.
/// </summary>
internal sealed class Removals
{
    private const int MostReturns = 1;

    private readonly Dictionary<int, Guid> _browserOfSeat = [];
    private readonly Dictionary<Guid, int> _times = [];
    private readonly HashSet<string> _networks = new(StringComparer.Ordinal);

    /// <summary>Whether a browser came back as often as it may.</summary>
    public bool IsBarred(Guid? browser) => TimesOf(browser) > MostReturns;

    /// <summary>Whether a new name waits for a host's approval.</summary>
    public bool IsHeld(Guid? browser, string? network) => browser is null ? network is not null && _networks.Contains(network) : TimesOf(browser) > 0;

    public void Seated(int seat, Guid? browser)
    {
        if (browser is { } known)
            _browserOfSeat[seat] = known;
    }

    /// <param name="seat">Whose player a host removed.</param>
    /// <param name="network">Where the seat was taken from, if it is known.</param>
    public void Removed(int seat, string? network)
    {
        if (_browserOfSeat.Remove(seat, out var browser))
            _times[browser] = TimesOf(browser) + 1;
        if (network is not null)
            _networks.Add(network);
    }

    public CarriedRemovals Carry() => new(_browserOfSeat.ToImmutableDictionary(), _times.ToImmutableDictionary(), [.. _networks]);

    public void Carry(CarriedRemovals? carried)
    {
        if (carried is null)
            return;
        foreach (var (seat, browser) in carried.Browsers)
            _browserOfSeat[seat] = browser;
        foreach (var (browser, times) in carried.Times)
            _times[browser] = times;
        _networks.UnionWith(carried.Networks);
    }

    private int TimesOf(Guid? browser) => browser is { } known ? _times.GetValueOrDefault(known) : 0;
}
