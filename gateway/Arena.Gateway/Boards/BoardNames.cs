using Arena.Gateway.Accounts;
using Arena.Storage.Model;
using Microsoft.EntityFrameworkCore;

namespace Arena.Gateway.Boards;

/// <summary>Who opted in to boards. Boards join these rows when they are read, so that opting out takes effect on all of them at once.</summary>
internal sealed class BoardNames(IDbContextFactory<ArenaDbContext> contexts)
{
    /// <returns>What the account is called on boards; null if it is on none.</returns>
    public async Task<string?> FindAsync(Guid user, CancellationToken cancel)
    {
        await using var context = await contexts.CreateDbContextAsync(cancel);
        return await context.BoardNames.Where(row => row.UserId == user).Select(row => row.Name).SingleOrDefaultAsync(cancel);
    }

    /// <summary>Lists the account under a name that <see cref="AccountNames.Clean"/> has passed, or renames it.</summary>
    /// <returns>Whether the name is neither another one's on boards nor that of another account.</returns>
    public async Task<bool> TrySetAsync(Guid user, string name, CancellationToken cancel)
    {
        var key = AccountNames.Key(name);
        await using var context = await contexts.CreateDbContextAsync(cancel);
        if (await context.Users.AnyAsync(row => row.NameKey == key && row.Id != user, cancel) || await IsTakenAsync(context, key, user, cancel))
            return false;
        try
        {
            if (await context.BoardNames.Where(row => row.UserId == user).ExecuteUpdateAsync(
                set => set.SetProperty(row => row.Name, name).SetProperty(row => row.NameKey, key), cancel) == 0)
            {
                context.BoardNames.Add(new() { UserId = user, Name = name, NameKey = key });
                await context.SaveChangesAsync(cancel);
            }
            return true;
        }
        catch (Exception refused) when (refused is DbUpdateException or System.Data.Common.DbException && !cancel.IsCancellationRequested)
        {
            // Of two accounts that choose a name at once, one has it. Any other failure comes again here.
            if (await IsTakenAsync(context, key, user, cancel))
                return false;
            throw;
        }
    }

    public async Task RemoveAsync(Guid user, CancellationToken cancel)
    {
        await using var context = await contexts.CreateDbContextAsync(cancel);
        await context.BoardNames.Where(row => row.UserId == user).ExecuteDeleteAsync(cancel);
    }

    private static Task<bool> IsTakenAsync(ArenaDbContext context, string key, Guid user, CancellationToken cancel) =>
        context.BoardNames.AnyAsync(row => row.NameKey == key && row.UserId != user, cancel);
}
