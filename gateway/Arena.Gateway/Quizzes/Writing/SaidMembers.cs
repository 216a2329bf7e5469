using Arena.Game.Questions;
using Arena.Game.Vocabulary;
using Arena.Gateway.Quizzes.Content;
using Arena.Gateway.Quizzes.Content.Types;

namespace Arena.Gateway.Quizzes.Writing;

/// <summary>
/// The members of a question that say something else than a question without them, as far as only some formats have them. What makes a question one of
/// its type (options, accepted texts, the number and its tolerance) is each writer's own matter.
/// </summary>
internal static class SaidMembers
{
    public static IEnumerable<string> Of(Question question)
    {
        if (question.Media().Any())
            yield return "media";
        if (question.Media().Any(medium => medium.Credit is not null))
            yield return "credit";
        if (question.TimeLimitMs != QuestionForms.Of(question.Type).DefaultTimeLimitMs)
            yield return "timeLimitMs";
        if (question.IsScored() && question.Points != QuizValidator.DefaultPoints)
            yield return "points";
        if (question.Explanation is not null)
            yield return "explanation";
        if (question.Hint is not null)
            yield return "hint";
        foreach (string member in OfType(question))
            yield return member;
    }

    private static IEnumerable<string> OfType(Question question) => question switch
    {
        OptionsQuestion options => OfOptions(options),
        TypedAnswerQuestion typed => Those(
            ("ignoreCase", !typed.IgnoreCase), ("ignoreAccents", !typed.IgnoreAccents), ("ignoreSpaces", !typed.IgnoreSpaces),
            ("ignorePunctuation", !typed.IgnorePunctuation), ("allowTypos", typed.AllowTypos)),
        NumberQuestion number => Those(("unit", number.Unit is not null)),
        SliderQuestion slider => Those(("tolerance", slider.Tolerance != 0), ("unit", slider.Unit is not null)),
        RatingQuestion rating => Those(("steps", rating.Steps != RatingForm.DefaultSteps), ("low", rating.Low is not null), ("high", rating.High is not null)),
        WordCloudQuestion cloud => Those(("maxWords", cloud.MaxWords != GameLimits.MaxWords)),
        _ => [],
    };

    private static IEnumerable<string> OfOptions(OptionsQuestion question)
    {
        bool isPerOption = question is MultipleChoiceQuestion { Scoring: ChoiceScoring.PerOption };
        // Where all or nothing is earned, weights mean nothing.
        bool hasWeights = (isPerOption || question is not MultipleChoiceQuestion) && question.Options.Any(option => option.Weight is not null);
        return Those(("shuffle", question.Shuffle), ("scoring", isPerOption), ("weight", hasWeights));
    }

    private static IEnumerable<string> Those(params (string Member, bool IsSaid)[] members) =>
        members.Where(member => member.IsSaid).Select(member => member.Member);
}
