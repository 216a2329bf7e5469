using Arena.Game.Questions;

namespace Arena.Gateway.Quizzes.Rest;

/// <summary>A stored quiz, read in parts: a large one is never in memory as a whole.</summary>
internal interface IQuizParts
{
    /// <returns>What it has beside its questions; null if it is gone.</returns>
    Task<QuizHead?> HeadAsync(CancellationToken cancel);

    /// <returns>Its questions in their order, some at a time.</returns>
    IAsyncEnumerable<IReadOnlyList<Question>> QuestionsAsync(CancellationToken cancel);
}

/// <summary>A stored quiz without its questions, and the version that its author saw.</summary>
internal sealed record QuizHead(string Title, string? Description, QuizVersion Version);
