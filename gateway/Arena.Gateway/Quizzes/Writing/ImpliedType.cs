using Arena.Game.Questions;
using Arena.Game.Vocabulary;

namespace Arena.Gateway.Quizzes.Writing;

/// <summary>The type that readers make of options and a key where a file names none.</summary>
internal static class ImpliedType
{
    public static QuestionType Of(OptionsQuestion question) => question.Options.Count(option => option.IsCorrect) > 1
        ? QuestionType.MultipleChoice
        : question.Options.Length == 2 && Has(question, "true") && Has(question, "false") ? QuestionType.TrueFalse : QuestionType.SingleChoice;

    /// <summary>Counts a question that becomes one of another type.</summary>
    public static void Check(OptionsQuestion question, LossCounter losses)
    {
        if (Of(question) != question.Type)
            losses.Change(question, "type");
    }

    /// <summary>Whether a question says what the types True or False of other programs do, which have no labels, no weights and one order.</summary>
    public static bool IsPlainTrueFalse(OptionsQuestion question) =>
        question is TrueFalseQuestion { Shuffle: false, Options: [{ Label: "True", Weight: null }, { Label: "False", Weight: null }] };

    private static bool Has(OptionsQuestion question, string label) =>
        question.Options.Any(option => option.Label.Equals(label, StringComparison.OrdinalIgnoreCase));
}
