using Arena.Game.Vocabulary;
using Arena.Gateway.Authority;
using Arena.Gateway.Configuration;
using Arena.Gateway.Media.Uploads;
using Arena.Gateway.Quizzes.Content;
using Arena.Storage.Model;
using Arena.Storage.Quizzes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace Arena.Gateway.Quizzes.Rest;

/// <summary>A stored quiz and the version that its author saw.</summary>
internal sealed record StoredQuiz(QuizContent Content, QuizVersion Version);

/// <summary>
/// The quizzes as one author at a time may see and change them: <see cref="QuizAccess"/>. All others do not exist for it. Questions are written to a hidden quiz, and a short transaction makes them the quiz: all of it or nothing.
/// </summary>
internal sealed class QuizStore(IDbContextFactory<ArenaDbContext> contexts, QuizStaging staging, QuizQuota quota, TimeProvider clock, IOptions<QuizOptions> options)
{
    public async Task<List<QuizSummary>> ListAsync(Guid author, QuizFilter filter, CancellationToken cancel)
    {
        await using ArenaDbContext context = await contexts.CreateDbContextAsync(cancel);
        return await Summarise(context, await filter.ApplyAsync(context, author, cancel), author).ToListAsync(cancel);
    }

    /// <summary>By what the author's quizzes can be filtered. Their number is limited, so they are counted here.</summary>
    public async Task<QuizLabels> LabelsAsync(Guid author, CancellationToken cancel)
    {
        await using ArenaDbContext context = await contexts.CreateDbContextAsync(cancel);
        var quizzes = await QuizAccess.Writable(context, author).OrderByDescending(quiz => quiz.UpdatedAt)
            .Select(quiz => new { quiz.Tags, quiz.Folder }).ToListAsync(cancel);
        return new(
            Count(quizzes.SelectMany(quiz => QuizTags.Read(quiz.Tags))),
            Count(quizzes.Select(quiz => quiz.Folder).OfType<string>()));

        static QuizLabel[] Count(IEnumerable<string> names) =>
            [.. names.GroupBy(QuizTags.Key).OrderBy(same => same.Key, StringComparer.Ordinal).Select(same => new QuizLabel(same.First(), same.Count()))];
    }

    /// <summary>How many questions a game can draw from.</summary>
    /// <returns>Null if the author may not see the quiz.</returns>
    public async Task<int?> DrawableAsync(Guid author, Guid id, IReadOnlyCollection<string> tags, CancellationToken cancel)
    {
        await using ArenaDbContext context = await contexts.CreateDbContextAsync(cancel);
        return await QuizAccess.Readable(context, author).AnyAsync(quiz => quiz.Id == id, cancel)
            ? await (await QuizAccess.DrawableAsync(context, author, id, tags, cancel)).CountAsync(cancel)
            : null;
    }

    /// <returns>
    /// The version of a quiz that the author may read with its key, and whether they may change it, or <see cref="GameErrorCode.UnknownQuiz"/>, or <see cref="GameErrorCode.QuizInPlay"/>.
    /// </returns>
    public async Task<(QuizVersion? Version, bool IsAuthor, GameErrorCode? Refusal)> FindVersionAsync(Guid author, Guid id, CancellationToken cancel)
    {
        await using ArenaDbContext context = await contexts.CreateDbContextAsync(cancel);
        IQueryable<QuizRow> withKey = QuizAccess.WithKey(context, author, clock.GetUtcNow()), writable = QuizAccess.Writable(context, author);
        var found = await QuizAccess.Readable(context, author).Where(quiz => quiz.Id == id)
            .Select(quiz => new { quiz.UpdatedAt, HasKey = withKey.Any(other => other.Id == id), IsAuthor = writable.Any(other => other.Id == id) }).SingleOrDefaultAsync(cancel);
        return found switch
        {
            null => (null, false, GameErrorCode.UnknownQuiz),
            { HasKey: false } => (null, false, GameErrorCode.QuizInPlay),
            _ => (new(found.UpdatedAt), found.IsAuthor, null),
        };
    }

