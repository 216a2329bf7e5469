using Arena.Game.State;
using Arena.Game.Vocabulary;
using Arena.Grains.Session;
using Arena.Storage.Model;

namespace Arena.Gateway.GameResults;

/// <summary>
/// A game without what its log still tells of players whose accounts were deleted: their names and the texts that they wrote. Their seats and results
/// stay, so that no figure changes.
/// </summary>
internal static class ErasedPlayers
{
    /// <summary>An answer that fits no question: statistics leave it out.</summary>
    private static readonly AnswerValue NoWords = new WordsAnswer([]);

    /// <param name="game">The game.</param>
    /// <param name="erased">The rows of the players.</param>
    public static GameState Without(GameState game, IReadOnlySet<Guid> erased) => erased.Count == 0
        ? game
        : game with
        {
            Players = game.Players.ConvertAll(player => erased.Contains(RowIds.Player(game.SessionId, player.Seat))
                ? player with { Nickname = GamePlayerRow.ErasedName, Answers = player.Answers.ConvertAll(Wordless) }
                : player),
        };

    private static Answer Wordless(Answer answer) => answer.Value is TextAnswer or WordsAnswer ? answer with { Value = NoWords } : answer;
}
