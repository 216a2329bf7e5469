using System.Text;
using Arena.Game.Names;
using Arena.Game.Vocabulary;

namespace Arena.Gateway.Accounts;

/// <summary>What an account's name may be: 3 to 20 letters, digits, and <c>. _ -</c> between them, not the same as another's to a reader.</summary>
internal static class AccountNames
{
    public const int MinLength = 3;
    public const int MaxLength = GameLimits.MaxNicknameGraphemes;

    /// <summary>Phonetic letters begin here: the shapes of small Cyrillic capitals are among them.</summary>
    private const int FirstAfterLatin = 0x0250;

    /// <summary>Names by which a stranger would seem to speak for those who run Arena, by each of their looks.</summary>
    private static readonly HashSet<string> Reserved =
    [
        .. new[]
        {
            "admin", "administrator", "administrateur", "administration", "arena", "host", "moderator", "moderateur", "official", "operator", "root",
            "security", "staff", "support", "system", "twitch", "webmaster",
        }.SelectMany(name => Nicknames.Looks(name)),
    ];

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

    /// <summary>
    /// Whether a name may be given to an account: no reader takes it for one of Arena's own, or for a name in Latin letters when it is in others,
    /// and it does not mix Latin letters with those of an alphabet that has the same shapes.
    /// </summary>
    public static bool IsDistinct(string name)
    {
        var runes = name.EnumerateRunes().ToArray();
        return !Nicknames.Looks(name).Any(Reserved.Contains)
            && (runes.All(IsLatin) || Confusables.Skeleton(name).EnumerateRunes().Any(rune => Rune.IsLetter(rune) && !IsLatin(rune)))
            && !(runes.Any(rune => rune.IsAscii && Rune.IsLetter(rune)) && runes.Any(IsTwin));
    }

    /// <summary>Two names with the same key are the same account.</summary>
    public static string Key(string name) => Nicknames.Key(name);

    private static bool IsLatin(Rune rune) => rune.Value < FirstAfterLatin;

    /// <summary>A letter of Greek, Cyrillic, Armenian, Coptic or Cherokee: alphabets that share shapes with Latin.</summary>
    private static bool IsTwin(Rune rune) => rune.Value is (>= 0x0370 and <= 0x058F) or (>= 0x13A0 and <= 0x13FF) or (>= 0x2C80 and <= 0x2CFF) or (>= 0xAB70 and <= 0xABBF);
}
