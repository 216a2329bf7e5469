using System.Collections.Immutable;
using Arena.GrainInterfaces;

namespace Arena.Grains.Session;

/// <summary>
/// What a session that migrates carries to its next silo, beside its journal, which the next activation opens as any other does: what is
/// kept in memory only.
/// </summary>
/// <param name="SessionId">Whose it is.</param>
/// <param name="NowMs">The clock of the silo that it left.</param>
/// <param name="HostGoneAtMs">Since when no host is connected, or null.</param>
/// <param name="Subscribers">The gateways, with who is connected through each.</param>
/// <param name="Lost">Seats that are still waited for. Default if an older release carried the session.</param>
/// <param name="Networks">The network that each seat was taken from. Null if an older release carried the session.</param>
/// <param name="Removals">Who was removed. Null if an older release carried the session.</param>
[GenerateSerializer, Immutable, Alias("arena.CarriedSession")]
internal sealed record CarriedSession(
    [property: Id(0)] Guid SessionId, [property: Id(1)] long NowMs, [property: Id(2)] long? HostGoneAtMs,
    [property: Id(3)] ImmutableArray<CarriedSubscriber> Subscribers, [property: Id(4)] ImmutableArray<CarriedLoss> Lost,
    [property: Id(5)] ImmutableDictionary<int, string>? Networks = null,
    [property: Id(6)] CarriedRemovals? Removals = null);

/// <summary>What is remembered of browsers and of players who were removed.</summary>
/// <param name="Browsers">The browser that each seat was taken from.</param>
/// <param name="Times">How often a player of each browser was removed.</param>
/// <param name="Networks">Those of players who were removed.</param>
[GenerateSerializer, Immutable, Alias("arena.CarriedRemovals")]
internal sealed record CarriedRemovals(
    [property: Id(0)] ImmutableDictionary<int, Guid> Browsers, [property: Id(1)] ImmutableDictionary<Guid, int> Times,
    [property: Id(2)] ImmutableArray<string> Networks);

/// <summary>A seat without a connection, and for how long it is still waited for.</summary>
[GenerateSerializer, Immutable, Alias("arena.CarriedLoss")]
internal readonly record struct CarriedLoss([property: Id(0)] int Seat, [property: Id(1)] long RemainingMs);

/// <summary>One gateway's subscription.</summary>
[GenerateSerializer, Immutable, Alias("arena.CarriedSubscriber")]
internal sealed record CarriedSubscriber(
    [property: Id(0)] string Gateway, [property: Id(1)] ISessionObserver Observer, [property: Id(2)] ImmutableArray<int> Seats,
    [property: Id(3)] int Hosts);
