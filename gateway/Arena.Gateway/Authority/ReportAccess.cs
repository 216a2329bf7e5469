using System.Security.Claims;
using Arena.Gateway.Play;
using Arena.Storage.Model;
using Microsoft.EntityFrameworkCore;

namespace Arena.Gateway.Authority;

/// <summary>
/// Who sees the report of a game: all who may host it, by their account, as the author without an account who launched it, or by the host key that
/// their browser holds.
/// </summary>
internal sealed class ReportAccess(SessionTokens tokens, HostAccess hosts)
{
    /// <summary>The header of a request that brings the key.</summary>
    public const string HostKeyHeader = "Arena-Host-Key";

    /// <summary>Whether a caller may read reports of the games it hosted.</summary>
    public static bool MayRead(ClaimsPrincipal caller) => caller.IsInRole(Access.Author) || caller.IsInRole(Access.Of(ApiKeyScope.ResultsRead));

    /// <summary>Whether a request brings a key, of which nothing else is known yet. A key is not for scripts, which have one of their own.</summary>
    public static bool HasHostKey(HttpContext? http) =>
        http is not null && http.Request.Headers.ContainsKey(HostKeyHeader) && (http.User.Identity?.IsAuthenticated != true || http.User.IsInRole(Access.Author));

    /// <returns>The game; null if there is none, or none that the caller may see.</returns>
    public async Task<GameSessionRow?> FindAsync(ArenaDbContext context, HttpContext http, string id, CancellationToken cancel)
    {
        if (!Guid.TryParse(id, out var session))
            return null;
        if (MayRead(http.User) && await FindAsync(HostAccess.Hosted(context, http.User.Id()), session, cancel) is { } hosted)
            return hosted;
        return await HoldsKeyAsync(http, session, cancel) ? await FindAsync(context.GameSessions, session, cancel) : null;
    }

    private async Task<bool> HoldsKeyAsync(HttpContext http, Guid session, CancellationToken cancel) =>
        HasHostKey(http)
        && tokens.ReadHost(http.Request.Headers[HostKeyHeader]) is { } key
        && key.SessionId == session
        && (key.SignIn is not { } signIn || await hosts.IsAllowedAsync(signIn, session, cancel));

    private static Task<GameSessionRow?> FindAsync(IQueryable<GameSessionRow> sessions, Guid session, CancellationToken cancel) =>
        sessions.AsNoTracking().SingleOrDefaultAsync(row => row.Id == session && row.Status != SessionStatus.Expired, cancel);
}
