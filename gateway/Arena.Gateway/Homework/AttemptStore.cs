using System.Security.Cryptography;
using Arena.Game.Names;
using Arena.GrainInterfaces;
using Arena.Storage.Model;
using Microsoft.EntityFrameworkCore;

namespace Arena.Gateway.Homework;

/// <summary>Who plays a homework: an account, or the holder of the key that a browser made.</summary>
/// <param name="Account">The account, or null.</param>
/// <param name="Key">The browser's key.</param>
internal sealed record HomeworkCaller(Guid? Account, Guid Key)
{
    /// <summary>An account has all of its devices.</summary>
    public string Hash => Account is { } account ? $"account:{account:N}" : Convert.ToHexStringLower(SHA256.HashData(Key.ToByteArray()));
}

/// <summary>An attempt with the state of its session.</summary>
/// <param name="Row">The attempt.</param>
/// <param name="IsOver">Whether its session has ended. Its results may follow a moment later.</param>
internal sealed record StoredAttempt(HomeworkAttemptRow Row, bool IsOver);

/// <summary>The players of homework and their attempts.</summary>
internal sealed class AttemptStore(IDbContextFactory<ArenaDbContext> contexts, TimeProvider clock)
{
    /// <returns>The homework of a link, or null.</returns>
    public async Task<HomeworkRow?> FindHomeworkAsync(string token, CancellationToken cancel)
    {
        await using var context = await contexts.CreateDbContextAsync(cancel);
        return await context.Homeworks.AsNoTracking().SingleOrDefaultAsync(row => row.Token == token, cancel);
    }

    /// <returns>The player, or null before the first attempt.</returns>
    public async Task<HomeworkPlayerRow?> FindPlayerAsync(Guid homework, HomeworkCaller caller, CancellationToken cancel)
    {
        var hash = caller.Hash;
        await using var context = await contexts.CreateDbContextAsync(cancel);
        return await context.HomeworkPlayers.AsNoTracking().SingleOrDefaultAsync(row => row.HomeworkId == homework && row.KeyHash == hash, cancel);
    }

    /// <returns>A new player, or why there is none.</returns>
    public async Task<(HomeworkPlayerRow? Player, bool IsFull)> AddPlayerAsync(Guid homework, HomeworkCaller caller, string name, int max, CancellationToken cancel)
    {
        await using var context = await contexts.CreateDbContextAsync(cancel);
        if (await context.HomeworkPlayers.CountAsync(row => row.HomeworkId == homework, cancel) >= max)
            return (null, true);
        var now = clock.GetUtcNow();
        var player = new HomeworkPlayerRow
        {
            Id = Guid.CreateVersion7(now),
            HomeworkId = homework,
            UserId = caller.Account,
            KeyHash = caller.Hash,
            Name = name,
            NameKey = Nicknames.Looks(name)[0],
            CreatedAt = now,
        };
        context.HomeworkPlayers.Add(player);
        try
        {
            await context.SaveChangesAsync(cancel);
            return (player, false);
        }
        // Another player has the name; or the same one begins twice at once, and finds that player.
        catch (DbUpdateException) when (!cancel.IsCancellationRequested)
        {
            return (await FindPlayerAsync(homework, caller, cancel), false);
        }
    }

    /// <returns>The attempts of a player, in their order.</returns>
    public async Task<List<StoredAttempt>> ListAsync(Guid player, CancellationToken cancel)
    {
        await using var context = await contexts.CreateDbContextAsync(cancel);
        return await context.HomeworkAttempts.AsNoTracking().Where(row => row.PlayerId == player).OrderBy(row => row.Number)
            .Select(row => new StoredAttempt(
                row, row.EndedAt != null || context.GameSessions.Any(session => session.Id == row.SessionId && session.Status != SessionStatus.Live)))
            .ToListAsync(cancel);
    }

    /// <returns>A new attempt; null if the same one began at the same time.</returns>
    public async Task<HomeworkAttemptRow?> AddAsync(HomeworkPlayerRow player, int number, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        await using var context = await contexts.CreateDbContextAsync(cancel);
        var attempt = new HomeworkAttemptRow
        {
            SessionId = Guid.CreateVersion7(now),
            HomeworkId = player.HomeworkId,
            PlayerId = player.Id,
            Number = number,
            Code = SoloCode.Draw(),
            StartedAt = now,
        };
        context.HomeworkAttempts.Add(attempt);
        try
        {
            await context.SaveChangesAsync(cancel);
            return attempt;
        }
        catch (DbUpdateException) when (!cancel.IsCancellationRequested)
        {
            return null;
        }
    }
}
