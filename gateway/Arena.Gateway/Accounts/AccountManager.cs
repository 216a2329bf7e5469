using System.Security.Cryptography;
using Arena.Gateway.Accounts.Passwords;
using Arena.Storage.Model;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Arena.Gateway.Accounts;

/// <summary>Identity's manager, whose hashing waits its turn, and which takes as long for an account that does not exist.</summary>
internal sealed class AccountManager(
    PasswordQueue queue, IUserStore<UserRow> store, IOptions<IdentityOptions> options, IPasswordHasher<UserRow> hasher,
    IEnumerable<IUserValidator<UserRow>> users, IEnumerable<IPasswordValidator<UserRow>> passwords, ILookupNormalizer names,
    IdentityErrorDescriber errors, IServiceProvider services, ILogger<AccountManager> logger)
    : UserManager<UserRow>(store, options, hasher, users, passwords, names, errors, services, logger)
{
    private static string? _nobodysHash;

    /// <summary>Whether the browser of this request was signed in to the account before.</summary>
    public bool IsKnownBrowser { get; set; }

    /// <summary>Gives an account its name, and its first password if it has one.</summary>
    /// <param name="user">A new user, or an anonymous author who becomes one.</param>
    /// <param name="isNew">Whether the row is still to be made.</param>
    /// <param name="password">As it was typed, or null where something else proves the account.</param>
    public async Task<IdentityResult> RegisterAsync(UserRow user, bool isNew, string? password)
    {
        await UpdateNormalizedUserNameAsync(user);
        var free = await ValidateUserAsync(user);
        if (!free.Succeeded)
            return free;
        var hashed = password is null ? IdentityResult.Success : await UpdatePasswordHash(user, password, validatePassword: true);
        if (!hashed.Succeeded)
            return hashed;
        return isNew ? await Store.CreateAsync(user, CancellationToken) : await Store.UpdateAsync(user, CancellationToken);
    }

    /// <summary>Checks the password of an account that may not exist: it takes as long as if it did.</summary>
    public async Task<bool> IsPasswordAsync(UserRow? user, string password)
    {
        if (user?.PasswordHash is not null)
            return await CheckPasswordAsync(user, password);
        await queue.RunAsync(IsKnownBrowser, () => Task.FromResult(PasswordHasher.VerifyHashedPassword(null!, NobodysHash(), password)), CancellationToken);
        return false;
    }

    protected override Task<PasswordVerificationResult> VerifyPasswordAsync(IUserPasswordStore<UserRow> store, UserRow user, string password) =>
        queue.RunAsync(IsKnownBrowser, () => base.VerifyPasswordAsync(store, user, password), CancellationToken);

    protected override Task<IdentityResult> UpdatePasswordHash(UserRow user, string newPassword, bool validatePassword) =>
        queue.RunAsync(IsKnownBrowser, () => base.UpdatePasswordHash(user, newPassword, validatePassword), CancellationToken);

    /// <summary>120 bits, in symbols that are not mistaken for each other.</summary>
    protected override string CreateTwoFactorRecoveryCode() =>
        string.Join('-', RandomNumberGenerator.GetString("0123456789ABCDEFGHJKMNPQRSTVWXYZ", 24).Chunk(4).Select(part => new string(part)));

    /// <summary>Of a random password.</summary>
    private string NobodysHash() => _nobodysHash ??= PasswordHasher.HashPassword(null!, Guid.NewGuid().ToString());
}
