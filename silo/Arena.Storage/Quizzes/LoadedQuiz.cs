using System.Collections.Immutable;
using Arena.Game.Questions;
using Arena.Storage.Model;

namespace Arena.Storage.Quizzes;

/// <summary>A stored quiz with its questions.</summary>
/// <param name="Row">The quiz itself, without its questions.</param>
/// <param name="Questions">In their order, with their options in theirs.</param>
public sealed record LoadedQuiz(QuizRow Row, ImmutableArray<Question> Questions);