    /// <returns>The version of a quiz that the author may change, or null if there is none.</returns>
    public async Task<QuizVersion?> FindWritableAsync(Guid author, Guid id, CancellationToken cancel)
    {
        await using ArenaDbContext context = await contexts.CreateDbContextAsync(cancel);
        return await QuizAccess.Writable(context, author).Where(quiz => quiz.Id == id).Select(quiz => new QuizVersion(quiz.UpdatedAt)).SingleOrDefaultAsync(cancel);
    }

    /// <summary>What a list shows of a quiz that the author may see.</summary>
    public async Task<QuizSummary?> SummaryAsync(Guid author, Guid id, CancellationToken cancel)
    {
        await using ArenaDbContext context = await contexts.CreateDbContextAsync(cancel);
        return await Summarise(context, QuizAccess.Readable(context, author).Where(quiz => quiz.Id == id), author).SingleOrDefaultAsync(cancel);
    }

    /// <summary>A quiz to be read in parts, without checking access.</summary>
    /// <param name="id">The quiz.</param>
    /// <param name="isForAuthors">Whether those who may change it read it.</param>
    public IQuizParts PartsOf(Guid id, bool isForAuthors) => new StoredQuizParts(contexts, id, isForAuthors);

    /// <summary>Loads a quiz, without checking access.</summary>
    public async Task<StoredQuiz?> LoadAsync(Guid id, CancellationToken cancel)
    {
        await using ArenaDbContext context = await contexts.CreateDbContextAsync(cancel);
        LoadedQuiz? quiz = await QuizLoading.FindAsync(context, context.Quizzes, id, cancel);
        return quiz is null ? null : new(quiz.Row.ToContent(quiz.Questions), new(quiz.Row.UpdatedAt));
    }

    /// <param name="author">Who asks.</param>
    /// <param name="content">What it is to be.</param>
    /// <param name="cancel">Stops before the commit.</param>
    /// <param name="id">What its author calls it, or null for an id of the server's choice.</param>
    /// <param name="media">What came with it: the author's from here on, unless the quiz is refused.</param>
    /// <returns>
    /// The summary, or <see cref="GameErrorCode.InvalidToken"/> for an author who is gone, <see cref="GameErrorCode.OutOfRange"/> for one with too many,
    /// <see cref="GameErrorCode.NotNow"/> if there is a quiz with this id, or what <see cref="QuizQuota"/> refuses with.
    /// </returns>
    public async Task<(QuizSummary? Quiz, GameErrorCode? Refusal)> CreateAsync(
        StoringAuthor author, QuizContent content, CancellationToken cancel, Guid? id = null, MediaBatch? media = null)
    {
        await using ArenaDbContext context = await contexts.CreateDbContextAsync(cancel);
        long size = QuizSize.Of(content);
        (Guid? written, GameErrorCode? refused) = await StageAsync(context, author, content, size, id, cancel);
        if (written is not { } staged)
            return (null, refused);
        if (await OrRemovedAsync(staged, () => PublishAsync(context, author, content, size, staged, id, media, cancel)) is { } refusedMeanwhile)
        {
            await staging.RemoveAsync(staged);
            return (null, refusedMeanwhile);
        }
        Guid made = id ?? staged;
        return (await Summarise(context, context.Quizzes.Where(row => row.Id == made), author.Id).SingleAsync(cancel), null);
    }

    /// <summary>Writes a hidden quiz for its author to claim. What its bytes cost is counted here. Its media are the author's at once: unclaimed they are swept.</summary>
    /// <returns>The quiz, or what <see cref="CreateAsync"/> refuses with.</returns>
    public async Task<(Guid? Staged, GameErrorCode? Refusal)> StageAsync(
        StoringAuthor author, QuizContent content, CancellationToken cancel, MediaBatch? media = null)
    {
        await using ArenaDbContext context = await contexts.CreateDbContextAsync(cancel);
        (Guid? written, GameErrorCode? refused) = await StageAsync(context, author, content, QuizSize.Of(content), id: null, cancel);
        if (written is { } staged)
            await OrRemovedAsync(staged, () => UseMediaAsync(context, author, content, staged, media, cancel));
        return (written, refused);
    }

