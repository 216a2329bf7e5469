using System.Text;
using Arena.Game;

namespace Arena.Gateway.Accounts;

/// <summary>What an account's name may be: 3 to 20 letters, digits, and <c>. _ -</c> between them, not the same as another's to a reader.</summary>
internal static class AccountNames
{
    public const int MinLength = 3;
    public const int MaxLength = GameLimits.MaxNicknameGraphemes;

    /// <returns>The name as it is kept, or null if it cannot be one.</returns>
    public static string? Clean(string? typed)
    {
        if (typed is null || Nicknames.Clean(typed, out var name) is not null || name.Length is < MinLength or > MaxLength)
            return null;
        var runes = name.EnumerateRunes().ToArray();
        return runes.All(rune => Rune.IsLetterOrDigit(rune) || rune.Value is '.' or '_' or '-')
            && Rune.IsLetterOrDigit(runes[0]) && Rune.IsLetterOrDigit(runes[^1])
            ? name
            : null;
    }

    /// <summary>Two names with the same key are the same account.</summary>
    public static string Key(string name) => Nicknames.Key(name);
}
