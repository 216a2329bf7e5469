using Arena.Storage.Model;
using Microsoft.AspNetCore.Identity;

namespace Arena.Gateway.Accounts.Passwords;

/// <summary>
/// What a password may be: long enough, not so long that hashing it is an attack, not guessed first, not made of what leaked passwords are
/// made of, not little else than the account's name and what Arena is about. Nothing about which characters are in it: such rules make passwords worse (NIST SP 800-63B, 3.1.1.2).
/// </summary>
internal sealed class PasswordRule : IPasswordValidator<UserRow>
{
    public const int MinLength = 8;
    public const int MaxLength = 128;

    /// <summary>
    /// Of zxcvbn's scores, 0 to 4, the lowest that is accepted: below, a guesser who tries leaked passwords, names, words, keyboard rows, dates and
    /// repetitions, with digits and signs for letters and behind them, is done within 10,000 seconds.
    /// </summary>
    private const int MinScore = 2;

    /// <summary>So many characters are scored, which bounds the work: what follows makes no password weaker.</summary>
    private const int ScoredLength = 64;

    /// <summary>So much of a password must differ from these words.</summary>
    private const int OwnLength = 4;

    private static readonly string[] AtHand = ["arena", "quiz", "twitch"];

    public Task<IdentityResult> ValidateAsync(UserManager<UserRow> manager, UserRow user, string? password) => Task.FromResult(
        password is { Length: >= MinLength and <= MaxLength }
        && !string.IsNullOrWhiteSpace(password)
        && !CommonPasswords.Contains(password)
        && Own(password, user.Username).Length >= OwnLength
        && Zxcvbn.Zxcvbn.MatchPassword(password[..Math.Min(password.Length, ScoredLength)], AtHand.Prepend(user.Username)).Score >= MinScore
            ? IdentityResult.Success
            : IdentityResult.Failed(new IdentityError { Code = nameof(PasswordRule) }));

    private static string Own(string password, string name) =>
        AtHand.Prepend(name).Aggregate(password, (left, word) => left.Replace(word, "", StringComparison.OrdinalIgnoreCase));
}
