using Arena.Game.Questions;

namespace Arena.Gateway.Quizzes.Writing;

/// <summary>
/// What the options of a question earn, in per cent, as Moodle's formats say it. There, a right option of one is worth the whole, and of several a part;
/// a wrong one earns nothing or takes something.
/// </summary>
internal static class OptionShares
{
    public const decimal Whole = 100;

    private const int Decimals = 5;
    private const decimal Least = 0.00001m;

    /// <summary>The share of each option where one is to be chosen; what cannot be said so is counted.</summary>
    public static decimal[] OfOne(OptionsQuestion question, LossCounter losses)
    {
        if (question is MultipleChoiceQuestion { Scoring: ChoiceScoring.AllOrNothing })
            return [.. question.Options.Select(option => option.IsCorrect ? Whole : 0)];
        if (question.Options.Any(option => option is { IsCorrect: true, Weight: not null }))
            losses.Change(question, "weight");
        return [.. question.Options.Select(option => option.IsCorrect ? Whole : Math.Round((decimal)(option.Weight ?? 0) * Whole, Decimals))];
    }

    /// <summary>The same where several are to be chosen.</summary>
    public static decimal[] OfSeveral(MultipleChoiceQuestion question, LossCounter losses)
    {
        decimal part = Whole / question.Options.Count(option => option.IsCorrect);
        // All or nothing has no word there: any wrong option takes everything.
        if (question.Scoring == ChoiceScoring.AllOrNothing)
        {
            losses.Change(question, "scoring");
            return [.. question.Options.Select(option => option.IsCorrect ? Math.Round(part, Decimals) : -Whole)];
        }
        if (question.Options.Any(option => option is { IsCorrect: false, Weight: > 0 }))
            losses.Change(question, "weight");
        return [.. question.Options.Select(option => Share(option, part))];
    }

    private static decimal Share(Option option, decimal part)
    {
        decimal share = Math.Round(option.Weight is { } weight ? (decimal)weight * Whole : option.IsCorrect ? part : -part, Decimals);
        return option.IsCorrect ? Math.Max(share, Least) : Math.Min(share, 0);
    }
}
