using System.Collections.Immutable;
using Arena.Game.Questions;
using Arena.Game.State;
using Arena.Game.Views;
using Arena.Game.Vocabulary;

namespace Arena.Game.Results;

/// <summary>
/// The answers of a game by question and player: of questions that are closed, or were skipped, and of players whom the host did not remove. An
/// answer to the question that is open is not in it.
/// </summary>
public sealed class AnswerGrid
{
    private readonly Answer?[][] _byQuestion;

    /// <summary>Of a game as it is now.</summary>
    public AnswerGrid(GameState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        Rounds = [.. state.Rounds];
        Questions = [.. Rounds.Select(round => state.Quiz.Questions[round.Round])];
        Players = [.. state.Players.Where(player => !player.Kicked).OrderBy(player => player.Rank == 0).ThenBy(player => player.Rank).ThenBy(player => player.Seat)];
        _byQuestion = [.. Rounds.Select(_ => new Answer?[Players.Length])];
        var column = Rounds.Index().ToImmutableSortedDictionary(round => round.Item.Round, round => round.Index);
        for (var player = 0; player < Players.Length; player++)
        {
            foreach (var answer in Players[player].Answers)
            {
                if (column.TryGetValue(answer.Round, out var question))
                    _byQuestion[question][player] = answer;
            }
        }
    }

    /// <summary>In the order in which they were asked.</summary>
    public ImmutableArray<RoundSummary> Rounds { get; }

    /// <summary>Those of the rounds.</summary>
    public ImmutableArray<Question> Questions { get; }

    /// <summary>As on the podium: the best first, and last those without a rank yet.</summary>
    public ImmutableArray<Player> Players { get; }

    /// <summary>The answer of a player to a question, by their places here.</summary>
    public Answer? AnswerTo(int question, int player) => _byQuestion[question][player];

    /// <summary>What became of a question for a player.</summary>
    public Outcome OutcomeOf(int question, int player)
    {
        if (!IsAsked(question, player))
            return Outcome.NotAsked;
        return AnswerTo(question, player)?.Verdict switch
        {
            null => Outcome.None,
            Verdict.Correct => Outcome.Right,
            Verdict.Partial => Outcome.Partly,
            Verdict.Unscored => Outcome.Unscored,
            _ => Outcome.Wrong,
        };
    }

    private bool IsAsked(int question, int player) =>
        !Rounds[question].Skipped && Questions[question].TakesAnswers() && Players[player].FirstRound <= Rounds[question].Round;
}
