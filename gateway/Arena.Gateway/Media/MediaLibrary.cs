using System.Globalization;
using Arena.Gateway.Authority;
using Arena.Gateway.Media.Rest;
using Arena.Gateway.Media.Uploads;
using Arena.Storage.Model;
using Microsoft.EntityFrameworkCore;

namespace Arena.Gateway.Media;

/// <summary>The rows of media: what there is, and who keeps it.</summary>
internal sealed class MediaLibrary(IDbContextFactory<ArenaDbContext> contexts, MediaQuota quota, TimeProvider clock)
{
    private const int RowsAPage = 100;

    /// <summary>Whether the author keeps too much already to upload anything.</summary>
    public async Task<MediaRefusal?> RefuseAnyAsync(StoringAuthor author, CancellationToken cancel)
    {
        await using var context = await contexts.CreateDbContextAsync(cancel);
        return await quota.RefuseToKeepAsync(context, author, 1, cancel);
    }

    /// <summary>Says that an upload puts a medium's objects, before it does. A sweep leaves them alone for a day.</summary>
    /// <returns>False if a sweep removes them at this moment.</returns>
    public async Task<bool> BeginAsync(PreparedMedium medium, CancellationToken cancel)
    {
        await using var context = await contexts.CreateDbContextAsync(cancel);
        var now = clock.GetUtcNow();
        if (await WantAsync(context, medium.Name, now, cancel))
            return true;
        context.Media.Add(new()
        {
            Name = medium.Name,
            Kind = medium.Description.Kind,
            State = MediaState.Storing,
            ContentType = medium.Description.ContentType,
            Width = medium.Description.Width,
            Height = medium.Description.Height,
            Seconds = medium.Description.Seconds,
            Bytes = medium.Bytes,
            StoredBytes = medium.StoredBytes,
            Widths = string.Join(',', medium.Widths.Select(width => width.ToString(CultureInfo.InvariantCulture))),
            CreatedAt = now,
            WantedAt = now,
        });
        try
        {
            await context.SaveChangesAsync(cancel);
            return true;
        }
        catch (DbUpdateException) when (!cancel.IsCancellationRequested)
        {
            // Another upload of the same content was first, or a sweep removes it.
            return await WantAsync(context, medium.Name, now, cancel);
        }
    }

    /// <summary>Gives a medium whose objects are all there to its author.</summary>
    /// <returns>
    /// Whether it is new to the author's library, or <see cref="MediaErrorCode.MediaQuota"/>, or <see cref="MediaErrorCode.MediaStoreUnavailable"/> if a sweep has
    /// removed it since.
    /// </returns>
    public async Task<(bool IsNew, MediaRefusal? Refusal)> KeepAsync(StoringAuthor author, PreparedMedium medium, CancellationToken cancel)
    {
        await using var context = await contexts.CreateDbContextAsync(cancel);
        await using var transaction = await context.Database.BeginTransactionAsync(cancel);
        await author.LineUpAsync(context, cancel);
        var isNew = !await context.MediaOwners.AnyAsync(owner => owner.OwnerId == author.Id && owner.Name == medium.Name, cancel);
        if (isNew && await quota.RefuseToKeepAsync(context, author, medium.StoredBytes, cancel) is { } refused)
            return (false, refused);
        var now = clock.GetUtcNow();
        var stored = await context.Media.Where(row => row.Name == medium.Name && row.State != MediaState.Removing).ExecuteUpdateAsync(
            set => set.SetProperty(row => row.State, MediaState.Stored).SetProperty(row => row.WantedAt, now), cancel);
        if (stored == 0)
            return (false, new(MediaErrorCode.MediaStoreUnavailable));
        if (isNew)
        {
            context.MediaOwners.Add(new() { Name = medium.Name, OwnerId = author.Id, CreatedAt = now });
            await context.SaveChangesAsync(cancel);
        }
        await transaction.CommitAsync(cancel);
        return (isNew, null);
    }

    /// <summary>A medium whose objects are all there.</summary>
    public async Task<MediaRow?> FindAsync(string name, CancellationToken cancel)
    {
        await using var context = await contexts.CreateDbContextAsync(cancel);
        return await context.Media.AsNoTracking().SingleOrDefaultAsync(row => row.Name == name && row.State == MediaState.Stored, cancel);
    }

    /// <summary>A page of an author's media, counted from 0.</summary>
    public async Task<MediaPage> ListAsync(StoringAuthor author, int page, CancellationToken cancel)
    {
        await using var context = await contexts.CreateDbContextAsync(cancel);
        var rows = await context.MediaOwners.AsNoTracking()
            .Where(owner => owner.OwnerId == author.Id)
            .Join(context.Media, owner => owner.Name, media => media.Name, (owner, media) => new { owner, media })
            .OrderByDescending(row => row.owner.CreatedAt).ThenBy(row => row.owner.Name)
            .Skip(page * RowsAPage).Take(RowsAPage + 1)
            .Select(row => new { row.media, row.owner.CreatedAt })
            .ToListAsync(cancel);
        string[] names = [.. rows.Select(row => row.media.Name)];
        var quizzes = await UsesOf(context, author.Id).Where(use => names.Contains(use.Name))
            .GroupBy(use => use.Name).Select(uses => new { uses.Key, Count = uses.Count() }).ToDictionaryAsync(uses => uses.Key, uses => uses.Count, cancel);
        return new(
            [.. rows.Take(RowsAPage).Select(row => new OwnMedium(MediumReply.Of(row.media), row.CreatedAt, quizzes.GetValueOrDefault(row.media.Name)))],
            rows.Count > RowsAPage,
            await MediaQuota.KeptAsync(context, author, cancel),
            quota.LimitOf(author));
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

    private static IQueryable<MediaUseRow> UsesOf(ArenaDbContext context, Guid author) => context.MediaUses
        .Where(use => use.EndedAt == null && context.Quizzes.Any(quiz => quiz.Id == use.QuizId && quiz.OwnerId == author));

    /// <returns>Whether the medium is there, and is not being removed.</returns>
    private static async Task<bool> WantAsync(ArenaDbContext context, string name, DateTimeOffset now, CancellationToken cancel) =>
        await context.Media.Where(row => row.Name == name && row.State != MediaState.Removing)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.WantedAt, now), cancel) > 0;
}
