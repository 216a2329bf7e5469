using System.Collections.Immutable;

namespace Arena.GrainInterfaces;

/// <summary>A board that outlives games. Key: <see cref="BoardKey"/>. Lists accounts that opted in, by the names they chose for boards.</summary>
[Alias("arena.ILeaderboardGrain")]
public interface ILeaderboardGrain : IGrainWithStringKey
{
    /// <summary>Reads the board as the database has it when the call arrives. Reads of many callers at once share one query.</summary>
    /// <param name="account">Whose own line is wanted.</param>
    /// <param name="seen">The version that the caller has; 0 for none.</param>
    /// <param name="cancel">Stops the wait.</param>
    /// <returns>The board; without lines if it still has the version that the caller has.</returns>
    [Alias("Read"), ResponseTimeout(GrainCallTimings.Entry)]
    Task<BoardReading> Read(Guid account, long seen, CancellationToken cancel = default);
}

/// <summary>What a reader sees of a board.</summary>
/// <param name="Version">Grows with every change of any line, from 1; kept across restarts.</param>
/// <param name="Top">The best <see cref="BoardKey.MaxTop"/> lines, best first; null if nothing has changed.</param>
/// <param name="Own">The reader's line, wherever it is; null if there is none, or nothing has changed.</param>
/// <param name="Lines">How many lines the board has.</param>
[GenerateSerializer, Immutable, Alias("arena.BoardReading")]
public sealed record BoardReading(
    [property: Id(0)] long Version, [property: Id(1)] ImmutableArray<BoardLine>? Top, [property: Id(2)] BoardLine? Own, [property: Id(3)] int Lines);

/// <summary>One line of a board.</summary>
/// <param name="Rank">From 1; equal points share a rank (1, 1, 3).</param>
/// <param name="Name">What its owner is called on boards.</param>
/// <param name="Points">The sum of the best game of each quiz.</param>
/// <param name="Quizzes">How many quizzes that are.</param>
[GenerateSerializer, Immutable, Alias("arena.BoardLine")]
public sealed record BoardLine(
    [property: Id(0)] int Rank, [property: Id(1)] string Name, [property: Id(2)] int Points, [property: Id(3)] int Quizzes);
