using System.ComponentModel.DataAnnotations;
using Arena.Game.Questions;
using Arena.Gateway.Quizzes.Content;

namespace Arena.Gateway.Quizzes.Rest;

/// <summary>A quiz in Arena's own JSON, as it is exported; reading is stricter than any binding (see the JSON Schema).</summary>
/// <param name="Arena">Version of the format: 1.</param>
/// <param name="Title">1 to 120 characters.</param>
/// <param name="Description">Up to 1,000 characters.</param>
/// <param name="Tags">Up to 10 of 1 to 30 characters, to find the quiz by.</param>
/// <param name="Folder">Where its author keeps it: up to 60 characters.</param>
/// <param name="Questions">1 to 5,000 (2,000 by default without an account), in the order they are asked.</param>
public sealed record QuizDocument(
    [property: Required] int Arena, [property: Required] string Title, string? Description, IReadOnlyList<string>? Tags, string? Folder,
    [property: Required] IReadOnlyList<Question> Questions)
{
    private const int Version = 1;

    internal static QuizDocument Of(QuizContent quiz) => new(
        Version, quiz.Title, quiz.Description, quiz.Tags.IsEmpty ? null : quiz.Tags, quiz.Folder, quiz.Questions);
}
