using Arena.Gateway.Authority;
using Arena.Gateway.Play;
using Arena.Storage.Model;
using Microsoft.EntityFrameworkCore;

namespace Arena.Gateway.Accounts.ApiKeys;

/// <summary>The keys of accounts' scripts. Each has a row for as long as it is good.</summary>
internal sealed class ApiKeyStore(IDbContextFactory<ArenaDbContext> contexts, SessionConnections sockets, TimeProvider clock)
{
    private static readonly TimeSpan LastUsePrecision = TimeSpan.FromMinutes(1);

    /// <returns>The key, or null if the account has as many as it may.</returns>
    public async Task<NewApiKey?> MakeAsync(Guid user, string name, IEnumerable<ApiKeyScope> scopes, int days, int max, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var key = ApiKeyToken.Draw();
        var row = new ApiKeyRow
        {
            Id = Guid.CreateVersion7(now),
            UserId = user,
            Name = name,
            Prefix = ApiKeyToken.Prefix(key),
            Hash = ApiKeyToken.Hash(key),
            Scopes = string.Join(' ', scopes.Distinct().Order()),
            CreatedAt = now,
            ExpiresAt = now.AddDays(days),
        };
        await using var context = await contexts.CreateDbContextAsync(cancel);
        if (await context.ApiKeys.CountAsync(other => other.UserId == user, cancel) >= max)
            return null;
        context.ApiKeys.Add(row);
        await context.SaveChangesAsync(cancel);
        return new(key, Reply(row));
    }

    /// <returns>The row of a key that is good now, or null.</returns>
    public async Task<ApiKeyRow?> FindAsync(string key, CancellationToken cancel)
    {
        var (now, hash) = (clock.GetUtcNow(), ApiKeyToken.Hash(key));
        await using var context = await contexts.CreateDbContextAsync(cancel);
        var row = await context.ApiKeys.AsNoTracking().SingleOrDefaultAsync(other => other.Hash == hash && other.ExpiresAt > now, cancel);
        if (row is not null && (row.LastUsedAt is not { } used || now - used >= LastUsePrecision))
        {
            await context.ApiKeys.Where(other => other.Id == row.Id)
                .ExecuteUpdateAsync(set => set.SetProperty(other => other.LastUsedAt, now), cancel);
        }
        return row;
    }

    public async Task<List<ApiKeyReply>> ListAsync(Guid user, CancellationToken cancel)
    {
        await using var context = await contexts.CreateDbContextAsync(cancel);
        var rows = await context.ApiKeys.AsNoTracking().Where(row => row.UserId == user).OrderByDescending(row => row.CreatedAt).ToListAsync(cancel);
        return rows.ConvertAll(Reply);
    }

    /// <summary>Ends a key, and what hosts by it on this gateway; the others find out within seconds.</summary>
    /// <returns>Whether the account had it.</returns>
    public async Task<bool> RevokeAsync(Guid user, Guid id, CancellationToken cancel)
    {
        await using var context = await contexts.CreateDbContextAsync(cancel);
        if (await context.ApiKeys.Where(row => row.Id == id && row.UserId == user).ExecuteDeleteAsync(cancel) == 0)
            return false;
        await sockets.CloseAsync(socket => socket.SignIn == id);
        return true;
    }

    public static IEnumerable<ApiKeyScope> ScopesOf(ApiKeyRow row) => row.Scopes.Split(' ').Select(Enum.Parse<ApiKeyScope>);

    private static ApiKeyReply Reply(ApiKeyRow row) =>
        new(row.Id, row.Name, row.Prefix, [.. ScopesOf(row)], row.CreatedAt, row.ExpiresAt, row.LastUsedAt);
}
