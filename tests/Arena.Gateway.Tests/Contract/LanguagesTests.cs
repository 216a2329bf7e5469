using Arena.Game.Vocabulary;
using Arena.Gateway.GameResults.Files;
using Arena.Gateway.Mail;

namespace Arena.Gateway.Tests.Contract;

/// <summary>The interface, mails, reports and suggested nicknames have the same languages.</summary>
public sealed class LanguagesTests
{
    private static readonly string[] OfTheInterface =
    [
        .. Directory.EnumerateFiles(Path.Combine(Repository.Root, "gateway/web/src/lib/i18n"), "??.ts")
            .Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal),
    ];

    [Fact]
    public void Mails_are_written_in_the_languages_of_the_interface() =>
        Assert.Equal(OfTheInterface, MailLanguages.All.Order(StringComparer.Ordinal));

    [Fact]
    public void Reports_and_nicknames_have_the_languages_of_the_interface()
    {
        Assert.Equal(OfTheInterface, Codes<ReportLanguage>());
        Assert.Equal(OfTheInterface, Codes<NameLanguage>());
    }

    [Fact]
    public void Each_language_has_its_own_words()
    {
        Assert.Distinct(MailLanguages.All.Select(language => MailLanguages.WordsOf(language).Greeting("Ann")));
        Assert.Distinct(Enum.GetValues<ReportLanguage>().Select(language => ReportWords.For(language).Skipped));
    }

    private static IEnumerable<string> Codes<T>()
        where T : struct, Enum =>
        Enum.GetNames<T>().Select(name => name.ToLowerInvariant()).Order(StringComparer.Ordinal);
}
