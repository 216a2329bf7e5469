using Arena.Game.Questions;
using Arena.Game.Vocabulary;
using Arena.Gateway.Quizzes.Reading;

namespace Arena.Gateway.Tests.Quizzes;

/// <summary>The result of reading a file in one line for each question, fault and warning.</summary>
internal static class QuizOutcome
{
    public static IEnumerable<string> Of(QuizReading reading) =>
    [
        .. reading.Content?.Questions.Select(Shown) ?? [],
        .. reading.Errors.Select(error => string.Join(' ', new object?[] { error.Code, error.Line, error.Path, error.Member, error.Limit }.OfType<object>())),
        .. reading.Warnings.Select(warning => $"warning {warning.Code} {warning.Line} x{warning.Count}"),
    ];

    private static string Shown(Question question) => string.Join(' ', new[]
    {
        $"{question.Prompt} -> {string.Join(" / ", question.Options().Select(option => option.IsCorrect ? $"*{option.Label}" : option.Label))}",
        question.TimeLimitMs == GameLimits.DefaultTimeLimitMs ? null : $"[{question.TimeLimitMs / 1000} s]",
        question.Explanation is null ? null : $"({question.Explanation})",
    }.OfType<string>());
}
