using System.Collections.Immutable;
using Arena.Game.Questions;
using Arena.Game.Rules.Modes;
using Arena.Game.Rules.PowerUps;
using Arena.Game.State;
using Arena.Game.Views;
using Arena.Game.Vocabulary;

namespace Arena.Game.Rules;

/// <summary>What each viewer may see. The views have no place for a key that is not revealed, so none can leave.</summary>
public static class Viewer
{
    private const int NewestInLobby = 20;
    private const int TopInStandings = 5;
    private const int TopOnPodium = 10;

    /// <summary>What everyone may see.</summary>
    public static SessionView Everyone(GameState state) => new(
        state.Code, state.Quiz.Title, state.Step, state.Quiz.Questions.Length, state.PlayerCount, state.Locked, state.AutoAdvance,
        state.Pause?.AtMs, state.HostAway, PhaseOf(state))
    {
        Mode = state.Settings.Mode,
        Pace = state.Settings.Pace,
        HasReactions = HasReactions(state),
        HasPowerUps = state.Settings.PowerUps is not null,
        ExpiresAtMs = state.ExpiresAtMs,
        SkippedRound = state.Skipped?.Round,
        Teams = Teams.Lines(state),
        NextMedia = NextMedia(state),
        Series = Series.Of(state),
    };

    /// <summary>Whether players can react now: between the questions, when the room looks at the big screen and has no answer to think about.</summary>
    public static bool TakesReactions(GameState state) =>
        HasReactions(state) && state.Phase is Phase.Lobby or Phase.Revealing or Phase.Standings or Phase.Finished;

    private static bool HasReactions(GameState state) => state.Settings is { Reactions: true, Pace: null };

    /// <summary>What the player of a seat alone may see.</summary>
    public static SeatView Seat(GameState state, Player player) => SelfPacing.Conceals(state) ? SelfPacing.Concealed(Whole(state, player)) : Whole(state, player);

    private static SeatView Whole(GameState state, Player player) => new(
        player.Seat, player.Nickname, player.Score, player.Streak, player.Rank, player.PreviousRank, player.ToNext,
        player.Pending?.Value, LastResult(state, player), player.Time, player.Approved, player.ShownFace, player.Team, player.FirstRound)
    {
        Hint = state.Phase is Phase.Asking asking && player.Hints.Contains(asking.Round) ? QuestionOf(state, asking.Round).Hint?.Text : null,
        Series = state.Series is null ? null : new(Series.PointsOf(player), player.SeriesRank),
        PowerUps = [.. player.PowerUps],
        EarnedPowerUp = state.Phase is Phase.Revealing revealing && player.PowerUpEarnedIn == revealing.Round && !player.PowerUps.IsEmpty ? player.PowerUps[^1] : null,
        PowerUp = state.Phase is Phase.Asking open && player.PowerUpOn(open.Round) is { } use ? new(use.Effect, use.Removed) : null,
        SecondChosen = player.Pending?.Other?.Value,
        Lives = ModeRules.Of(state).LivesOf(player),
        Stake = player.Pending?.Stake ?? 0,
    };

    /// <summary>What every question so far brought one player, from the first that the player could answer.</summary>
    public static ImmutableArray<RoundResult> Results(GameState state, Player player) => SelfPacing.Conceals(state)
        ? []
        : [.. state.Rounds.Where(round => !round.Skipped && round.Round >= player.FirstRound).Select(round => Result(state, player, round.Round))];

    /// <summary>What the host may see of one player.</summary>
    public static RosterLine Roster(GameState state, Player player, bool connected) =>
        new(
            player.Seat, player.Nickname, SelfPacing.Conceals(state) ? 0 : player.Score, connected, player.Pending is not null, player.Kicked, player.Time,
            player.Approved, player.ShownFace, player.Team, SelfPacing.Conceals(state) ? 0 : player.Rank)
        {
            Hints = player.Hints.Count,
            PowerUps = player.PowerUpUses.Count,
            Lives = ModeRules.Of(state).LivesOf(player),
        };

    /// <summary>Statistics of the answers to the question that is open or revealed; null when there is none. For hosts.</summary>
    public static Tally? Tally(GameState state) => state.Phase switch
    {
        Phase.Asking asking => Tallies.OfOpen(state, asking.Round),
        Phase.Revealing revealing => revealing.Tally,
        _ => null,
    };