    /// <summary>Gives a staged quiz to its author, once: repeated after an unknown outcome it makes no second one.</summary>
    /// <returns>
    /// The summary, or <see cref="GameErrorCode.ImportExpired"/> if the staged quiz is gone or was given up, or what <see cref="CreateAsync"/> refuses with.
    /// </returns>
    public async Task<(QuizSummary? Quiz, GameErrorCode? Refusal)> ClaimAsync(StoringAuthor author, Guid id, string title, CancellationToken cancel)
    {
        await using ArenaDbContext context = await contexts.CreateDbContextAsync(cancel);
        await using var transaction = await context.Database.BeginTransactionAsync(cancel);
        await author.LineUpAsync(context, cancel);
        IQueryable<QuizRow> quiz = context.Quizzes.Where(row => row.Id == id);
        if (await quiz.Where(row => row.OwnerId == author.Id).AnyAsync(cancel))
            return (await Summarise(context, quiz, author.Id).SingleAsync(cancel), null);
        // A claim changes the version: a quiz that was claimed and deleted since is not staged again.
        IQueryable<QuizRow> staged = quiz.Where(row => row.OwnerId == null && row.UpdatedAt == row.CreatedAt);
        if (await staged.AsNoTracking().SingleOrDefaultAsync(cancel) is not { } found)
            return (null, GameErrorCode.ImportExpired);
        long size = found.StoredBytes + QuizSize.Of(title) - QuizSize.Of(found.Title);
        int questions = await context.Questions.CountAsync(question => question.QuizId == id, cancel);
        if (await RefuseOneMoreAsync(context, author, size, questions, id: null, cancel) is { } refused)
            return (null, refused);
        QuizVersion next = new QuizVersion(found.UpdatedAt).Next(clock.GetUtcNow());
        int claimed = await staged.ExecuteUpdateAsync(
            set => set
                .SetProperty(row => row.OwnerId, author.Id)
                .SetProperty(row => row.Title, title)
                .SetProperty(row => row.TitleKey, QuizTags.Key(title))
                .SetProperty(row => row.StoredBytes, size)
                .SetProperty(row => row.UpdatedAt, next.UpdatedAt),
            cancel);
        if (claimed == 0)
            return (null, GameErrorCode.ImportExpired);
        await transaction.CommitAsync(cancel);
        return (await Summarise(context, quiz, author.Id).SingleAsync(cancel), null);
    }

    /// <param name="author">Who asks.</param>
    /// <param name="id">The quiz.</param>
    /// <param name="content">What it is to be.</param>
    /// <param name="seen">The versions of which the author saw one.</param>
    /// <param name="cancel">Stops before the commit.</param>
    /// <returns>
    /// The summary, or <see cref="GameErrorCode.UnknownQuiz"/>, or <see cref="GameErrorCode.NotNow"/> if the quiz has changed since, or what
    /// <see cref="QuizQuota"/> refuses with.
    /// </returns>
    public async Task<(QuizSummary? Quiz, GameErrorCode? Refusal)> ReplaceAsync(
        StoringAuthor author, Guid id, QuizContent content, IList<EntityTagHeaderValue> seen, CancellationToken cancel)
    {
        await using ArenaDbContext context = await contexts.CreateDbContextAsync(cancel);
        IQueryable<QuizRow> quiz = QuizAccess.Writable(context, author.Id).Where(row => row.Id == id);
        if (await Summarise(context, quiz, author.Id).SingleOrDefaultAsync(cancel) is not { } before)
            return (null, GameErrorCode.UnknownQuiz);
        var current = new QuizVersion(before.UpdatedAt);
        if (!current.IsAmong(seen))
            return (null, GameErrorCode.NotNow);
        long size = QuizSize.Of(content);
        var stored = await quiz.Select(row => new { row.StoredBytes, row.OwnerId }).SingleOrDefaultAsync(cancel);
        if (stored?.OwnerId is not { } owner)
            return (null, GameErrorCode.UnknownQuiz);
        long more = size - stored.StoredBytes;
        int moreQuestions = content.Questions.Length - before.QuestionCount;
        if ((await quota.RefuseQuestionsAsync(context, owner, moreQuestions, cancel)
            ?? await quota.RefuseToKeepAsync(context, author, more, cancel) ?? quota.RefuseToStore(author, more)) is { } refused)
            return (null, refused);
        QuizVersion next = current.Next(clock.GetUtcNow());
        Guid staged = await staging.WriteAsync(content, size, cancel);
        GameErrorCode? refusedMeanwhile = await SwapAsync(
            context, quiz.Where(row => row.UpdatedAt == before.UpdatedAt), id, owner, moreQuestions, staged, content, size, next, cancel);
        await staging.RemoveAsync(staged);
        return refusedMeanwhile is null
            ? (before with
            {
                Title = content.Title,
                QuestionCount = content.Questions.Length,
                UpdatedAt = next.UpdatedAt,
                Tags = content.Tags,
                Folder = content.Folder,
            }, null)
            : (null, refusedMeanwhile);
    }

