using Arena.Game.State;
using Arena.Game.Views;
using Arena.Game.Vocabulary;

namespace Arena.Game.Rules;

/// <summary>Statistics of the answers that players have given.</summary>
internal static class Tallies
{
    /// <summary>Of the question that is open.</summary>
    public static Tally OfPending(GameState state, int round) => state.Quiz.Questions[round].Count(Pending(state));

    /// <summary>The same as hosts may see it while the question is open.</summary>
    public static Tally? OfOpen(GameState state, int round) => state.Quiz.Questions[round].CountOpen(Pending(state));

    private static IEnumerable<AnswerValue> Pending(GameState state) =>
        state.Players.Where(player => player is { Kicked: false, Pending: not null }).Select(player => player.Pending!.Value);
}
