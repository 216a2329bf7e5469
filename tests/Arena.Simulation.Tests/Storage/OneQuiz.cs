using System.Collections.Immutable;
using Arena.Game.Questions;
using Arena.Game.Vocabulary;
using Arena.Grains.Ports;

namespace Arena.Simulation.Tests.Storage;

/// <summary>A library with one quiz of short questions, the first option of each being right.</summary>
internal sealed class OneQuiz(int questions) : IQuizLibrary
{
    public static Guid Id { get; } = new("11111111-1111-1111-1111-111111111111");

    private readonly Quiz _quiz = new(Id, "One", [.. Enumerable.Range(0, questions).Select(number => new SingleChoiceQuestion(
        new Guid(number + 1, 0, 0, [0, 0, 0, 0, 0, 0, 0, 0]), $"Question {number}",
        [new("right", true), new("wrong", false)], GameLimits.MinTimeLimitMs, 1000))]);

    public Task<Quiz?> FindAsync(Guid quizId, ImmutableArray<Guid> drawn, CancellationToken cancel) => Task.FromResult(quizId == Id ? _quiz : null);
}
