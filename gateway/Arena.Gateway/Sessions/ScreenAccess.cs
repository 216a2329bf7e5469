using Arena.Gateway.Authority;
using Arena.Gateway.Play;
using Arena.Storage.Model;
using Microsoft.EntityFrameworkCore;

namespace Arena.Gateway.Sessions;

/// <summary>The screen links of sessions, and the connections that end with them.</summary>
internal sealed class ScreenAccess(IDbContextFactory<ArenaDbContext> contexts, ScreenConnections screens) : IScreenAccess
{
    private const int TokensAQuery = 500;

    public async Task<(string Code, Guid SessionId)?> FindAsync(string? token, CancellationToken cancel)
    {
        if (token?.Length != LinkToken.Length)
            return null;
        await using var context = await contexts.CreateDbContextAsync(cancel);
        var found = await (
            from link in context.ScreenLinks
            where link.Token == token
            join session in context.GameSessions on link.SessionId equals session.Id
            where session.Status != SessionStatus.Expired
            select new { session.Code, session.Id }).SingleOrDefaultAsync(cancel);
        return found is null ? null : (found.Code, found.Id);
    }

    /// <summary>Closes the connections of this gateway whose link is withdrawn, or gone with its session.</summary>
    public async Task CloseWithdrawnAsync(CancellationToken cancel)
    {
        var used = screens.Tokens;
        if (used.Count == 0)
            return;
        HashSet<string> valid = new(StringComparer.Ordinal);
        await using var context = await contexts.CreateDbContextAsync(cancel);
        foreach (var tokens in used.Chunk(TokensAQuery))
            valid.UnionWith(await context.ScreenLinks.Where(link => tokens.Contains(link.Token)).Select(link => link.Token).ToListAsync(cancel));
        await screens.CloseAsync(token => used.Contains(token) && !valid.Contains(token));
    }
}
