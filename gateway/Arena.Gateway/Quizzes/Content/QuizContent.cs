using System.Collections.Immutable;
using Arena.Game.Questions;
using Arena.Game.Vocabulary;

namespace Arena.Gateway.Quizzes.Content;

/// <summary>A quiz that may be stored and played: normalised, and inside every limit. Only <see cref="QuizValidator"/> makes one.</summary>
internal sealed record QuizContent(string Title, string? Description, ImmutableArray<QuestionContent> Questions);

/// <summary>A question of such a quiz.</summary>
internal sealed record QuestionContent(
    QuestionType Type, string Prompt, ImmutableArray<Option> Options, int TimeLimitMs, int Points, string? Explanation);
