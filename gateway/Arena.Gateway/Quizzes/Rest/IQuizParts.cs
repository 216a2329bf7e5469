using Arena.Game.Questions;
using Arena.Gateway.Quizzes.Content;

namespace Arena.Gateway.Quizzes.Rest;

/// <summary>A stored quiz, read in parts: a large one is never in memory as a whole.</summary>
internal interface IQuizParts
{
    /// <summary>Whether those who may change it read it: they alone see its folder.</summary>
    bool IsForAuthors { get; }

    /// <returns>What it has beside its questions; null if it is gone.</returns>
    Task<QuizHead?> HeadAsync(CancellationToken cancel);

    /// <returns>Its questions in their order, some at a time.</returns>
    IAsyncEnumerable<IReadOnlyList<Question>> QuestionsAsync(CancellationToken cancel);
}

/// <param name="Content">A stored quiz without its questions.</param>
/// <param name="Version">That its author saw.</param>
internal sealed record QuizHead(QuizContent Content, QuizVersion Version);
