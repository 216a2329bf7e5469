using System.Security.Cryptography;
using System.Text;
using Arena.Storage.Model;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Arena.Gateway.Accounts;

/// <summary>
/// The address of an account, which is kept once it is confirmed. Identity's stamp is computed of what its links depend on: a link that was made
/// before the password or the address changed is good no more.
/// </summary>
internal sealed partial class AccountStore : IUserEmailStore<UserRow>, IUserSecurityStampStore<UserRow>
{
    public Task SetEmailAsync(UserRow user, string? email, CancellationToken cancellationToken)
    {
        user.Email = email;
        return Task.CompletedTask;
    }

    public Task<string?> GetEmailAsync(UserRow user, CancellationToken cancellationToken) => Task.FromResult(user.Email);

    public Task<bool> GetEmailConfirmedAsync(UserRow user, CancellationToken cancellationToken) => Task.FromResult(user.Email is not null);

    public Task SetEmailConfirmedAsync(UserRow user, bool confirmed, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task<string?> GetNormalizedEmailAsync(UserRow user, CancellationToken cancellationToken) => Task.FromResult(user.EmailKey);

    public Task SetNormalizedEmailAsync(UserRow user, string? normalizedEmail, CancellationToken cancellationToken)
    {
        user.EmailKey = normalizedEmail;
        return Task.CompletedTask;
    }

    public async Task<UserRow?> FindByEmailAsync(string normalizedEmail, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.Users.AsNoTracking().SingleOrDefaultAsync(row => row.EmailKey == normalizedEmail, cancellationToken);
    }

    public Task SetSecurityStampAsync(UserRow user, string stamp, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task<string?> GetSecurityStampAsync(UserRow user, CancellationToken cancellationToken) => Task.FromResult<string?>(
        Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes($"{user.PasswordHash} {user.EmailKey}"))));
}
