using Arena.Game.Profiles;
using Arena.Storage.Model;
using Microsoft.EntityFrameworkCore;

namespace Arena.Storage.Profiles;

/// <summary>Reads the profile of an account: from the rows of its seats, and of those that it had in games that were deleted by their age.</summary>
public sealed class ProfileReader(IDbContextFactory<ArenaDbContext> contexts)
{
    /// <summary>What the account has gained so far. A game that it hosted does not count: hosts see the answers.</summary>
    public async Task<Profile> ReadAsync(Guid user, CancellationToken cancel) => Profile.Of(await GamesAsync(user, cancel));

    /// <summary>The games that count, the first first.</summary>
    public async Task<IReadOnlyList<PlayedGame>> GamesAsync(Guid user, CancellationToken cancel)
    {
        await using var context = await contexts.CreateDbContextAsync(cancel);
        var own =
            from player in context.GamePlayers
            where player.UserId == user && !context.GameSessions.Any(session => session.Id == player.SessionId && session.HostId == user)
            join game in context.PlayedGames on player.Id equals game.PlayerId
            select game;
        var kept = context.PlayedGames.Where(game => game.UserId == user);
        var rows = await own.Concat(kept).OrderBy(game => game.EndedAt).ThenBy(game => game.PlayerId).Take(Profile.MaxGames).ToListAsync(cancel);
        return [.. rows.Select(row => new PlayedGame(
            row.SessionId, row.EndedAt.ToUnixTimeMilliseconds(), row.Points, row.Rank, row.Players, row.Asked, row.Right, row.Partly, row.Wrong, row.Opinions,
            row.Quick, row.Streak, row.Climbed))];
    }
}
