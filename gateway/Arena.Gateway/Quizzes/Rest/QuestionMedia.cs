using Arena.Game.Vocabulary;

namespace Arena.Gateway.Quizzes.Rest;

/// <summary>The media that a question of a file names.</summary>
/// <param name="Type">Of the question.</param>
/// <param name="Names">Of its media.</param>
internal sealed record QuestionMedia(QuestionType Type, IReadOnlyList<string> Names);
