using System.Buffers.Text;
using System.Security.Cryptography;
using Arena.Game.Questions;
using Arena.Grains;
using Arena.Storage.Model;
using Microsoft.EntityFrameworkCore;

namespace Arena.Gateway.Homework;

/// <summary>The homework that accounts have set. What a caller may not see answers as if it did not exist.</summary>
internal sealed class HomeworkStore(IDbContextFactory<ArenaDbContext> contexts, TimeProvider clock)
{
    private const int TokenBytes = 18;

    /// <returns>The new homework; null if the account keeps as much as it may.</returns>
    public async Task<HomeworkRow?> SetAsync(Guid owner, NewHomework wanted, string title, Quiz quiz, int max, CancellationToken cancel)
    {
        await using var context = await contexts.CreateDbContextAsync(cancel);
        if (await context.Homeworks.CountAsync(row => row.OwnerId == owner, cancel) >= max)
            return null;
        var now = clock.GetUtcNow();
        var homework = new HomeworkRow
        {
            Id = Guid.CreateVersion7(now),
            OwnerId = owner,
            QuizId = quiz.Id,
            Title = title,
            QuizJson = QuizSnapshot.Write(quiz with { Title = title }),
            Questions = quiz.Questions.Length,
            Token = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(TokenBytes)),
            OpensAt = wanted.OpensAt,
            DueAt = wanted.DueAt,
            AcceptsLate = wanted.AcceptsLate,
            MaxAttempts = wanted.MaxAttempts,
            Shuffle = wanted.Shuffle,
            FeedbackAtEnd = wanted.FeedbackAtEnd,
            Untimed = wanted.Untimed,
            CreatedAt = now,
        };
        context.Homeworks.Add(homework);
        await context.SaveChangesAsync(cancel);
        return homework;
    }

    /// <returns>What the caller set, and what others set of its quizzes, the newest first.</returns>
    public async Task<List<HomeworkReply>> ListAsync(Guid caller, int most, Func<string, string> link, CancellationToken cancel)
    {
        await using var context = await contexts.CreateDbContextAsync(cancel);
        var rows = await Counted(context, HomeworkAccess.Managed(context, caller).OrderByDescending(row => row.CreatedAt).Take(most)).ToListAsync(cancel);
        return rows.ConvertAll(row => row.ToReply(link));
    }

    public async Task<HomeworkReply?> FindAsync(Guid caller, Guid id, Func<string, string> link, CancellationToken cancel)
    {
        await using var context = await contexts.CreateDbContextAsync(cancel);
        return (await Counted(context, HomeworkAccess.Managed(context, caller).Where(row => row.Id == id)).SingleOrDefaultAsync(cancel))?.ToReply(link);
    }

    /// <summary>Sets another due date. A closed homework is open again.</summary>
    public async Task<bool> ChangeAsync(Guid caller, Guid id, HomeworkChange change, CancellationToken cancel)
    {
        await using var context = await contexts.CreateDbContextAsync(cancel);
        return await HomeworkAccess.Managed(context, caller).Where(row => row.Id == id).ExecuteUpdateAsync(
            set => set.SetProperty(row => row.DueAt, change.DueAt).SetProperty(row => row.AcceptsLate, change.AcceptsLate)
                .SetProperty(row => row.ClosedAt, (DateTimeOffset?)null),
            cancel) > 0;
    }

    /// <summary>No attempt begins any more. Those that are under way are still to be ended.</summary>
    public async Task<bool> CloseAsync(Guid caller, Guid id, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        await using var context = await contexts.CreateDbContextAsync(cancel);
        return await HomeworkAccess.Managed(context, caller).Where(row => row.Id == id)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.ClosedAt, row => row.ClosedAt ?? now), cancel) > 0;
    }

    /// <summary>Deletes a homework with its players and results.</summary>
    public async Task<bool> RemoveAsync(Guid caller, Guid id, CancellationToken cancel)
    {
        await using var context = await contexts.CreateDbContextAsync(cancel);
        return await HomeworkAccess.Managed(context, caller).Where(row => row.Id == id).ExecuteDeleteAsync(cancel) > 0;
    }

    private static IQueryable<CountedHomework> Counted(ArenaDbContext context, IQueryable<HomeworkRow> rows) => rows.AsNoTracking().Select(row => new CountedHomework(
        row,
        context.HomeworkPlayers.Count(player => player.HomeworkId == row.Id),
        context.HomeworkPlayers.Count(player => player.HomeworkId == row.Id
            && context.HomeworkAttempts.Any(attempt => attempt.PlayerId == player.Id && attempt.EndedAt != null))));

    private sealed record CountedHomework(HomeworkRow Row, int Players, int Finished)
    {
        public HomeworkReply ToReply(Func<string, string> link) => new(
            Row.Id, Row.QuizId, Row.Title, link(Row.Token), Row.Questions, Row.OpensAt, Row.DueAt, Row.AcceptsLate, Row.MaxAttempts, Row.Shuffle, Row.FeedbackAtEnd,
            Row.Untimed, Row.CreatedAt, Row.ClosedAt is not null, Players, Finished);
    }
}
