using Arena.Game;
using Arena.Grains;
using Microsoft.EntityFrameworkCore;

namespace Arena.Storage;

/// <summary>The library in the relational store.</summary>
internal sealed class QuizLibrary(IDbContextFactory<ArenaDbContext> contexts) : IQuizLibrary
{
    public async Task<Quiz?> FindAsync(Guid quizId, CancellationToken cancel)
    {
        await using var context = await contexts.CreateDbContextAsync(cancel);
        var quiz = await QuizLoading.FindAsync(context, context.Quizzes, quizId, cancel);
        return quiz is null ? null : new(quiz.Id, quiz.Title, [.. quiz.Questions.Select(ToQuestion)]);
    }

    private static Question ToQuestion(QuestionRow row) => new(
        row.Id,
        row.Type,
        row.Prompt,
        [.. row.Options.Select(option => new Option(option.Label, option.IsCorrect))],
        row.TimeLimitMs,
        row.Points,
        row.Explanation);
}