    private static PhaseView PhaseOf(GameState state) => state.Phase switch
    {
        Phase.GetReady ready => new GetReadyView(ready.Round, QuestionOf(state, ready.Round).Type, QuestionOf(state, ready.Round).Points, ready.EndsAtMs),
        Phase.Asking asking => Asking(state, asking, QuestionOf(state, asking.Round)),
        Phase.Revealing or Phase.Standings when SelfPacing.Conceals(state) => new StandingsView(PhaseQuestion.RoundOf(state.Phase), [], EndsAtMs: null),
        Phase.Revealing revealing => Reveal(revealing, QuestionOf(state, revealing.Round)) with { PowerUps = state.Rounds[^1].PowerUps },
        Phase.Standings standings => new StandingsView(standings.Round, Top(state, TopInStandings), standings.EndsAtMs),
        Phase.Finished finished => new PodiumView(finished.Reason, Top(state, TopOnPodium), [.. state.Rounds]) { Finale = finished.Finale },
        _ => Lobby(Newest(state)),
    };

    private static AskingView Asking(GameState state, Phase.Asking asking, Question question) => new(
        asking.Round, question.Prompt, question.Show(), question.Points, asking.OpensAtMs, asking.ClosesAtMs,
        TimeAccommodation.IsUntimed(state, question), asking.Overtime)
    {
        HintCostPercent = question.Hint is { } hint ? (question.Points == 0 ? 0 : hint.CostPercent) : null,
        Medium = question.ShowBeside(),
        PowerUps = PowerUpUsing.KindsFor(state, asking.Round),
    };

    internal static RevealView Reveal(Phase.Revealing revealing, Question question) => new(
        revealing.Round, question.Prompt, question.Show(), question.Reveal(), question.Publish(revealing.Tally), question.Explanation,
        revealing.EndsAtMs)
    {
        Medium = question.ShowBeside(),
        Credits = [.. question.Media().Select(medium => medium.Credit).OfType<string>().Distinct(StringComparer.Ordinal)],
    };

    private static ImmutableArray<NextMedium> NextMedia(GameState state)
    {
        var next = state.Phase switch
        {
            Phase.Lobby => 0,
            Phase.GetReady ready => ready.Round,
            Phase.Revealing or Phase.Standings => PhaseQuestion.RoundOf(state.Phase) + 1,
            _ => state.Quiz.Questions.Length,
        };
        if (next >= state.Quiz.Questions.Length)
            return [];
        var question = QuestionOf(state, next);
        return
        [
            .. question.Media()
                .Select(medium => new NextMedium(medium.Name, medium.Kind, medium.Width, !ReferenceEquals(medium, question.Medium))).Distinct(),
        ];
    }

    private static Question QuestionOf(GameState state, int round) => state.Quiz.Questions[round];

    private static LobbyView Lobby(ImmutableArray<Player> newest) =>
        new([.. newest.Select(player => player.Nickname)], [.. newest.Select(player => player.ShownFace)]);

    private static ImmutableArray<Player> Newest(GameState state) =>
    [
        .. Enumerable.Range(1, state.Players.Count).Select(back => state.Players[^back])
            .Where(player => player is { Kicked: false, Approved: true }).Take(NewestInLobby),
    ];

    private static ImmutableArray<StandingLine> Top(GameState state, int count) =>
        [.. state.Ranked().Take(count).Select(player =>
            new StandingLine(player.Seat, player.PublicName, player.Score, player.Rank, player.PreviousRank, player.Streak, player.ShownFace, player.Team)
            {
                Lives = ModeRules.Of(state).LivesOf(player),
            })];

    private static RoundResult? LastResult(GameState state, Player player) =>
        state.Phase is Phase.Revealing or Phase.Standings or Phase.Finished && state.Rounds is [.., { Skipped: false } last]
            && last.Round >= player.FirstRound
            ? Result(state, player, last.Round)
            : null;

    private static RoundResult Result(GameState state, Player player, int round) =>
        (player.Answers.Find(answer => answer.Round == round) is { } answer
            ? new RoundResult(round, answer.Value, answer.Verdict, answer.Points, answer.StreakBonus, answer.ElapsedMs) { Stake = answer.Stake, IsSecond = answer.IsSecond }
            : new(round, null, QuestionOf(state, round).IsScored() ? Verdict.Wrong : Verdict.Unscored, 0, 0, null)) with
        {
            UsedHint = player.Hints.Contains(round),
            PowerUp = player.PowerUpOn(round)?.Kind,
        };
}
