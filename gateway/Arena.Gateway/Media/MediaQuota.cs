using Arena.Gateway.Authority;
using Arena.Gateway.Configuration;
using Arena.Gateway.Http;
using Arena.Storage.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Arena.Gateway.Media;

/// <summary>How much may be kept, and how much may be uploaded in a day: authors without an account cost nothing to make.</summary>
internal sealed class MediaQuota(IOptions<MediaOptions> options, TimeProvider clock)
{
    private readonly Allowances _uploaded = new(options.Value.UploadedBytesPerDay, TimeSpan.FromDays(1), clock);

    /// <summary>Bytes that the author may keep.</summary>
    public long LimitOf(StoringAuthor author) => author.IsGuest ? options.Value.GuestQuotaBytes : options.Value.QuotaBytes;

    /// <summary>Bytes that the author keeps.</summary>
    public static async Task<long> KeptAsync(ArenaDbContext context, StoringAuthor author, CancellationToken cancel) => await context.MediaOwners
        .Where(owner => owner.OwnerId == author.Id)
        .Join(context.Media, owner => owner.Name, media => media.Name, (_, media) => media.StoredBytes)
        .SumAsync(cancel);

    /// <param name="context">The database.</param>
    /// <param name="author">Who wants to keep it.</param>
    /// <param name="more">How many bytes it has.</param>
    /// <param name="cancel">Stops the count.</param>
    public async Task<MediaRefusal?> RefuseToKeepAsync(ArenaDbContext context, StoringAuthor author, long more, CancellationToken cancel) =>
        await KeptAsync(context, author, cancel) + more > LimitOf(author) ? new(MediaErrorCode.MediaQuota, LimitOf(author)) : null;

    /// <returns>How long to wait, or null if there was enough left, which is used then.</returns>
    public TimeSpan? RefuseToUpload(StoringAuthor author, long bytes) => _uploaded.Use(author.Payer, bytes);
}
