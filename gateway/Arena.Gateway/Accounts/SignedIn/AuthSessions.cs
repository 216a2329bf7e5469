using Arena.Gateway.Play;
using Arena.Gateway.Security;
using Arena.Storage.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Arena.Gateway.Accounts.SignedIn;

/// <summary>
/// The signed-in browsers. Each has a row for as long as it is signed in. Its refresh token is good once; the same browser may repeat it
/// within seconds and gets the same reply. One that is used later was stolen, or its successor was: the browser is signed out, with its sockets.
/// </summary>
internal sealed class AuthSessions(
    IDbContextFactory<ArenaDbContext> contexts, SignInTokens tokens, SessionConnections sockets, SecurityLog log, IOptions<AccountOptions> options,
    TimeProvider clock)
{
    private const int MaxUserAgentLength = 200;

    /// <param name="user">Whose browser.</param>
    /// <param name="http">Its request.</param>
    /// <param name="notice">A mail about it, or null.</param>
    /// <param name="cancel">The caller is gone.</param>
    public async Task<SignIn> OpenAsync(Guid user, HttpContext http, MailRow? notice, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var secret = SignInTokens.DrawSecret();
        var row = new AuthSessionRow
        {
            Id = Guid.CreateVersion7(now),
            UserId = user,
            RefreshTokenHash = SignInTokens.Hash(secret),
            CreatedAt = now,
            RotatedAt = now,
            ExpiresAt = ExpiryAfter(now, now),
            UserAgent = UserAgent(http.Request),
            Ip = http.Connection.RemoteIpAddress?.ToString(),
        };
        await using var context = await contexts.CreateDbContextAsync(cancel);
        context.AuthSessions.Add(row);
        if (notice is not null)
            context.Mails.Add(notice);
        await context.SaveChangesAsync(cancel);
        var tooMany = await context.AuthSessions.Where(other => other.UserId == user)
            .OrderByDescending(other => other.RotatedAt).ThenByDescending(other => other.Id)
            .Skip(options.Value.MaxSignIns).Select(other => other.Id).ToListAsync(cancel);
        await EndAsync(tooMany, cancel);
        return new(row.Id, user, tokens.Refresh(row.Id, secret), row.ExpiresAt);
    }

    /// <returns>The browser with its next refresh token, or null if it is not signed in.</returns>
    public async Task<SignIn?> RefreshAsync(string? refreshToken, HttpContext http, CancellationToken cancel)
    {
        if (tokens.Read(refreshToken) is not var (id, secret))
            return null;
        var now = clock.GetUtcNow();
        var hash = SignInTokens.Hash(secret);
        await using var context = await contexts.CreateDbContextAsync(cancel);
        var row = await FindAsync(context, id, now, cancel);
        if (row?.RefreshTokenHash == hash)
        {
            if (await RotateAsync(context, row, secret, now, http, cancel) is { } rotated)
                return rotated;
            row = await FindAsync(context, id, now, cancel);
        }
        if (row is null)
            return null;
        if (row.PreviousTokenHash == hash && IsRepetition(row, now, http.Request))
            return new(id, row.UserId, tokens.Refresh(id, SignInTokens.Next(secret, row.RotationSalt!)), row.ExpiresAt);
        await log.WriteAsync(SecurityEvent.RefreshTokenReused, row.UserId, http.Connection.RemoteIpAddress);
        await EndAsync([id], cancel);
        return null;
    }

    /// <summary>Whether a browser has signed in so lately.</summary>
    public async Task<bool> IsYoungerAsync(Guid id, TimeSpan age, CancellationToken cancel)
    {
        var since = clock.GetUtcNow() - age;
        await using var context = await contexts.CreateDbContextAsync(cancel);
        return await context.AuthSessions.AnyAsync(row => row.Id == id && row.CreatedAt > since, cancel);
    }

    public async Task<List<AuthSession>> ListAsync(Guid user, Guid? current, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        await using var context = await contexts.CreateDbContextAsync(cancel);
        return await context.AuthSessions.Where(row => row.UserId == user && row.ExpiresAt > now)
            .OrderByDescending(row => row.RotatedAt)
            .Select(row => new AuthSession(row.Id, row.UserAgent, row.Ip, row.CreatedAt, row.RotatedAt, row.Id == current))
            .ToListAsync(cancel);
    }

    /// <returns>Whether the account had it.</returns>
    public async Task<bool> RevokeAsync(Guid user, Guid id, CancellationToken cancel)
    {
        await using var context = await contexts.CreateDbContextAsync(cancel);
        if (await context.AuthSessions.Where(row => row.Id == id && row.UserId == user).ExecuteDeleteAsync(cancel) == 0)
            return false;
        await sockets.CloseAsync(socket => socket.SignIn == id);
        return true;
    }

    /// <summary>Ends what proves an account for others: signs all of its browsers out, but one, and ends its API keys with what hosts by them.</summary>
    /// <returns>How many of each there were.</returns>
    public async Task<(int Browsers, int ApiKeys)> RevokeOthersAsync(Guid user, Guid? spared, CancellationToken cancel)
    {
        await using var context = await contexts.CreateDbContextAsync(cancel);
        var browsers = await context.AuthSessions.Where(row => row.UserId == user && row.Id != spared).Select(row => row.Id).ToListAsync(cancel);
        await EndAsync(browsers, cancel);
        var keys = await context.ApiKeys.Where(row => row.UserId == user).Select(row => row.Id).ToListAsync(cancel);
        await context.ApiKeys.Where(row => keys.Contains(row.Id)).ExecuteDeleteAsync(cancel);
        await sockets.CloseAsync(socket => keys.Contains(socket.SignIn));
        return (browsers.Count, keys.Count);
    }

    private async Task EndAsync(List<Guid> ids, CancellationToken cancel)
    {
        await using var context = await contexts.CreateDbContextAsync(cancel);
        await context.AuthSessions.Where(row => ids.Contains(row.Id)).ExecuteDeleteAsync(cancel);
        await sockets.CloseAsync(socket => ids.Contains(socket.SignIn));
    }

    private async Task<SignIn?> RotateAsync(
        ArenaDbContext context, AuthSessionRow row, byte[] secret, DateTimeOffset now, HttpContext http, CancellationToken cancel)
    {
        var salt = SignInTokens.DrawSalt();
        var next = SignInTokens.Next(secret, salt);
        var (nextHash, expires, ip) = (SignInTokens.Hash(next), ExpiryAfter(row.CreatedAt, now), http.Connection.RemoteIpAddress?.ToString());
        var rotated = await context.AuthSessions.Where(other => other.Id == row.Id && other.RefreshTokenHash == row.RefreshTokenHash)
            .ExecuteUpdateAsync(
                set => set
                    .SetProperty(other => other.PreviousTokenHash, row.RefreshTokenHash)
                    .SetProperty(other => other.RefreshTokenHash, nextHash)
                    .SetProperty(other => other.RotationSalt, salt)
                    .SetProperty(other => other.RotatedAt, now)
                    .SetProperty(other => other.ExpiresAt, expires)
                    .SetProperty(other => other.Ip, ip),
                cancel);
        return rotated == 1 ? new(row.Id, row.UserId, tokens.Refresh(row.Id, next), expires) : null;
    }

    private bool IsRepetition(AuthSessionRow row, DateTimeOffset now, HttpRequest request) =>
        now - row.RotatedAt <= TimeSpan.FromSeconds(options.Value.RefreshGraceSeconds) && row.UserAgent == UserAgent(request);

    private static Task<AuthSessionRow?> FindAsync(ArenaDbContext context, Guid id, DateTimeOffset now, CancellationToken cancel) =>
        context.AuthSessions.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id && row.ExpiresAt > now, cancel);

    private DateTimeOffset ExpiryAfter(DateTimeOffset signedIn, DateTimeOffset now)
    {
        var (idle, most) = (now.AddDays(options.Value.IdleDays), signedIn.AddDays(options.Value.SignInDays));
        return idle < most ? idle : most;
    }

    private static string? UserAgent(HttpRequest request) =>
        request.Headers.UserAgent.ToString() is { Length: > 0 } agent ? agent[..Math.Min(agent.Length, MaxUserAgentLength)] : null;
}
