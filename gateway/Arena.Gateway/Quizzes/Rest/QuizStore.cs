using Arena.Game;
using Arena.Gateway.Authority;
using Arena.Gateway.Quizzes.Content;
using Arena.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace Arena.Gateway.Quizzes.Rest;

/// <summary>A stored quiz and the version that its author saw.</summary>
internal sealed record StoredQuiz(QuizContent Content, QuizVersion Version);

/// <summary>
/// The quizzes as one author at a time may see and change them: <see cref="QuizAccess"/>. All else is not there. Every write is one transaction: all of it or nothing.
/// </summary>
internal sealed class QuizStore(IDbContextFactory<ArenaDbContext> contexts, TimeProvider clock, IOptions<QuizOptions> options)
{
    public async Task<List<QuizSummary>> ListAsync(Guid author, CancellationToken cancel)
    {
        await using ArenaDbContext context = await contexts.CreateDbContextAsync(cancel);
        return await Summarise(context, QuizAccess.Writable(context, author), author).ToListAsync(cancel);
    }

    public async Task<StoredQuiz?> FindAsync(Guid author, Guid id, CancellationToken cancel)
    {
        await using ArenaDbContext context = await contexts.CreateDbContextAsync(cancel);
        // One query, so that a quiz that is being replaced is never read half old, half new.
        QuizRow? quiz = await QuizAccess.Readable(context, author)
            .AsNoTracking()
            .AsSingleQuery()
            .Include(row => row.Questions.OrderBy(question => question.Order))
            .ThenInclude(question => question.Options.OrderBy(option => option.Order))
            .SingleOrDefaultAsync(row => row.Id == id, cancel);
        return quiz is null ? null : new(QuizRows.ToContent(quiz), new(quiz.UpdatedAt));
    }

    /// <param name="author">Who asks.</param>
    /// <param name="content">What it is to be.</param>
    /// <param name="cancel">Stops before the commit.</param>
    /// <param name="id">What its author calls it, or null for an id of the server's choice.</param>
    /// <returns>
    /// The summary, or <see cref="Refusal.InvalidToken"/> for an author who is gone, <see cref="Refusal.OutOfRange"/> for one who has too many,
    /// <see cref="Refusal.NotNow"/> if there is a quiz with this id.
    /// </returns>
    public async Task<(QuizSummary? Quiz, Refusal? Refusal)> CreateAsync(
        Guid author, QuizContent content, CancellationToken cancel, Guid? id = null)
    {
        await using ArenaDbContext context = await contexts.CreateDbContextAsync(cancel);
        await using var transaction = await context.Database.BeginTransactionAsync(cancel);
        // Touching the author's row lines up his requests, on every database, so that the count below stays true until the commit.
        int authors = await context.Users.Where(user => user.Id == author)
            .ExecuteUpdateAsync(set => set.SetProperty(user => user.CreatedAt, user => user.CreatedAt), cancel);
        if (authors == 0)
            return (null, Refusal.InvalidToken);
        if (await context.Quizzes.AnyAsync(quiz => quiz.Id == id, cancel))
            return (null, Refusal.NotNow);
        if (await QuizAccess.Owned(context, author).CountAsync(cancel) >= options.Value.MaxQuizzesPerAuthor)
            return (null, Refusal.OutOfRange);
        DateTimeOffset now = clock.GetUtcNow();
        var quiz = new QuizRow
        {
            Id = id ?? Guid.CreateVersion7(now),
            OwnerId = author,
            Title = content.Title,
            Description = content.Description,
            CreatedAt = now,
            UpdatedAt = QuizVersion.First(now).UpdatedAt,
        };
        context.Quizzes.Add(quiz);
        await context.SaveChangesAsync(cancel);
        await InsertAsync(context, QuizRows.ToRows(quiz.Id, content.Questions), cancel);
        await transaction.CommitAsync(cancel);
        return (new(quiz.Id, quiz.Title, content.Questions.Length, quiz.UpdatedAt, quiz.Visibility, null), null);
    }

    /// <param name="author">Who asks.</param>
    /// <param name="id">The quiz.</param>
    /// <param name="content">What it is to be.</param>
    /// <param name="seen">The versions of which the author saw one.</param>
    /// <param name="cancel">Stops before the commit.</param>
    /// <returns>The summary, or <see cref="Refusal.UnknownQuiz"/>, or <see cref="Refusal.NotNow"/> if the quiz has changed since.</returns>
    public async Task<(QuizSummary? Quiz, Refusal? Refusal)> ReplaceAsync(
        Guid author, Guid id, QuizContent content, IList<EntityTagHeaderValue> seen, CancellationToken cancel)
    {
        await using ArenaDbContext context = await contexts.CreateDbContextAsync(cancel);
        await using var transaction = await context.Database.BeginTransactionAsync(cancel);
        IQueryable<QuizRow> quiz = QuizAccess.Writable(context, author).Where(row => row.Id == id);
        if (await Summarise(context, quiz, author).SingleOrDefaultAsync(cancel) is not { } before)
            return (null, Refusal.UnknownQuiz);
        var current = new QuizVersion(before.UpdatedAt);
        if (!current.IsAmong(seen))
            return (null, Refusal.NotNow);
        QuizVersion next = current.Next(clock.GetUtcNow());
        int replaced = await quiz.Where(row => row.UpdatedAt == before.UpdatedAt).ExecuteUpdateAsync(
            set => set
                .SetProperty(row => row.Title, content.Title)
                .SetProperty(row => row.Description, content.Description)
                .SetProperty(row => row.UpdatedAt, next.UpdatedAt),
            cancel);
        if (replaced == 0)
            return (null, Refusal.NotNow);
        await context.Questions.Where(question => question.QuizId == id).ExecuteDeleteAsync(cancel);
        await InsertAsync(context, QuizRows.ToRows(id, content.Questions), cancel);
        await transaction.CommitAsync(cancel);
        return (before with { Title = content.Title, QuestionCount = content.Questions.Length, UpdatedAt = next.UpdatedAt }, null);
    }

    /// <returns>Whether there was one.</returns>
    public async Task<bool> DeleteAsync(Guid author, Guid id, CancellationToken cancel)
    {
        await using ArenaDbContext context = await contexts.CreateDbContextAsync(cancel);
        return await QuizAccess.Owned(context, author).Where(quiz => quiz.Id == id).ExecuteDeleteAsync(cancel) > 0;
    }

    /// <summary>Quizzes as a list shows them, the last changed first; owners are named who are not the caller.</summary>
    public static IQueryable<QuizSummary> Summarise(ArenaDbContext context, IQueryable<QuizRow> quizzes, Guid? caller) => quizzes
        .OrderByDescending(quiz => quiz.UpdatedAt)
        .Select(quiz => new QuizSummary(
            quiz.Id, quiz.Title, quiz.Questions.Count, quiz.UpdatedAt, quiz.Visibility,
            context.Users.Where(user => user.Id == quiz.OwnerId && user.Id != caller && user.NameKey != null)
                .Select(user => user.Username).SingleOrDefault()));

    private static async Task InsertAsync(ArenaDbContext context, QuestionRow[] questions, CancellationToken cancel)
    {
        await RowBatches.InsertAsync(context, questions, cancel);
        await RowBatches.InsertAsync(context, questions.SelectMany(question => question.Options), cancel);
    }
}
