using Arena.Game.Questions;

namespace Arena.Gateway.Quizzes.Writing;

/// <summary>Writes a quiz as a file of a format, one question after another, so that a large one is never in memory as a whole. Owns its output.</summary>
internal interface IQuizWriter : IDisposable
{
    /// <summary>Adds a question, and counts what the format cannot say of it.</summary>
    void Add(Question question);

    /// <summary>Ends the file.</summary>
    void Finish();
}
