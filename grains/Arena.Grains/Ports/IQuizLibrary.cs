using Arena.Game.Questions;

namespace Arena.Grains.Ports;

/// <summary>Where a session's quiz is copied from at launch.</summary>
public interface IQuizLibrary
{
    /// <summary>The quiz as it is now, or null.</summary>
    Task<Quiz?> FindAsync(Guid quizId, CancellationToken cancel);
}
