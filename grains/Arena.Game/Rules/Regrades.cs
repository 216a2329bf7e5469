using Arena.Game.Commands;
using Arena.Game.Events;
using Arena.Game.Questions;
using Arena.Game.Rules.Modes;
using Arena.Game.Rules.PowerUps;
using Arena.Game.State;
using Arena.Game.Vocabulary;

namespace Arena.Game.Rules;

/// <summary>A host accepts a text that was not: its answers are judged again, as if it always had been accepted.</summary>
internal static class Regrades
{
    /// <summary>Whether a host can accept a text now: while the question is revealed, so that everyone sees what it changes.</summary>
    public static bool AreOpen(GameState state) => state.Phase is Phase.Revealing revealing && state.Quiz.Questions[revealing.Round].TakesAccepted();

    public static Decision Decide(GameState state, HostAction.AcceptAnswer accept, long nowMs)
    {
        if (state.Phase is not Phase.Revealing revealing || revealing.Round != accept.Round)
            return GameErrorCode.NotNow;
        var before = state.Quiz.Questions[accept.Round];
        if (before.Normalize(new TextAnswer(accept.Text), out var text) is { } unfit)
            return unfit;
        if (before.Judge(text).Verdict == Verdict.Correct)
            return Decision.Nothing;
        if (before.WithAccepted(((TextAnswer)text).Text) is not { } question)
            return GameErrorCode.NotNow;
        var accepted = new TextAccepted(
            nowMs, accept.Round, ((TextAnswer)text).Text,
            [.. state.Players.Select(player => Regrade(state, question, player, accept.Round)).OfType<Regrading>()]);
        return state.Settings.PowerUps is not null && PowerUpEarnings.OfRegraded(Evolution.Evolve(state, accepted), accepted) is { } earned
            ? new Decision.Accepted([accepted, earned])
            : accepted;
    }

    public static GameState Evolve(GameState state, TextAccepted accepted)
    {
        if (state.Phase is not Phase.Revealing revealing || revealing.Round != accepted.Round)
            return state;
        var question = state.Quiz.Questions[accepted.Round].WithAccepted(accepted.Text) ?? state.Quiz.Questions[accepted.Round];
        var mode = ModeRules.Of(state);
        var players = state.Players.ToBuilder();
        var (before, after) = (0, 0);
        foreach (var (seat, answer, streak) in accepted.Regraded)
        {
            if (state.PlayerAt(seat)?.Answers is not { } answers || answers.FindIndex(one => one.Round == accepted.Round) is var at && at < 0)
                continue;
            before += answers[at].Verdict == Verdict.Correct ? 1 : 0;
            after += answer.Verdict == Verdict.Correct ? 1 : 0;
            var player = players[seat] with
            {
                Score = players[seat].Score - Earned(answers[at]) + Earned(answer),
                Streak = streak,
                Answers = answers.SetItem(at, answer),
            };
            players[seat] = mode.Remember(player, accepted.Round, question, answer.Verdict);
        }
        return state with
        {
            Quiz = state.Quiz with { Questions = state.Quiz.Questions.SetItem(accepted.Round, question) },
            Players = Ranking.CloseGap(Teams.Credit(state, players.ToImmutable(), accepted.Round), mode),
            Rounds = state.Rounds.ConvertAll(round => round.Round == accepted.Round ? round with { Correct = round.Correct + after - before } : round),
            Phase = revealing with { Tally = question.Mark(revealing.Tally) },
        };
    }

    private static Regrading? Regrade(GameState state, Question question, Player player, int round)
    {
        if (player.Kicked || player.Answers.Find(one => one.Round == round) is not { } answer)
            return null;
        if (answer.Verdict == Verdict.Correct)
            return null;
        var streak = StreakBefore(state, player, round) + 1;
        var before = player with { Score = player.Score - Earned(answer) };
        var better = (Judge(answer) with { Other = answer.Other is { } other ? Judge(other) : null }).Better();
        return better.Verdict == Verdict.Correct ? new(player.Seat, better, question.Points > 0 ? streak : player.Streak) : null;

        Answer Judge(Answer one)
        {
            var judgement = question.Judge(one.Value);
            if (judgement.Verdict != Verdict.Correct)
                return one;
            var judged = one with { Verdict = judgement.Verdict, Share = judgement.Share };
            var (points, bonus) = Scoring.Earn(state, before, judged, streak);
            return judged with { Points = points, StreakBonus = bonus };
        }
    }

    /// <summary>The streak that the answer would have continued.</summary>
    private static int StreakBefore(GameState state, Player player, int round) => state.Rounds
        .Where(earlier => earlier.Round < round && earlier.Round >= player.FirstRound && !earlier.Skipped)
        .Aggregate(0, (streak, earlier) => Scoring.StreakAfter(
            player, earlier.Round, streak, state.Quiz.Questions[earlier.Round], player.AnswerTo(earlier.Round)?.Verdict));

    private static int Earned(Answer answer) => answer.Points + answer.StreakBonus;
}
