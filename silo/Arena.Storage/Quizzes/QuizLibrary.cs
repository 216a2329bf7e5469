using System.Collections.Immutable;
using Arena.Game.Questions;
using Arena.Grains;
using Arena.Grains.Ports;
using Arena.Storage.Model;
using Microsoft.EntityFrameworkCore;

namespace Arena.Storage.Quizzes;

/// <summary>The library in the relational store.</summary>
internal sealed class QuizLibrary(IDbContextFactory<ArenaDbContext> contexts) : IQuizLibrary
{
    public async Task<Quiz?> FindAsync(Guid quizId, ImmutableArray<Guid> drawn, CancellationToken cancel)
    {
        await using var context = await contexts.CreateDbContextAsync(cancel);
        if (drawn.Length > 0)
            return await FindDrawnAsync(context, quizId, drawn, cancel);
        var quiz = await QuizLoading.FindAsync(context, context.Quizzes, quizId, cancel);
        return quiz is null ? null : new(quiz.Row.Id, quiz.Row.Title, quiz.Questions);
    }

    public async Task<Quiz?> FindHomeworkAsync(Guid homeworkId, CancellationToken cancel)
    {
        await using var context = await contexts.CreateDbContextAsync(cancel);
        var json = await context.Homeworks.Where(row => row.Id == homeworkId).Select(row => row.QuizJson).SingleOrDefaultAsync(cancel);
        return json is null ? null : QuizSnapshot.Read(json);
    }

    private static async Task<Quiz?> FindDrawnAsync(ArenaDbContext context, Guid quizId, ImmutableArray<Guid> drawn, CancellationToken cancel)
    {
        var title = await context.Quizzes.Where(quiz => quiz.Id == quizId).Select(quiz => quiz.Title).SingleOrDefaultAsync(cancel);
        if (title is null)
            return null;
        var questions = await QuizLoading.QuestionsAsync(context, [.. drawn], cancel);
        return drawn.All(questions.ContainsKey) ? new(quizId, title, [.. drawn.Select(id => questions[id])]) : null;
    }
}
