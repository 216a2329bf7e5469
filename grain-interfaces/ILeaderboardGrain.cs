using System.Collections.Immutable;

namespace Arena.GrainInterfaces;

/// <summary>
/// Ranks for readers outside a game. Key: a join code (that game, live), <c>quiz:{id}</c> (best results ever on a quiz).
/// </summary>
[Alias("arena.ILeaderboardGrain")]
public interface ILeaderboardGrain : IGrainWithStringKey
{
    /// <summary>
    /// Records scores. Idempotent: entries of a <paramref name="source"/> replace those it recorded before if <paramref name="version"/>
    /// is newer, and do nothing otherwise.
    /// </summary>
    [Alias("Record")]
    Task Record(string source, long version, ImmutableArray<BoardEntry> entries);

    /// <summary>The first <paramref name="count"/> lines (1 to 100), best first; equal scores share a rank.</summary>
    [Alias("Top"), ResponseTimeout(GrainCallTimings.Entry)]
    Task<ImmutableArray<BoardLine>> Top(int count, CancellationToken cancel = default);

    /// <summary>One entry's own line, or null.</summary>
    [Alias("Line"), ResponseTimeout(GrainCallTimings.Entry)]
    Task<BoardLine?> Line(string source, int seat, CancellationToken cancel = default);
}

/// <summary>One player's score in one game.</summary>
[GenerateSerializer, Immutable, Alias("arena.BoardEntry")]
public sealed record BoardEntry([property: Id(0)] int Seat, [property: Id(1)] string Nickname, [property: Id(2)] int Score);

/// <summary>One line of a board.</summary>
[GenerateSerializer, Immutable, Alias("arena.BoardLine")]
public sealed record BoardLine([property: Id(0)] int Rank, [property: Id(1)] string Nickname, [property: Id(2)] int Score);
