using System.Collections.Immutable;
using Arena.Game.Questions;

namespace Arena.Gateway.Quizzes.Content;

/// <summary>
/// A quiz that may be stored and played: normalised, and inside every limit. Only <see cref="QuizValidator"/> makes one. Its questions have ids only if
/// they are stored.
/// </summary>
internal sealed record QuizContent(string Title, string? Description, ImmutableArray<Question> Questions)
{
    /// <summary>No two of them with the same key.</summary>
    public ImmutableArray<string> Tags { get; init; } = [];

    public string? Folder { get; init; }
}
