using System.Collections.Frozen;

namespace Arena.Gateway.Mail;

/// <summary>The languages of mails: those of the interface.</summary>
internal static class MailLanguages
{
    public const string Default = "en";

    private static readonly FrozenDictionary<string, IMailWords> Words = new Dictionary<string, IMailWords>
    {
        [Default] = new EnglishMailWords(),
        ["fr"] = new FrenchMailWords(),
        ["de"] = new GermanMailWords(),
        ["es"] = new SpanishMailWords(),
    }.ToFrozenDictionary();

    public static IEnumerable<string> All => Words.Keys;

    /// <summary>Says in a problem which languages there are.</summary>
    public static string Detail { get; } = $"language is one of {string.Join(", ", Words.Keys.Order(StringComparer.Ordinal))}.";

    public static bool IsOne(string? language) => language is not null && Words.ContainsKey(language);

    /// <summary>Those of the default for a language that mails are no longer written in.</summary>
    public static IMailWords WordsOf(string language) => Words.GetValueOrDefault(language) ?? Words[Default];
}
