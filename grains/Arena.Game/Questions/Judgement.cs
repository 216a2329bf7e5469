using Arena.Game.Vocabulary;

namespace Arena.Game.Questions;

/// <summary>What an answer is worth.</summary>
/// <param name="Verdict">Whether it is right.</param>
/// <param name="Share">Which share of the question's points it earns, from -1 to 1.</param>
public readonly record struct Judgement(Verdict Verdict, double Share)
{
    /// <summary>All of it is right.</summary>
    public static Judgement Correct { get; } = new(Verdict.Correct, 1);

    /// <summary>It earns nothing.</summary>
    public static Judgement Wrong { get; } = new(Verdict.Wrong, 0);

    /// <summary>Nothing is right or wrong.</summary>
    public static Judgement Unscored { get; } = new(Verdict.Unscored, 0);

    /// <summary>Right or wrong, and nothing between.</summary>
    public static Judgement Of(bool isCorrect) => isCorrect ? Correct : Wrong;

    /// <summary>What earns a share: all of it is right, a part, or nothing.</summary>
    public static Judgement OfShare(double share) => share >= 1 ? Correct : new(share > 0 ? Verdict.Partial : Verdict.Wrong, share);
}
