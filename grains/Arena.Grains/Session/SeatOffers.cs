using System.Security.Cryptography;
using Arena.GrainInterfaces;

namespace Arena.Grains.Session;

/// <summary>
/// The codes with which a host hands seats over to other devices. Kept in memory only: after a failure the host asks for another one. What a
/// code led to is in the journal.
/// </summary>
/// <remarks>
/// A code has a million values, lives for <see cref="LifetimeMs"/> and is good once. After <see cref="MaxMisses"/> wrong ones all codes of
/// the session are void, so that guessing finds one in 50,000 times at most, for each code that is open.
/// </remarks>
internal sealed class SeatOffers
{
    public const int LifetimeMs = 180_000;
    private const int Values = 1_000_000;
    private const int MaxMisses = 20;

    private readonly Dictionary<string, SeatOffer> _byCode = new(StringComparer.Ordinal);
    private readonly Dictionary<int, SeatOffer> _lastOfSeat = [];
    private int _misses;

    /// <summary>A code for a seat, in place of an earlier one.</summary>
    public SeatOffer Open(int seat, long nowMs)
    {
        Forget(offer => offer.Seat == seat || offer.ExpiresAtMs <= nowMs);
        if (_byCode.Count == 0)
            _misses = 0;
        SeatOffer offer;
        do
            offer = new(seat, RandomNumberGenerator.GetInt32(Values).ToString("D6", System.Globalization.CultureInfo.InvariantCulture), nowMs + LifetimeMs);
        while (!_byCode.TryAdd(offer.Code, offer));
        return _lastOfSeat[seat] = offer;
    }

    /// <summary>Uses a code up.</summary>
    /// <returns>What it offers, or null.</returns>
    public SeatOffer? Take(string code, long nowMs)
    {
        Forget(offer => offer.ExpiresAtMs <= nowMs);
        if (_byCode.Remove(code, out var offer))
            return offer;
        if (++_misses >= MaxMisses)
            _byCode.Clear();
        return null;
    }

    /// <summary>The seat was not handed over after all: the code may be tried again, unless a newer one or wrong guesses have voided it.</summary>
    public void PutBack(SeatOffer offer)
    {
        if (_misses < MaxMisses && _lastOfSeat[offer.Seat] == offer)
            _byCode.TryAdd(offer.Code, offer);
    }

    private void Forget(Predicate<SeatOffer> unwanted)
    {
        foreach (var offer in _byCode.Values.Where(offer => unwanted(offer)).ToArray())
            _byCode.Remove(offer.Code);
    }
}

/// <summary>A seat that is transferred to the device that sends the code.</summary>
internal sealed record SeatOffer(int Seat, string Code, long ExpiresAtMs)
{
    public SeatHandover ToHandover() => new(Code, ExpiresAtMs);
}
