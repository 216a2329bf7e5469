using System.Security.Claims;
using Arena.Gateway.Accounts.SignedIn;
using Arena.Gateway.Authority;
using Arena.Gateway.Security;
using Arena.Storage.Model;
using Microsoft.AspNetCore.Authentication.BearerToken;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Arena.Gateway.Authors;

/// <summary>
/// The tokens of authors without an account: one row for all that follow one another. A refresh token is good once. The one before it gives the
/// same successor until that one is used, however late, since an author who loses the tokens loses the quizzes. One that is older still was
/// copied: the author's tokens end, those of the thief too.
/// </summary>
internal sealed class AuthorSessions(
    IDbContextFactory<ArenaDbContext> contexts, SignInTokens tokens, IOptionsMonitor<BearerTokenOptions> bearer, SecurityLog log, TimeProvider clock)
{
    private static readonly TimeSpan RefreshLifetime = TimeSpan.FromDays(730);

    /// <summary>A new author, with its first tokens.</summary>
    public async Task<AccessTokenResponse> MintAsync(CancellationToken cancel)
    {
        var id = Guid.CreateVersion7(clock.GetUtcNow());
        await using var context = await contexts.CreateDbContextAsync(cancel);
        context.Users.Add(new() { Id = id, Username = $"author-{id:N}", CreatedAt = clock.GetUtcNow() });
        return await OpenAsync(context, id, cancel);
    }

    /// <returns>The next tokens, or null if the author has none any more.</returns>
    public async Task<AccessTokenResponse?> RefreshAsync(string? refreshToken, HttpContext http, CancellationToken cancel)
    {
        if (tokens.ReadAuthor(refreshToken) is not var (id, secret))
            return await UpgradeAsync(refreshToken, cancel);
        var hash = SignInTokens.Hash(secret);
        await using var context = await contexts.CreateDbContextAsync(cancel);
        var row = await FindAsync(context, id, cancel);
        if (row?.RefreshTokenHash == hash)
        {
            if (await RotateAsync(context, row, secret, cancel) is { } rotated)
                return rotated;
            row = await FindAsync(context, id, cancel);
        }
        if (row is null)
            return null;
        if (row.PreviousTokenHash == hash)
            return tokens.OfAuthor(row.UserId, id, SignInTokens.Next(secret, row.RotationSalt!));
        await log.WriteAsync(SecurityEvent.RefreshTokenReused, row.UserId, http.Connection.RemoteIpAddress);
        await context.AuthSessions.Where(other => other.Id == id).ExecuteDeleteAsync(cancel);
        return null;
    }

    /// <summary>A token of a release that had no rows for authors is good for as long as the author has none.</summary>
    private async Task<AccessTokenResponse?> UpgradeAsync(string? refreshToken, CancellationToken cancel)
    {
        var ticket = string.IsNullOrEmpty(refreshToken) ? null : bearer.Get(Author.Scheme).RefreshTokenProtector.Unprotect(refreshToken);
        if (ticket?.Properties.ExpiresUtc is not { } expires || expires <= clock.GetUtcNow() || ticket.Principal.FindFirstValue(Caller.IdClaim) is null)
            return null;
        var author = ticket.Principal.Id();
        await using var context = await contexts.CreateDbContextAsync(cancel);
        var isGood = await context.Users.AnyAsync(
            user => user.Id == author && user.NameKey == null && !context.AuthSessions.Any(row => row.UserId == author), cancel);
        return isGood ? await OpenAsync(context, author, cancel) : null;
    }

    private async Task<AccessTokenResponse> OpenAsync(ArenaDbContext context, Guid author, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var secret = SignInTokens.DrawSecret();
        var row = new AuthSessionRow
        {
            Id = Guid.CreateVersion7(now),
            UserId = author,
            RefreshTokenHash = SignInTokens.Hash(secret),
            CreatedAt = now,
            RotatedAt = now,
            ExpiresAt = now + RefreshLifetime,
        };
        context.AuthSessions.Add(row);
        await context.SaveChangesAsync(cancel);
        return tokens.OfAuthor(author, row.Id, secret);
    }

    private async Task<AccessTokenResponse?> RotateAsync(ArenaDbContext context, AuthSessionRow row, byte[] secret, CancellationToken cancel)
    {
        var salt = SignInTokens.DrawSalt();
        var next = SignInTokens.Next(secret, salt);
        var (nextHash, now) = (SignInTokens.Hash(next), clock.GetUtcNow());
        var rotated = await context.AuthSessions.Where(other => other.Id == row.Id && other.RefreshTokenHash == row.RefreshTokenHash)
            .ExecuteUpdateAsync(
                set => set
                    .SetProperty(other => other.PreviousTokenHash, row.RefreshTokenHash)
                    .SetProperty(other => other.RefreshTokenHash, nextHash)
                    .SetProperty(other => other.RotationSalt, salt)
                    .SetProperty(other => other.RotatedAt, now)
                    .SetProperty(other => other.ExpiresAt, now + RefreshLifetime),
                cancel);
        return rotated == 1 ? tokens.OfAuthor(row.UserId, row.Id, next) : null;
    }

    /// <summary>Only while the author has no account.</summary>
    private Task<AuthSessionRow?> FindAsync(ArenaDbContext context, Guid id, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        return context.AuthSessions.AsNoTracking().SingleOrDefaultAsync(
            row => row.Id == id && row.ExpiresAt > now && context.Users.Any(user => user.Id == row.UserId && user.NameKey == null), cancel);
    }
}
