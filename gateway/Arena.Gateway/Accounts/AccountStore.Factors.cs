using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Arena.Storage.Model;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Arena.Gateway.Accounts;

/// <summary>
/// What proves an account beside its password. The key of an authenticator app is encrypted, recovery codes are kept as hashes (each is drawn
/// at random, of 120 bits), and of a passkey there is nothing secret here.
/// </summary>
internal sealed partial class AccountStore
    : IUserTwoFactorStore<UserRow>, IUserAuthenticatorKeyStore<UserRow>, IUserTwoFactorRecoveryCodeStore<UserRow>, IUserPasskeyStore<UserRow>
{
    private readonly IDataProtector _keys = protection.CreateProtector("arena.authenticator.1");

    public Task SetTwoFactorEnabledAsync(UserRow user, bool enabled, CancellationToken cancellationToken)
    {
        user.HasSecondFactor = enabled;
        return Task.CompletedTask;
    }

    public Task<bool> GetTwoFactorEnabledAsync(UserRow user, CancellationToken cancellationToken) => Task.FromResult(user.HasSecondFactor);

    public Task SetAuthenticatorKeyAsync(UserRow user, string key, CancellationToken cancellationToken)
    {
        user.AuthenticatorKey = _keys.Protect(key);
        return Task.CompletedTask;
    }

    public Task<string?> GetAuthenticatorKeyAsync(UserRow user, CancellationToken cancellationToken) =>
        Task.FromResult(user.AuthenticatorKey is { } key ? _keys.Unprotect(key) : null);

    public Task ReplaceCodesAsync(UserRow user, IEnumerable<string> recoveryCodes, CancellationToken cancellationToken)
    {
        user.RecoveryCodes = string.Join(' ', recoveryCodes.Select(Hash));
        return Task.CompletedTask;
    }

    public Task<bool> RedeemCodeAsync(UserRow user, string code, CancellationToken cancellationToken)
    {
        var left = RecoveryCodes(user).ToList();
        var redeemed = left.Remove(Hash(code));
        user.RecoveryCodes = string.Join(' ', left);
        return Task.FromResult(redeemed);
    }

    public Task<int> CountCodesAsync(UserRow user, CancellationToken cancellationToken) => Task.FromResult(RecoveryCodes(user).Length);

    public async Task AddOrUpdatePasskeyAsync(UserRow user, UserPasskeyInfo passkey, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var id = Base64Url.EncodeToString(passkey.CredentialId);
        if (await context.UserPasskeys.SingleOrDefaultAsync(row => row.CredentialId == id, cancellationToken) is not { } stored)
        {
            context.UserPasskeys.Add(new()
            {
                CredentialId = id,
                UserId = user.Id,
                Name = passkey.Name ?? "",
                PublicKey = passkey.PublicKey,
                SignCount = passkey.SignCount,
                Transports = string.Join(',', passkey.Transports ?? []),
                IsUserVerified = passkey.IsUserVerified,
                IsBackupEligible = passkey.IsBackupEligible,
                IsBackedUp = passkey.IsBackedUp,
                CreatedAt = passkey.CreatedAt,
            });
        }
        else if (stored.UserId == user.Id)
        {
            (stored.SignCount, stored.IsUserVerified, stored.IsBackedUp) = (passkey.SignCount, passkey.IsUserVerified, passkey.IsBackedUp);
        }
        await context.SaveChangesAsync(cancellationToken);
    }

    public async Task<IList<UserPasskeyInfo>> GetPasskeysAsync(UserRow user, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var rows = await context.UserPasskeys.AsNoTracking().Where(row => row.UserId == user.Id).OrderBy(row => row.CreatedAt).ToListAsync(cancellationToken);
        return [.. rows.Select(Info)];
    }

    public async Task<UserRow?> FindByPasskeyIdAsync(byte[] credentialId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var id = Base64Url.EncodeToString(credentialId);
        return await context.Users.AsNoTracking()
            .SingleOrDefaultAsync(user => context.UserPasskeys.Any(row => row.CredentialId == id && row.UserId == user.Id), cancellationToken);
    }

    public async Task<UserPasskeyInfo?> FindPasskeyAsync(UserRow user, byte[] credentialId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var id = Base64Url.EncodeToString(credentialId);
        return await context.UserPasskeys.AsNoTracking().SingleOrDefaultAsync(row => row.CredentialId == id && row.UserId == user.Id, cancellationToken)
            is { } found ? Info(found) : null;
    }

    public async Task RemovePasskeyAsync(UserRow user, byte[] credentialId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var id = Base64Url.EncodeToString(credentialId);
        // Not if the account has changed in between: this may be its last way to sign in.
        await context.UserPasskeys
            .Where(row => row.CredentialId == id && row.UserId == user.Id && context.Users.Any(owner => owner.Id == user.Id && owner.Version == user.Version))
            .ExecuteDeleteAsync(cancellationToken);
    }

    private static string[] RecoveryCodes(UserRow user) => user.RecoveryCodes?.Split(' ', StringSplitOptions.RemoveEmptyEntries) ?? [];

    private static string Hash(string code) => Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(code.Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant())));

    private static UserPasskeyInfo Info(UserPasskeyRow row) => new(
        Base64Url.DecodeFromChars(row.CredentialId), row.PublicKey, row.CreatedAt, (uint)row.SignCount,
        row.Transports.Split(',', StringSplitOptions.RemoveEmptyEntries), row.IsUserVerified, row.IsBackupEligible, row.IsBackedUp,
        attestationObject: [], clientDataJson: [])
    { Name = row.Name };
}
