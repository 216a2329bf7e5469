using Arena.Game.Vocabulary;

namespace Arena.Gateway.Quizzes.Writing;

/// <summary>The media that a question of a file names.</summary>
/// <param name="Type">Of the question.</param>
/// <param name="Names">Of its media, in the order of the file.</param>
internal sealed record QuestionMedia(QuestionType Type, IReadOnlyList<string> Names);
