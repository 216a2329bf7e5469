using System.Globalization;
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
        $"{question.Prompt}{(question.Medium is { } medium ? $" [{medium.Alt}]" : "")} -> {Key(question)}",
        question.TimeLimitMs == GameLimits.DefaultTimeLimitMs || question is SlideQuestion ? null : $"[{question.TimeLimitMs / 1000} s]",
        question.Explanation is null ? null : $"({question.Explanation})",
    }.OfType<string>());

    /// <summary>Single choice and true or false without their name; a weight in brackets.</summary>
    private static string Key(Question question) => question switch
    {
        SingleChoiceQuestion or TrueFalseQuestion => Options(question),
        MultipleChoiceQuestion choice => $"{choice.Type} {(choice.Scoring == ChoiceScoring.PerOption ? "per option " : "")}{Options(question)}",
        PollQuestion => $"{question.Type} {Options(question)}",
        TypedAnswerQuestion typed => $"{typed.Type} {string.Join(" / ", typed.Accepted)}{(typed.IgnoreCase ? "" : " (case)")}",
        NumberQuestion number => string.Create(CultureInfo.InvariantCulture, $"{number.Type} {number.Value} ±{number.Tolerance} {number.Scoring} {number.Decimals}"),
        SliderQuestion slider => string.Create(CultureInfo.InvariantCulture, $"{slider.Type} {slider.Min}..{slider.Max} by {slider.Step}: {slider.Value} ±{slider.Tolerance}"),
        OrderQuestion order => $"{order.Type} {string.Join(" / ", order.Items)}",
        MatchQuestion match => $"{match.Type} {string.Join(" / ", match.Pairs.Select(pair => $"{pair.Left} = {pair.Right}"))}",
        SlideQuestion slide => $"{slide.Type} {slide.Body}",
        _ => $"{question.Type}",
    };

    private static string Options(Question question) => string.Join(" / ", question.Options().Select(option =>
        string.Create(CultureInfo.InvariantCulture, $"{(option.IsCorrect ? "*" : "")}{option.Label}{(option.Weight is { } weight ? $" ({weight})" : "")}")));
}
