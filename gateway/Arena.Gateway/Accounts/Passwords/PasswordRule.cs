using Arena.Storage;
using Microsoft.AspNetCore.Identity;

namespace Arena.Gateway.Accounts.Passwords;

/// <summary>
/// What a password may be: long enough, not so long that hashing it is an attack, not guessed first, not little else than the account's name
/// and what Arena is about. Nothing about which characters are in it: such rules make passwords worse (NIST SP 800-63B, 3.1.1.2).
/// </summary>
internal sealed class PasswordRule : IPasswordValidator<UserRow>
{
    public const int MinLength = 8;
    public const int MaxLength = 128;

    /// <summary>So much of a password has to be nothing that lies at hand here.</summary>
    private const int OwnLength = 4;

    private static readonly string[] AtHand = ["arena", "quiz", "twitch"];

    public Task<IdentityResult> ValidateAsync(UserManager<UserRow> manager, UserRow user, string? password) => Task.FromResult(
        password is { Length: >= MinLength and <= MaxLength }
        && !string.IsNullOrWhiteSpace(password)
        && !CommonPasswords.Contains(password)
        && Own(password, user.Username).Length >= OwnLength
            ? IdentityResult.Success
            : IdentityResult.Failed(new IdentityError { Code = nameof(PasswordRule) }));

    private static string Own(string password, string name) =>
        AtHand.Prepend(name).Aggregate(password, (left, word) => left.Replace(word, "", StringComparison.OrdinalIgnoreCase));
}
