using Arena.GrainInterfaces;

namespace Arena.Grains.Ports;

/// <summary>The lines of boards, derived from the events of games (<c>BoardGames</c>) and joined with the accounts that are listed now.</summary>
public interface IBoardLines
{
    /// <summary>The best lines of a board, best first, equals in the order of their names.</summary>
    Task<IReadOnlyList<AccountLine>> ReadAsync(BoardKey board, int limit, CancellationToken cancel);
}

/// <summary>One account's line of a board, before it is ranked.</summary>
/// <param name="Account">Whose it is: for its owner's own line alone.</param>
/// <param name="Name">What the account is called on boards.</param>
/// <param name="Points">The sum of the best game of each quiz.</param>
/// <param name="Quizzes">How many quizzes that are.</param>
public sealed record AccountLine(Guid Account, string Name, int Points, int Quizzes);
