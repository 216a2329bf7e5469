using System.Globalization;
using Arena.Gateway.Authority;
using Arena.Gateway.Media.Stores;
using Arena.Gateway.Media.Uploads;
using Arena.Storage.Model;
using Arena.Storage.Quizzes;
using Microsoft.EntityFrameworkCore;

namespace Arena.Gateway.Media;

/// <summary>The rows of media: what there is, and who keeps it.</summary>
internal sealed class MediaLibrary(IDbContextFactory<ArenaDbContext> contexts, MediaQuota quota, TimeProvider clock)
{
    /// <summary>Whether the author keeps too much already to upload anything.</summary>
    public async Task<MediaRefusal?> RefuseAnyAsync(StoringAuthor author, CancellationToken cancel) =>
        await RoomAsync(author, cancel) < 1 ? Full(author) : null;

    /// <summary>How many bytes the author may still keep.</summary>
    public async Task<long> RoomAsync(StoringAuthor author, CancellationToken cancel)
    {
        await using var context = await contexts.CreateDbContextAsync(cancel);
        return quota.LimitOf(author) - await MediaQuota.KeptAsync(context, author, cancel);
    }

    /// <summary>The refusal for an author who may keep no more.</summary>
    public MediaRefusal Full(StoringAuthor author) => new(MediaErrorCode.MediaQuota, quota.LimitOf(author));

    /// <summary>Whether a medium is in the author's library.</summary>
    public async Task<bool> KeepsAsync(StoringAuthor author, string name, CancellationToken cancel)
    {
        await using var context = await contexts.CreateDbContextAsync(cancel);
        return await context.MediaOwners.AnyAsync(owner => owner.OwnerId == author.Id && owner.Name == name, cancel);
    }

    /// <summary>Puts the objects of a medium into the store, those that are said to be there as well: a store may have lost them.</summary>
    /// <returns>False if a sweep removes them at this moment.</returns>
    /// <exception cref="MediaStoreException">The store has no room, or does not answer.</exception>
    public async Task<bool> PutAsync(PreparedMedium medium, IMediaStore store, CancellationToken cancel)
    {
        if (!await BeginAsync(medium, cancel))
            return false;
        foreach (var (key, file) in medium.Files)
            await store.PutAsync(key, file, medium.Description.ContentType, cancel);
        return true;
    }

    /// <summary>Gives a medium whose objects are all there to its author.</summary>
    /// <returns>Whether it is new to the author's library, or why it is not kept.</returns>
    public async Task<(bool IsNew, MediaRefusal? Refusal)> KeepAsync(StoringAuthor author, KeptMedium medium, CancellationToken cancel)
    {
        await using var context = await contexts.CreateDbContextAsync(cancel);
        await using var transaction = await context.Database.BeginTransactionAsync(cancel);
        await author.LineUpAsync(context, cancel);
        var (added, refusal) = await KeepAsync(context, author, [medium], cancel);
        if (refusal is null)
            await transaction.CommitAsync(cancel);
        return (added == 1, refusal);
    }

    /// <summary>Gives media whose objects are all there to their author, in a transaction in which the author's requests are lined up.</summary>
    /// <returns>
    /// How many are new to the author's library, or <see cref="MediaErrorCode.MediaQuota"/>, or <see cref="MediaErrorCode.MediaStoreUnavailable"/> if a sweep
    /// has removed one since. Then the transaction must not be committed.
    /// </returns>
    public async Task<(int Added, MediaRefusal? Refusal)> KeepAsync(
        ArenaDbContext context, StoringAuthor author, IReadOnlyCollection<KeptMedium> media, CancellationToken cancel)
    {
        string[] names = [.. media.Select(medium => medium.Prepared.Name)];
        var kept = await context.MediaOwners.Where(owner => owner.OwnerId == author.Id && EF.Parameter(names).Contains(owner.Name))
            .Select(owner => owner.Name).ToListAsync(cancel);
        KeptMedium[] added = [.. media.Where(medium => !kept.Contains(medium.Prepared.Name))];
        if (added.Length > 0 && await quota.RefuseToKeepAsync(context, author, added.Sum(medium => medium.Prepared.StoredBytes), cancel) is { } refused)
            return (0, refused);
        var now = clock.GetUtcNow();
        var stored = await context.Media.Where(row => EF.Parameter(names).Contains(row.Name) && row.State != MediaState.Removing).ExecuteUpdateAsync(
            set => set.SetProperty(row => row.State, MediaState.Stored).SetProperty(row => row.WantedAt, now), cancel);
        if (stored < names.Length)
            return (0, new(MediaErrorCode.MediaStoreUnavailable));
        context.MediaOwners.AddRange(added.Select(medium => new MediaOwnerRow
        {
            Name = medium.Prepared.Name,
            OwnerId = author.Id,
            CreatedAt = now,
            Title = medium.Title,
            Alt = medium.Alt,
            Credit = medium.Credit,
            SearchKey = KeyOf(medium.Title, medium.Alt, medium.Credit),
        }));
        await context.SaveChangesAsync(cancel);
        return (added.Length, null);
    }

    /// <summary>By what a medium is found in its author's library.</summary>
    public static string KeyOf(params string?[] texts) => QuizTags.Key(string.Join('\n', texts.OfType<string>()));

    /// <summary>A medium whose objects are all there.</summary>
    public async Task<MediaRow?> FindAsync(string name, CancellationToken cancel) => (await FindAsync([name], cancel)).SingleOrDefault();

    /// <summary>Those of these media whose objects are all there.</summary>
    public async Task<List<MediaRow>> FindAsync(string[] names, CancellationToken cancel)
    {
        await using var context = await contexts.CreateDbContextAsync(cancel);
        return await context.Media.AsNoTracking().Where(row => EF.Parameter(names).Contains(row.Name) && row.State == MediaState.Stored)
            .OrderBy(row => row.Name).ToListAsync(cancel);
    }

    /// <summary>Says that an upload puts a medium's objects, before it does. A sweep leaves them alone for a day.</summary>
    /// <returns>False if a sweep removes them at this moment.</returns>
    private async Task<bool> BeginAsync(PreparedMedium medium, CancellationToken cancel)
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

    /// <returns>Whether the medium is there, and is not being removed.</returns>
    private static async Task<bool> WantAsync(ArenaDbContext context, string name, DateTimeOffset now, CancellationToken cancel) =>
        await context.Media.Where(row => row.Name == name && row.State != MediaState.Removing)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.WantedAt, now), cancel) > 0;
}
