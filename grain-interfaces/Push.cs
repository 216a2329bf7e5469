using System.Collections.Immutable;
using Arena.Game.Views;

namespace Arena.GrainInterfaces;

/// <summary>
/// Orders everything a session publishes: a later activation has a greater epoch, a later public push of one activation a greater sequence
/// number. A receiver with a greater position drops older pushes; a host's browser that sees a gap attaches again and gets a snapshot.
/// </summary>
[GenerateSerializer, Immutable, Alias("arena.PushPosition")]
public sealed record PushPosition([property: Id(0)] long Epoch, [property: Id(1)] long Sequence, [property: Id(2)] long HostSequence);

/// <summary>A subscription stands.</summary>
/// <param name="Position">Pushes at or before it are old.</param>
/// <param name="NowMs">The silo's clock, in Unix milliseconds.</param>
/// <param name="Session">What everyone sees.</param>
/// <param name="TakesReactions">Whether players can react now.</param>
[GenerateSerializer, Immutable, Alias("arena.Subscribed")]
public sealed record Subscribed(
    [property: Id(0)] PushPosition Position, [property: Id(1)] long NowMs, [property: Id(2)] JsonBody<SessionView> Session,
    [property: Id(3)] bool TakesReactions = false);

/// <summary>Changes for one gateway, in one call.</summary>
/// <param name="Outbox">Of one subscription: numbers of another one say nothing about these.</param>
/// <param name="Number">From 1. A number that was there already is the same batch once more: to be ignored.</param>
/// <param name="Pushes">Oldest first.</param>
[GenerateSerializer, Immutable, Alias("arena.PushBatch")]
public sealed record PushBatch(
    [property: Id(0)] Guid Outbox, [property: Id(1)] long Number, [property: Id(2)] ImmutableArray<SessionPush> Pushes);

/// <summary>One change, for one gateway, which splits it among its own connections.</summary>
/// <param name="Position">Where this push stands. The sequence is that of <paramref name="Session"/> or, without one, of the last.</param>
/// <param name="NowMs">The silo's clock when it was sent, in Unix milliseconds.</param>
/// <param name="Session">For everyone, or null when nothing public changed.</param>
/// <param name="Seats">For single players.</param>
/// <param name="Host">For hosts, or null. Its order is given by <see cref="PushPosition.HostSequence"/>.</param>
/// <param name="Kicked">Seats that were removed: the gateway notifies and closes their connections.</param>
/// <param name="Replaced">Seats that another gateway holds now: the gateway notifies and closes their connections.</param>
[GenerateSerializer, Immutable, Alias("arena.SessionPush")]
public sealed record SessionPush(
    [property: Id(0)] PushPosition Position, [property: Id(1)] long NowMs, [property: Id(2)] JsonBody<SessionView>? Session,
    [property: Id(3)] ImmutableArray<SeatBody> Seats, [property: Id(4)] JsonBody<HostView>? Host, [property: Id(5)] ImmutableArray<int> Kicked,
    [property: Id(6)] ImmutableArray<int> Replaced)
{
    /// <summary>With <see cref="Session"/>: whether players can react from now on.</summary>
    [Id(7)]
    public bool TakesReactions { get; init; }
}

/// <summary>What one player alone may see.</summary>
/// <param name="Seat">Whose.</param>
/// <param name="View">What.</param>
/// <param name="Issue">How often the seat was handed over: a connection of an earlier issue was replaced and is closed.</param>
[GenerateSerializer, Immutable, Alias("arena.SeatBody")]
public readonly record struct SeatBody([property: Id(0)] int Seat, [property: Id(1)] JsonBody<SeatView> View, [property: Id(2)] int Issue = 0);

/// <summary>All that one player may see, at one position.</summary>
/// <param name="Position">Frames at or before it are old.</param>
/// <param name="NowMs">The silo's clock, in Unix milliseconds.</param>
/// <param name="Session">What everyone sees.</param>
/// <param name="Seat">What this player alone sees.</param>
/// <param name="Results">The player's result of every question so far, missed ones included.</param>
[GenerateSerializer, Immutable, Alias("arena.SeatSnapshot")]
public sealed record SeatSnapshot(
    [property: Id(0)] PushPosition Position, [property: Id(1)] long NowMs, [property: Id(2)] JsonBody<SessionView> Session,
    [property: Id(3)] JsonBody<SeatView> Seat, [property: Id(4)] JsonBody<ImmutableArray<RoundResult>> Results);

/// <summary>All that a host may see, at one position.</summary>
[GenerateSerializer, Immutable, Alias("arena.HostSnapshot")]
public sealed record HostSnapshot(
    [property: Id(0)] PushPosition Position, [property: Id(1)] long NowMs, [property: Id(2)] JsonBody<SessionView> Session,
    [property: Id(3)] JsonBody<HostView> Host);
