using System.Collections.Immutable;
using Arena.Game.Results;
using Arena.Game.State;
using Arena.Game.Vocabulary;

namespace Arena.Gateway.GameResults.Reports;

/// <summary>
/// How a game went, up to the last question that is closed. A question that is open or still to come is not in it, so no key is known here before
/// everyone has seen it.
/// </summary>
/// <param name="Rules">How the game is played.</param>
/// <param name="QuestionCount">How many questions the game has.</param>
/// <param name="Totals">The figures of the game.</param>
/// <param name="Hardest">Rounds of the questions that few got right, fewest first, three at most; empty in short games.</param>
/// <param name="Questions">In the order in which they were asked.</param>
/// <param name="Players">The best first.</param>
internal sealed record GameReport(
    GameRules Rules, int QuestionCount, GameTotals Totals, ImmutableArray<int> Hardest, ImmutableArray<QuestionReport> Questions,
    ImmutableArray<PlayerReport> Players)
{
    private const double HardBelow = 0.6;
    private const int MostHard = 3;

    /// <summary>A player who answered, but none of so many questions at the end, has left.</summary>
    private const int MissedByLeavers = 2;

    private const string Letters = "-nwpra";

    public static GameReport Of(GameState state)
    {
        var grid = new AnswerGrid(state);
        ImmutableArray<PlayerReport> players = [.. grid.Players.Select((_, player) => Player(grid, player, state.Settings.Mode))];
        ImmutableArray<QuestionReport> questions = [.. grid.Questions.Select((_, question) => Question(grid, question, players))];
        return new(GameRules.Of(state.Settings), state.Quiz.Questions.Length, TotalsOf(questions, players), HardestOf(questions), questions, players);
    }

    private static PlayerReport Player(AnswerGrid grid, int at, GameMode mode)
    {
        var player = grid.Players[at];
        Outcome[] outcomes = [.. grid.Questions.Select((_, question) => grid.OutcomeOf(question, at))];
        Answer?[] answers = [.. outcomes.Select((outcome, question) => outcome > Outcome.None ? grid.AnswerTo(question, at) : null)];
        var last = answers.LastOrDefault(answer => answer is not null);
        var missed = outcomes.Reverse().Where(outcome => outcome != Outcome.NotAsked).TakeWhile(outcome => outcome == Outcome.None).Count();
        return new(
            player.Seat, player.Nickname, player.Team, player.Score, player.Rank > 0 ? player.Rank : null, OutcomeCounts.Of(outcomes),
            outcomes.Index().Count(outcome => outcome.Item != Outcome.NotAsked && grid.Questions[outcome.Index].IsScored()),
            AnswerTimes.Of(answers.OfType<Answer>().Select(answer => answer.ElapsedMs))?.MedianMs, last?.Round, last?.StampMs,
            last is not null && missed >= MissedByLeavers, string.Concat(outcomes.Select(outcome => Letters[(int)outcome])),
            [.. answers.Select(answer => answer?.ElapsedMs)])
        {
            Lives = mode is SurvivorMode survivor ? survivor.Misses - player.Missed.Count : null,
            OutRound = mode is SurvivorMode limit && player.Missed.Count == limit.Misses ? player.Missed[^1] : null,
            Stakes = mode is ConfidenceMode ? [.. answers.Select(answer => answer?.Stake)] : [],
            PowerUps = player.PowerUpUses.IsEmpty ? [] : [.. grid.Rounds.Select(round => player.PowerUpOn(round.Round)?.Kind)],
        };
    }

    private static QuestionReport Question(AnswerGrid grid, int at, ImmutableArray<PlayerReport> players)
    {
        var (round, question) = (grid.Rounds[at], grid.Questions[at]);
        var counts = OutcomeCounts.Of(grid.Players.Select((_, player) => grid.OutcomeOf(at, player)));
        if (round.Skipped)
            return new(round.Round, question.Type, question.Prompt, question.Points, true, question.IsScored(), counts, null, null, null, null, null);
        Answer[] answers = [.. grid.Players.Select((_, player) => grid.AnswerTo(at, player)).OfType<Answer>()];
        return new(
            round.Round, question.Type, question.Prompt, question.Points, IsSkipped: false, question.IsScored(), counts,
            AnswerTimes.Of(answers.Select(answer => answer.ElapsedMs)), question.IsScored() ? DiscriminationOf(grid, at, players) : null,
            question.Show(), question.Reveal(), question.Count(answers.Select(answer => answer.Value)));
    }

    /// <summary>Of the players who could answer this question and another one that is scored.</summary>
    private static Discrimination? DiscriminationOf(AnswerGrid grid, int question, ImmutableArray<PlayerReport> players)
    {
        var compared = new List<(bool IsRight, double OfOthers)>(players.Length);
        for (var player = 0; player < players.Length; player++)
        {
            var outcome = grid.OutcomeOf(question, player);
            if (outcome == Outcome.NotAsked || players[player].Scored < 2)
                continue;
            var isRight = outcome == Outcome.Right;
            compared.Add((isRight, (players[player].Counts.Right - (isRight ? 1 : 0)) / (players[player].Scored - 1.0)));
        }
        return Discrimination.Of(compared);
    }

    private static GameTotals TotalsOf(ImmutableArray<QuestionReport> questions, ImmutableArray<PlayerReport> players)
    {
        var scored = questions.Where(question => question.IsScored).ToList();
        return new(
            players.Length,
            players.Count(player => player.LastRound is not null),
            players.Count(player => player.LastRound is not null && !player.HasLeft),
            questions.Sum(question => question.Counts.Asked - question.Counts.None),
            questions.Sum(question => question.Counts.Asked),
            scored.Sum(question => question.Counts.Right),
            scored.Sum(question => question.Counts.Asked));
    }

    private static ImmutableArray<int> HardestOf(ImmutableArray<QuestionReport> questions)
    {
        var scored = questions.Where(question => question.IsScored && question.Counts.Asked > 0).ToList();
        return scored.Count <= MostHard
            ? []
            : [.. scored.Select(question => (question.Round, Share: question.Counts.Right / (double)question.Counts.Asked))
                .Where(question => question.Share < HardBelow).OrderBy(question => question.Share).ThenBy(question => question.Round)
                .Take(MostHard).Select(question => question.Round)];
    }
}
