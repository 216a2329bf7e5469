using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Arena.Game.Vocabulary;
using Arena.Gateway.Quizzes.Content;

namespace Arena.Gateway.Quizzes.Rest;

/// <summary>A quiz in Arena's own JSON, as it is exported; reading is stricter than any binding (see the JSON Schema).</summary>
/// <param name="Arena">Version of the format: 1.</param>
/// <param name="Title">1 to 120 characters.</param>
/// <param name="Description">Up to 1,000 characters.</param>
/// <param name="Questions">1 to 5,000 (2,500 by default without an account), in the order they are asked.</param>
public sealed record QuizDocument(
    [property: Required] int Arena, [property: Required] string Title, string? Description,
    [property: Required] IReadOnlyList<QuestionDocument> Questions)
{
    private const int Version = 1;

    internal static QuizDocument Of(QuizContent quiz) =>
        new(Version, quiz.Title, quiz.Description, [.. quiz.Questions.Select(QuestionDocument.Of)]);
}

/// <param name="Type">How it is answered.</param>
/// <param name="Prompt">The question, 1 to 500 characters.</param>
/// <param name="Options">2 to 8 (2 for true or false), exactly one of them correct.</param>
/// <param name="TimeLimitMs">How long it is open, 5,000 to 240,000 milliseconds.</param>
/// <param name="Points">What the right answer is worth at most: 0, 1000 or 2000.</param>
/// <param name="Explanation">Shown with the right answer, up to 500 characters.</param>
public sealed record QuestionDocument(
    [property: Required] QuestionType Type, [property: Required] string Prompt, [property: Required] IReadOnlyList<OptionDocument> Options,
    [property: DefaultValue(GameLimits.DefaultTimeLimitMs)] int TimeLimitMs, [property: DefaultValue(1000)] int Points, string? Explanation)
{
    internal static QuestionDocument Of(QuestionContent question) => new(
        question.Type, question.Prompt, [.. question.Options.Select(option => new OptionDocument(option.Label, option.IsCorrect))],
        question.TimeLimitMs, question.Points, question.Explanation);
}

/// <param name="Label">1 to 150 characters, other than its neighbours'.</param>
/// <param name="Correct">Whether this is the right answer.</param>
public sealed record OptionDocument([property: Required] string Label, bool Correct);
