using Arena.Game.Questions;
using Arena.Grains.Ports;
using Arena.Storage.Model;
using Microsoft.EntityFrameworkCore;

namespace Arena.Storage.Quizzes;

/// <summary>The library in the relational store.</summary>
internal sealed class QuizLibrary(IDbContextFactory<ArenaDbContext> contexts) : IQuizLibrary
{
    public async Task<Quiz?> FindAsync(Guid quizId, CancellationToken cancel)
    {
        await using var context = await contexts.CreateDbContextAsync(cancel);
        var quiz = await QuizLoading.FindAsync(context, context.Quizzes, quizId, cancel);
        return quiz is null ? null : new(quiz.Row.Id, quiz.Row.Title, quiz.Questions);
    }
}
