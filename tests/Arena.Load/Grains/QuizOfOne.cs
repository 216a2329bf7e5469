using System.Collections.Immutable;
using Arena.Game.Questions;
using Arena.Grains.Ports;

namespace Arena.Load.Grains;

/// <summary>A library with one quiz.</summary>
internal sealed class QuizOfOne(int questions) : IQuizLibrary
{
    /// <summary>Right in every question.</summary>
    public const int RightChoice = 0;

    private readonly Quiz _quiz = new(Guid.NewGuid(), "Load", [.. Enumerable.Range(0, questions).Select(number => new SingleChoiceQuestion(
        Guid.NewGuid(), $"Question {number}", [new("right", true), new("wrong", false)], 20_000, 1_000))]);

    public Guid Id => _quiz.Id;

    public Task<Quiz?> FindAsync(Guid quizId, ImmutableArray<Guid> drawn, CancellationToken cancel) => Task.FromResult(quizId == _quiz.Id ? _quiz : null);
}
