using System.Collections.Immutable;
using Arena.Game.Questions;
using Arena.Game.Vocabulary;

namespace Arena.Game.Rules.PowerUps;

/// <summary>A row of the catalogue: what a kind of power-up does, and on which types of questions.</summary>
/// <param name="Kind">Which one.</param>
/// <param name="Effect">What it does.</param>
/// <param name="Types">The types on which it has an effect: always some where something is right or wrong.</param>
public sealed record PowerUp(PowerUpKind Kind, PowerUpEffect Effect, ImmutableArray<QuestionType> Types)
{
    private static readonly ImmutableArray<QuestionType> Scored =
    [
        QuestionType.SingleChoice, QuestionType.TrueFalse, QuestionType.MultipleChoice, QuestionType.TypedAnswer, QuestionType.Number,
        QuestionType.Slider, QuestionType.Order, QuestionType.Match, QuestionType.Pin,
    ];

    /// <summary>All of them. Parameters are changed here: an effect that was used already stays as it is in its log.</summary>
    public static ImmutableArray<PowerUp> All { get; } =
    [
        new(PowerUpKind.DoublePoints, new DoublePointsEffect(Factor: 2), Scored),
        new(PowerUpKind.FiftyFifty, new FiftyFiftyEffect(Percent: 50), [QuestionType.SingleChoice]),
        new(PowerUpKind.ExtraTime, new ExtraTimeEffect(Percent: 50), Scored),
        new(PowerUpKind.StreakFreeze, new StreakFreezeEffect(), Scored),
        // Of two options the second answer would always be right.
        new(PowerUpKind.SecondChance, new SecondChanceEffect(Percent: 50), Scored.Remove(QuestionType.TrueFalse)),
        new(PowerUpKind.Shield, new ShieldEffect(), Scored),
    ];

    internal PowerUpRules Rules => PowerUpRules.Of(Effect);

    /// <summary>The row of a kind, or null if there is no such kind.</summary>
    internal static PowerUp? Of(PowerUpKind kind) => All.FirstOrDefault(powerUp => powerUp.Kind == kind);

    /// <summary>Whether it has an effect on a question, for any player who can still earn its points.</summary>
    internal bool Fits(State.GameState state, Question question) =>
        question.Points > 0 && Types.Contains(question.Type) && Rules.Fits(state.Settings) && Rules.Fits(state, question);
}
