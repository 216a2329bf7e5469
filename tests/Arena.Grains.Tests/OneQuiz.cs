using System.Collections.Immutable;
using Arena.Game.Questions;
using Arena.Grains.Ports;

namespace Arena.Grains.Tests;

/// <summary>A library with one quiz of two questions, the first option of each being right.</summary>
internal sealed class OneQuiz : IQuizLibrary
{
    public const int TimeLimitMs = 20_000;

    public static Guid Id { get; } = Guid.NewGuid();

    public Task<Quiz?> FindAsync(Guid quizId, ImmutableArray<Guid> drawn, CancellationToken cancel) => Task.FromResult(quizId == Id ? Quiz : null);

    private static Quiz? Quiz => new(Id, "One", [.. Enumerable.Range(0, 2).Select(number => new SingleChoiceQuestion(
        Guid.NewGuid(), $"Question {number}", [new("right", true), new("wrong", false)], TimeLimitMs, 1000))]);
}