    /// <returns>Whether there was one.</returns>
    public async Task<bool> DeleteAsync(Guid author, Guid id, CancellationToken cancel)
    {
        await using ArenaDbContext context = await contexts.CreateDbContextAsync(cancel);
        // From here on it is hidden. What follows may take long, and is finished by the retention if it is cut short.
        int given = await QuizAccess.Owned(context, author).Where(quiz => quiz.Id == id).ExecuteUpdateAsync(
            set => set.SetProperty(quiz => quiz.OwnerId, (Guid?)null).SetProperty(quiz => quiz.Visibility, QuizVisibility.Private), cancel);
        if (given == 0)
            return false;
        await context.QuizCoAuthors.Where(share => share.QuizId == id).ExecuteDeleteAsync(CancellationToken.None);
        await context.QuizInvitations.Where(invitation => invitation.QuizId == id).ExecuteDeleteAsync(CancellationToken.None);
        await staging.RemoveAsync(id);
        return true;
    }

    /// <summary>Quizzes as a list shows them, the last changed first; owners are named who are not the caller.</summary>
    public static IQueryable<QuizSummary> Summarise(ArenaDbContext context, IQueryable<QuizRow> quizzes, Guid? caller)
    {
        IQueryable<QuizRow> writable = QuizAccess.Writable(context, caller ?? Guid.Empty);
        return quizzes
            .OrderByDescending(quiz => quiz.UpdatedAt)
            .Select(quiz => new QuizSummary(
                quiz.Id, quiz.Title, quiz.Questions.Count, quiz.UpdatedAt, quiz.Visibility,
                context.Users.Where(user => user.Id == quiz.OwnerId && user.Id != caller && user.NameKey != null)
                    .Select(user => user.Username).SingleOrDefault(),
                QuizTags.Read(quiz.Tags),
                writable.Any(own => own.Id == quiz.Id) ? quiz.Folder : null));
    }

    private async Task<(Guid? Staged, GameErrorCode? Refusal)> StageAsync(
        ArenaDbContext context, StoringAuthor author, QuizContent content, long size, Guid? id, CancellationToken cancel) =>
        (await RefuseOneMoreAsync(context, author, size, content.Questions.Length, id, cancel) ?? quota.RefuseToStore(author, size)) is { } refused
            ? (null, refused)
            : (await staging.WriteAsync(content, size, cancel), null);

    private async Task<GameErrorCode?> RefuseOneMoreAsync(
        ArenaDbContext context, StoringAuthor author, long size, int questions, Guid? id, CancellationToken cancel)
    {
        if (!await context.Users.AnyAsync(user => user.Id == author.Id, cancel))
            return GameErrorCode.InvalidToken;
        if (await context.Quizzes.AnyAsync(quiz => quiz.Id == id, cancel))
            return GameErrorCode.NotNow;
        return await QuizAccess.Owned(context, author.Id).CountAsync(cancel) >= options.Value.MaxQuizzesPerAuthor
            ? GameErrorCode.OutOfRange
            : await quota.RefuseQuestionsAsync(context, author.Id, questions, cancel) ?? await quota.RefuseToKeepAsync(context, author, size, cancel);
    }

    /// <summary>Media may refuse what follows the writing of a hidden quiz, and their store may fail.</summary>
    private async Task<T> OrRemovedAsync<T>(Guid staged, Func<Task<T>> next)
    {
        var isDone = false;
        try
        {
            T result = await next();
            isDone = true;
            return result;
        }
        finally
        {
            if (!isDone)
                await staging.RemoveAsync(staged);
        }
    }

