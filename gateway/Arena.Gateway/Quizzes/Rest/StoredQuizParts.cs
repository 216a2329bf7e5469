using System.Runtime.CompilerServices;
using Arena.Game.Questions;
using Arena.Storage.Model;
using Arena.Storage.Quizzes;
using Microsoft.EntityFrameworkCore;

namespace Arena.Gateway.Quizzes.Rest;

/// <summary>A quiz of the database. Access was checked before.</summary>
internal sealed class StoredQuizParts(IDbContextFactory<ArenaDbContext> contexts, Guid id, bool isForAuthors) : IQuizParts
{
    public bool IsForAuthors => isForAuthors;

    public async Task<QuizHead?> HeadAsync(CancellationToken cancel)
    {
        await using ArenaDbContext context = await contexts.CreateDbContextAsync(cancel);
        return await context.Quizzes.AsNoTracking().SingleOrDefaultAsync(quiz => quiz.Id == id, cancel) is { } row
            ? new(row.ToContent([]) with { Folder = isForAuthors ? row.Folder : null }, new(row.UpdatedAt))
            : null;
    }

    public async IAsyncEnumerable<IReadOnlyList<Question>> QuestionsAsync([EnumeratorCancellation] CancellationToken cancel)
    {
        await using ArenaDbContext context = await contexts.CreateDbContextAsync(cancel);
        await foreach (var part in QuizLoading.PartsAsync(context, id, cancel))
            yield return part;
    }
}
