using System.Collections.Immutable;
using Arena.Game.Questions;

namespace Arena.Grains.Ports;

/// <summary>Where a session's quiz is copied from at launch.</summary>
public interface IQuizLibrary
{
    /// <param name="quizId">The quiz.</param>
    /// <param name="drawn">Questions to play instead of the quiz's own, of any quizzes; none for the quiz's own.</param>
    /// <param name="cancel">Stops the reading.</param>
    /// <returns>The quiz as it is now, with the drawn questions in the order given; null if it, or one of them, is gone.</returns>
    Task<Quiz?> FindAsync(Guid quizId, ImmutableArray<Guid> drawn, CancellationToken cancel);

    /// <returns>The quiz of a homework, as it was when it was set; null if there is no such homework.</returns>
    Task<Quiz?> FindHomeworkAsync(Guid homeworkId, CancellationToken cancel) => Task.FromResult<Quiz?>(null);
}
