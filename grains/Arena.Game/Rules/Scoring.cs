using Arena.Game.Questions;
using Arena.Game.Rules.Modes;
using Arena.Game.Rules.PowerUps;
using Arena.Game.State;
using Arena.Game.Vocabulary;

namespace Arena.Game.Rules;

/// <summary>What answers earn.</summary>
public static class Scoring
{
    /// <summary>Within it, a correct answer earns all points.</summary>
    public const int FullPointsMs = 500;

    /// <summary>
    /// What a correct answer earns. <see cref="ScoringFormula.Speed"/> is Kahoot's published formula
    /// <c>round(P * (1 - (t/T)/2))</c>, all of P when t &lt; 0.5 s; <see cref="ScoringFormula.Flat"/> is P.
    /// </summary>
    /// <param name="formula">Which one.</param>
    /// <param name="question">Gives P and T; without T, all of P.</param>
    /// <param name="elapsedMs">t, in milliseconds from the opening; taken as within 0 and T.</param>
    public static int Points(ScoringFormula formula, Question question, int elapsedMs)
    {
        if (formula == ScoringFormula.Flat || elapsedMs < FullPointsMs || question.TimeLimitMs is not { } limitMs)
            return question.Points;
        var share = 1 - Math.Min(elapsedMs, limitMs) / (double)limitMs / 2;
        return (int)Math.Round(question.Points * share, MidpointRounding.AwayFromZero);
    }

    /// <summary>What any answer earns: its share of what a correct one does.</summary>
    public static int Points(ScoringFormula formula, Question question, Judgement judgement, int elapsedMs) => judgement.Share switch
    {
        0 => 0,
        1 => Points(formula, question, elapsedMs),
        var share => (int)Math.Round(Points(formula, question, elapsedMs) * share, MidpointRounding.AwayFromZero),
    };

    /// <summary>
    /// What a player's answer earns: the points of the formula and the bonus, as far as the mode grants them. What a player has in hand, as a used
    /// hint or power-up, changes the points before the mode decides, and knows no mode.
    /// </summary>
    /// <param name="state">The game, while its question is open or revealed.</param>
    /// <param name="player">As of before the answer.</param>
    /// <param name="answer">As it is judged; its own points are not read.</param>
    /// <param name="streak">Correct answers in a row, this one included if it is one.</param>
    internal static Earning Earn(GameState state, Player player, Answer answer, int streak)
    {
        var powerUp = PowerUpRules.On(player, answer.Round);
        var earned = new Earning(
            powerUp.Points(Points(state, player, answer), answer.IsSecond),
            StreakBonus(state.Settings, state.Quiz.Questions[answer.Round], answer.Verdict, streak));
        return powerUp.AfterMode(ModeRules.Of(state).Earn(earned, player, answer.Round, answer.Verdict, answer.Stake));
    }

    /// <summary>The points of a player's answer: <c>round(points * (100 - cost) / 100)</c> of it if the player has used a hint. A hint costs nothing of what an answer takes.</summary>
    private static int Points(GameState state, Player player, Answer answer)
    {
        var question = state.Quiz.Questions[answer.Round];
        var scoredMs = TimeAccommodation.ScoredMs(state, question, player, answer);
        var points = Points(state.Settings.Formula, question, new Judgement(answer.Verdict, answer.Share), scoredMs);
        return points > 0 && question.Hint is { } hint && player.Hints.Contains(answer.Round)
            ? (int)Math.Round(points * (100 - hint.CostPercent) / 100.0, MidpointRounding.AwayFromZero)
            : points;
    }

    /// <summary>What an answer adds for the row of correct answers that it continues, where the settings have such a bonus.</summary>
    /// <param name="settings">Of the session.</param>
    /// <param name="question">One that is worth nothing has no bonus.</param>
    /// <param name="verdict">On the answer.</param>
    /// <param name="streak">Correct answers in a row, this one included.</param>
    public static int StreakBonus(SessionSettings settings, Question question, Verdict verdict, int streak) =>
        verdict == Verdict.Correct && settings.StreakBonus && question.Points > 0 ? StreakBonus(streak) : 0;

    /// <summary>
    /// The streak after a question. One that is worth nothing neither makes nor breaks a streak, nor does half an answer; no answer breaks it.
    /// </summary>
    public static int StreakAfter(int streak, Question question, Verdict? verdict) => (question.Points, verdict) switch
    {
        (0, _) or (_, Verdict.Partial or Verdict.Unscored) => streak,
        (_, Verdict.Correct) => streak + 1,
        _ => 0,
    };

    /// <summary>The same for a player, whose power-up may keep it.</summary>
    internal static int StreakAfter(Player player, int round, int streak, Question question, Verdict? verdict) =>
        PowerUpRules.On(player, round).KeepsStreak && StreakAfter(streak, question, verdict) == 0 ? streak : StreakAfter(streak, question, verdict);

    /// <summary>Kahoot's streak bonus: 100 for the second correct answer in a row, 100 more for each, 500 from the sixth.</summary>
    /// <param name="streak">Correct answers in a row, this one included.</param>
    public static int StreakBonus(int streak) => Math.Clamp((streak - 1) * 100, 0, 500);
}
