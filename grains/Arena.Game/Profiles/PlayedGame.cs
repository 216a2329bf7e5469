using System.Collections.Immutable;
using Arena.Game.Results;
using Arena.Game.Rules;
using Arena.Game.State;

namespace Arena.Game.Profiles;

/// <summary>What one player made of a game that ended: all that a profile is computed from, and nothing that names the player.</summary>
/// <param name="SessionId">The game.</param>
/// <param name="EndedAtMs">When it ended.</param>
/// <param name="Points">The score.</param>
/// <param name="Rank">From 1; equal scores share a rank.</param>
/// <param name="Players">How many had a rank.</param>
/// <param name="Asked">Questions with a key that the player could answer.</param>
/// <param name="Right">Of these, how many were right.</param>
/// <param name="Partly">Partly right.</param>
/// <param name="Wrong">Wrong.</param>
/// <param name="Opinions">Answers to questions without a key.</param>
/// <param name="Quick">Right answers that took <see cref="QuickMs"/> at most.</param>
/// <param name="Streak">The longest row of right answers, as the game counts rows.</param>
/// <param name="Climbed">Ranks gained in the second half of the questions, or 0.</param>
public sealed record PlayedGame(
    Guid SessionId, long EndedAtMs, int Points, int Rank, int Players, int Asked, int Right, int Partly, int Wrong, int Opinions, int Quick, int Streak,
    int Climbed)
{
    /// <summary>How long a quick answer takes at most, as it was scored.</summary>
    public const int QuickMs = 2_000;

    /// <summary>One for each player who answered at least once and was not removed, by seat.</summary>
    /// <param name="state">A game that ended.</param>
    public static ImmutableArray<(int Seat, PlayedGame Game)> AllOf(GameState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        var grid = new AnswerGrid(state);
        var ranksHalfway = RanksHalfway(grid);
        var players = grid.Players.Count(player => player.Rank > 0);
        return
        [
            .. grid.Players.Index().Where(player => player.Item.Answers.Count > 0)
                .Select(player => (player.Item.Seat, Of(state, grid, player.Index, players, ranksHalfway[player.Index]))),
        ];
    }

    private static PlayedGame Of(GameState state, AnswerGrid grid, int player, int players, int rankHalfway)
    {
        int right = 0, partly = 0, wrong = 0, opinions = 0, missed = 0, quick = 0, streak = 0, longest = 0;
        var self = grid.Players[player];
        for (var question = 0; question < grid.Rounds.Length; question++)
        {
            var outcome = grid.OutcomeOf(question, player);
            var isScored = grid.Questions[question].IsScored();
            right += outcome == Outcome.Right ? 1 : 0;
            partly += outcome == Outcome.Partly ? 1 : 0;
            wrong += outcome == Outcome.Wrong ? 1 : 0;
            opinions += outcome == Outcome.Unscored ? 1 : 0;
            missed += outcome == Outcome.None && isScored ? 1 : 0;
            quick += outcome == Outcome.Right && grid.AnswerTo(question, player)!.ElapsedMs <= QuickMs ? 1 : 0;
            if (outcome == Outcome.NotAsked)
                continue;
            streak = Scoring.StreakAfter(self, grid.Rounds[question].Round, streak, grid.Questions[question], grid.AnswerTo(question, player)?.Verdict);
            longest = Math.Max(longest, streak);
        }
        return new(
            state.SessionId, state.PhaseSinceMs, self.Score, self.Rank, players, right + partly + wrong + missed, right, partly, wrong, opinions, quick,
            longest, Math.Max(0, rankHalfway - self.Rank));
    }

    /// <summary>By the points of the first half of the questions. A player who joined in the second half has the own rank in the end.</summary>
    private static int[] RanksHalfway(AnswerGrid grid)
    {
        var half = grid.Rounds.Length / 2;
        var ranks = grid.Players.Select(player => player.Rank).ToArray();
        if (half == 0)
            return ranks;
        var lastRound = grid.Rounds[half - 1].Round;
        var there = grid.Players.Index().Where(player => player.Item.FirstRound <= lastRound);
        var scored = there.Select(player => (player.Index, Score: Enumerable.Range(0, half).Sum(question => PointsOf(grid.AnswerTo(question, player.Index)))));
        foreach (var (entry, rank, _) in Ranking.Of(scored, entry => entry.Score))
            ranks[entry.Index] = rank;
        return ranks;
    }

    private static int PointsOf(Answer? answer) => answer is null ? 0 : answer.Points + answer.StreakBonus;
}
