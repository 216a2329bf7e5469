using Arena.Storage;
using Microsoft.AspNetCore.Identity;

namespace Arena.Gateway.Accounts.Passwords;

/// <summary>
/// What a password may be: long enough, not so long that hashing it is an attack, not guessed first, not the account's name. Nothing about
/// which characters are in it: such rules make passwords worse (NIST SP 800-63B, 3.1.1.2).
/// </summary>
internal sealed class PasswordRule : IPasswordValidator<UserRow>
{
    public const int MinLength = 8;
    public const int MaxLength = 128;

    public Task<IdentityResult> ValidateAsync(UserManager<UserRow> manager, UserRow user, string? password) => Task.FromResult(
        password is { Length: >= MinLength and <= MaxLength }
        && !string.IsNullOrWhiteSpace(password)
        && !CommonPasswords.Contains(password)
        && !password.Equals(user.Username, StringComparison.OrdinalIgnoreCase)
            ? IdentityResult.Success
            : IdentityResult.Failed(new IdentityError { Code = nameof(PasswordRule) }));
}