    /// <summary>Records the media of a hidden quiz.</summary>
    private async Task<bool> UseMediaAsync(
        ArenaDbContext context, StoringAuthor author, QuizContent content, Guid staged, MediaBatch? media, CancellationToken cancel)
    {
        if (media is not null)
            await media.PutAsync(cancel);
        await using var transaction = await context.Database.BeginTransactionAsync(cancel);
        if (media is not null)
        {
            await author.LineUpAsync(context, cancel);
            await media.KeepAsync(context, cancel);
        }
        await QuizMedia.UseAsync(context, staged, content, clock.GetUtcNow(), cancel);
        await transaction.CommitAsync(cancel);
        return true;
    }

    /// <summary>Gives a staged quiz to its author, under the id that its author calls it.</summary>
    private async Task<GameErrorCode?> PublishAsync(
        ArenaDbContext context, StoringAuthor author, QuizContent content, long size, Guid staged, Guid? id, MediaBatch? media, CancellationToken cancel)
    {
        if (media is not null)
            await media.PutAsync(cancel);
        await using var transaction = await context.Database.BeginTransactionAsync(cancel);
        await author.LineUpAsync(context, cancel);
        if (await RefuseOneMoreAsync(context, author, size, content.Questions.Length, id, cancel) is { } refused)
            return refused;
        if (id is { } chosen)
            await MoveAsync(context, staged, chosen, cancel);
        Guid published = id ?? staged;
        await context.Quizzes.Where(quiz => quiz.Id == published)
            .ExecuteUpdateAsync(set => set.SetProperty(quiz => quiz.OwnerId, author.Id), cancel);
        if (media is not null)
            await media.KeepAsync(context, cancel);
        await QuizMedia.UseAsync(context, published, content, clock.GetUtcNow(), cancel);
        await transaction.CommitAsync(cancel);
        return null;
    }

    /// <summary>Moves a staged quiz to an id. It is not staged under that id, which would block a retry of a write that did not end.</summary>
    private static async Task MoveAsync(ArenaDbContext context, Guid staged, Guid id, CancellationToken cancel)
    {
        QuizRow row = await context.Quizzes.AsNoTracking().SingleAsync(quiz => quiz.Id == staged, cancel);
        row.Id = id;
        context.Quizzes.Add(row);
        await context.SaveChangesAsync(cancel);
        await context.Questions.Where(question => question.QuizId == staged)
            .ExecuteUpdateAsync(set => set.SetProperty(question => question.QuizId, id), cancel);
        await context.Quizzes.Where(quiz => quiz.Id == staged).ExecuteDeleteAsync(cancel);
    }

    /// <summary>Exchanges the questions of a quiz with staged ones, if the quiz is still as it was seen and its owner may keep them.</summary>
    private async Task<GameErrorCode?> SwapAsync(
        ArenaDbContext context, IQueryable<QuizRow> seen, Guid id, Guid owner, int moreQuestions, Guid staged, QuizContent content, long size,
        QuizVersion next, CancellationToken cancel)
    {
        await using var transaction = await context.Database.BeginTransactionAsync(cancel);
        if (moreQuestions > 0)
        {
            await StoringAuthor.LineUpAsync(context, owner, cancel);
            if (await quota.RefuseQuestionsAsync(context, owner, moreQuestions, cancel) is { } refused)
                return refused;
        }
        QuizRow written = content.ToRow(id, next.UpdatedAt, next, size);
        int replaced = await seen.ExecuteUpdateAsync(
            set => set
                .SetProperty(row => row.Title, written.Title)
                .SetProperty(row => row.TitleKey, written.TitleKey)
                .SetProperty(row => row.Description, written.Description)
                .SetProperty(row => row.Tags, written.Tags)
                .SetProperty(row => row.TagKeys, written.TagKeys)
                .SetProperty(row => row.Folder, written.Folder)
                .SetProperty(row => row.FolderKey, written.FolderKey)
                .SetProperty(row => row.StoredBytes, written.StoredBytes)
                .SetProperty(row => row.UpdatedAt, written.UpdatedAt),
            cancel);
        if (replaced == 0)
            return GameErrorCode.NotNow;
        await context.Questions.Where(question => question.QuizId == id || question.QuizId == staged)
            .ExecuteUpdateAsync(set => set.SetProperty(question => question.QuizId, question => question.QuizId == id ? staged : id), cancel);
        await QuizMedia.UseAsync(context, id, content, clock.GetUtcNow(), cancel);
        await transaction.CommitAsync(cancel);
        return null;
    }
}
