using Arena.Gateway.Authority;
using Arena.Gateway.Media.Rest;
using Arena.Storage.Model;
using Microsoft.EntityFrameworkCore;

namespace Arena.Gateway.Media;

/// <summary>An author's library: its media, what the author says of them, and where they are used.</summary>
internal sealed class OwnMedia(IDbContextFactory<ArenaDbContext> contexts, MediaQuota quota)
{
    private const int RowsAPage = 100;

    /// <summary>Quizzes that are named of each medium.</summary>
    private const int NamedUses = 5;

    /// <summary>A page of an author's media, counted from 0.</summary>
    public async Task<MediaPage> ListAsync(StoringAuthor author, MediaFilter filter, CancellationToken cancel)
    {
        await using var context = await contexts.CreateDbContextAsync(cancel);
        var owners = context.MediaOwners.AsNoTracking().Where(owner => owner.OwnerId == author.Id);
        if (filter.Key is { } key)
            owners = owners.Where(owner => owner.SearchKey.Contains(key));
        if (filter.Unused)
            owners = Unused(context, owners, author.Id);
        var rows = await owners
            .Join(context.Media, owner => owner.Name, media => media.Name, (owner, media) => new { owner, media })
            .OrderByDescending(row => row.owner.CreatedAt).ThenBy(row => row.owner.Name)
            .Skip(filter.Page * RowsAPage).Take(RowsAPage + 1)
            .ToListAsync(cancel);
        string[] names = [.. rows.Take(RowsAPage).Select(row => row.media.Name)];
        var uses = await UsesOf(context, author.Id).Where(use => EF.Parameter(names).Contains(use.Name))
            .Join(context.Quizzes, use => use.QuizId, quiz => quiz.Id, (use, quiz) => new { use.Name, quiz.Id, quiz.Title })
            .OrderBy(use => use.Title).ThenBy(use => use.Id)
            .ToListAsync(cancel);
        var quizzes = uses.ToLookup(use => use.Name, use => new MediumUse(use.Id, use.Title), StringComparer.Ordinal);
        return new(
            [.. rows.Take(RowsAPage).Select(row => new OwnMedium(
                MediumReply.Of(row.media), row.owner.CreatedAt, quizzes[row.media.Name].Count(), [.. quizzes[row.media.Name].Take(NamedUses)],
                row.owner.Title, row.owner.Alt, row.owner.Credit, row.media.StoredBytes))],
            rows.Count > RowsAPage,
            await MediaQuota.KeptAsync(context, author, cancel),
            quota.LimitOf(author));
    }

    /// <summary>Changes what the author says of a medium. Quizzes have their own copies of it.</summary>
    /// <returns>Whether it is in the author's library.</returns>
    public async Task<bool> DescribeAsync(StoringAuthor author, string name, string? title, string? alt, string? credit, CancellationToken cancel)
    {
        await using var context = await contexts.CreateDbContextAsync(cancel);
        var key = MediaLibrary.KeyOf(title, alt, credit);
        return await context.MediaOwners.Where(owner => owner.OwnerId == author.Id && owner.Name == name).ExecuteUpdateAsync(
            set => set
                .SetProperty(owner => owner.Title, title)
                .SetProperty(owner => owner.Alt, alt)
                .SetProperty(owner => owner.Credit, credit)
                .SetProperty(owner => owner.SearchKey, key),
            cancel) > 0;
    }

    /// <summary>Takes a medium out of an author's library.</summary>
    public async Task<MediaRefusal?> RemoveAsync(StoringAuthor author, string name, CancellationToken cancel)
    {
        await using var context = await contexts.CreateDbContextAsync(cancel);
        if (await UsesOf(context, author.Id).AnyAsync(use => use.Name == name, cancel))
            return new(MediaErrorCode.MediaInUse);
        var removed = await context.MediaOwners.Where(owner => owner.OwnerId == author.Id && owner.Name == name).ExecuteDeleteAsync(cancel);
        return removed == 0 ? new(MediaErrorCode.UnknownMedia) : null;
    }

    /// <summary>Takes all media out of an author's library that none of the author's quizzes uses.</summary>
    /// <returns>How many.</returns>
    public async Task<int> RemoveUnusedAsync(StoringAuthor author, CancellationToken cancel)
    {
        await using var context = await contexts.CreateDbContextAsync(cancel);
        return await Unused(context, context.MediaOwners.Where(owner => owner.OwnerId == author.Id), author.Id).ExecuteDeleteAsync(cancel);
    }

    private static IQueryable<MediaOwnerRow> Unused(ArenaDbContext context, IQueryable<MediaOwnerRow> owners, Guid author)
    {
        var uses = UsesOf(context, author);
        return owners.Where(owner => !uses.Any(use => use.Name == owner.Name));
    }

    private static IQueryable<MediaUseRow> UsesOf(ArenaDbContext context, Guid author) => context.MediaUses
        .Where(use => use.EndedAt == null && context.Quizzes.Any(quiz => quiz.Id == use.QuizId && quiz.OwnerId == author));
}
