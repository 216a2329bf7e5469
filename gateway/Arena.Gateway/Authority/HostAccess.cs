using Arena.Gateway.Play;
using Arena.Storage.Model;
using Microsoft.EntityFrameworkCore;

namespace Arena.Gateway.Authority;

/// <summary>Who may host a session: the account that launched it and the co-hosts it named, in browsers that are signed in or with API keys.</summary>
internal sealed class HostAccess(IDbContextFactory<ArenaDbContext> contexts, TimeProvider clock) : IHostAccess
{
    private const int PairsAQuery = 200;

    /// <summary>The sessions that an account may host.</summary>
    public static IQueryable<GameSessionRow> Hosted(ArenaDbContext context, Guid user) => context.GameSessions.Where(session =>
        session.HostId == user || context.SessionCoHosts.Any(share => share.SessionId == session.Id && share.UserId == user));

    public async Task<bool> IsAllowedAsync(Guid signIn, Guid session, CancellationToken cancel) =>
        (await AllowedAsync([(signIn, session)], cancel)).Count > 0;

    /// <returns>Those of the pairs that may be.</returns>
    public async Task<HashSet<(Guid SignIn, Guid Session)>> AllowedAsync(
        IReadOnlyCollection<(Guid SignIn, Guid Session)> wanted, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        HashSet<(Guid, Guid)> allowed = [];
        await using var context = await contexts.CreateDbContextAsync(cancel);
        foreach (var pairs in wanted.Chunk(PairsAQuery))
        {
            var signIns = pairs.Select(pair => pair.SignIn).ToList();
            var sessions = pairs.Select(pair => pair.Session).ToList();
            var found = await (
                from signIn in context.AuthSessions.Where(row => row.ExpiresAt > now).Select(row => new { row.Id, row.UserId })
                    .Concat(context.ApiKeys.Where(row => row.ExpiresAt > now).Select(row => new { row.Id, row.UserId }))
                where signIns.Contains(signIn.Id)
                from session in context.GameSessions
                where sessions.Contains(session.Id)
                    && (session.HostId == signIn.UserId
                        || context.SessionCoHosts.Any(share => share.SessionId == session.Id && share.UserId == signIn.UserId))
                select new { SignIn = signIn.Id, Session = session.Id }).ToListAsync(cancel);
            allowed.UnionWith(found.Select(pair => (pair.SignIn, pair.Session)));
        }
        return allowed;
    }
}
