using System.Collections.Immutable;
using Arena.Game.State;
using Arena.Game.Views;

namespace Arena.Game.Rules;

/// <summary>What the player of a self-paced session learns of its questions once it is over.</summary>
public static class Reviews
{
    /// <summary>The questions that were asked, in that order; none of a session that continues, or that has a host.</summary>
    public static ImmutableArray<ReviewedQuestion> Of(GameState state, Player player)
    {
        if (state is not { Ended: true, Settings.Pace: not null })
            return [];
        return
        [
            .. Viewer.Results(state, player).Select(result =>
            {
                var question = state.Quiz.Questions[result.Round];
                return new ReviewedQuestion(result, Viewer.Reveal(
                    new(result.Round, EndsAtMs: null, question.Count(result.Answer is { } answer ? [answer] : [])), question));
            }),
        ];
    }
}
