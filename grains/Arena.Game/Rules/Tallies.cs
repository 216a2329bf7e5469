using Arena.Game.State;
using Arena.Game.Views;

namespace Arena.Game.Rules;

/// <summary>Statistics of the answers that players have given.</summary>
internal static class Tallies
{
    /// <summary>Of the answers that will count if the question closes now.</summary>
    public static Tally OfPending(GameState state, int round) => state.Quiz.Questions[round].Count(Pending(state).Select(answer => answer.Better().Value));

    /// <summary>What hosts may see while the question is open: of two answers of a player the first, whichever will count.</summary>
    public static Tally? OfOpen(GameState state, int round) => state.Quiz.Questions[round].CountOpen(Pending(state).Select(answer => answer.Value));

    private static IEnumerable<Answer> Pending(GameState state) =>
        state.Players.Where(player => player is { Kicked: false, Pending: not null }).Select(player => player.Pending!);
}
