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
        // One query, so that a quiz which is being edited is never read half old, half new.
        var quiz = await context.Quizzes
            .AsNoTracking()
            .AsSingleQuery()
            .Include(row => row.Questions.OrderBy(question => question.Order))
            .ThenInclude(question => question.Options.OrderBy(option => option.Order))
            .SingleOrDefaultAsync(row => row.Id == quizId, cancel);
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
