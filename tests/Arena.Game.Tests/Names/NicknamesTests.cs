using Arena.Game.Names;
using Arena.Game.Vocabulary;

namespace Arena.Game.Tests.Names;

public sealed class NicknamesTests
{
    [Theory]
    [InlineData("Ann", "Ann")]
    [InlineData(" Ann\t\n Lee ", "Ann Lee")]
    [InlineData("Ａｎｎ　Ｌｅｅ", "Ann Lee")]
    [InlineData("ﬁnn", "finn")]
    [InlineData("Jose\u0301", "José")]
    [InlineData("e\u200D\u0301", "é")]
    [InlineData("A\u0000\u0007nn", "Ann")]
    [InlineData("\u202EnnA", "nnA")]
    [InlineData("A\u2066n\u2069n", "Ann")]
    [InlineData("A\uD800nn", "Ann")]
    [InlineData("A\uFFFEnn", "Ann")]
    [InlineData("A\uFFFDnn", "Ann")]
    [InlineData("A\uE000nn", "Ann")]
    [InlineData("A\u3164nn", "A nn")]
    [InlineData("\u2800Ann\u2800", "Ann")]
    [InlineData("A\u2028nn", "A nn")]
    [InlineData("李雷", "李雷")]
    [InlineData("مريم", "مريم")]
    [InlineData("🎉", "🎉")]
    [InlineData("❤\uFE0F", "❤\uFE0F")]
    [InlineData("👍🏽", "👍🏽")]
    [InlineData("🇫🇷", "🇫🇷")]
    [Asvs("1.3.3")]
    public void A_nickname_is_normalised_and_invisible_characters_are_dropped(string typed, string expected)
    {
        Assert.Null(Nicknames.Clean(typed, out var nickname));
        Assert.Equal(expected, nickname);
    }

    [Theory]
    [InlineData("می\u200Cخواهم")]
    [InlineData("ශ්\u200Dරී")]
    [InlineData("क्\u200Dष")]
    [InlineData("क्\u200Cष")]
    [InlineData("👩\u200D🚀")]
    [InlineData("👩🏽\u200D🚀")]
    [InlineData("🏳\uFE0F\u200D🌈")]
    [InlineData("👨\u200D👩\u200D👧\u200D👦")]
    [InlineData("👩🏻\u200D❤\uFE0F\u200D💋\u200D👨🏼")]
    public void A_joiner_stays_where_the_spelling_or_an_emoji_needs_it(string typed)
    {
        Assert.Null(Nicknames.Clean(typed, out var nickname));
        Assert.Equal(typed, nickname);
        Assert.Equal(Nicknames.Looks(typed), Nicknames.Looks(typed.Replace("\u200C", "", StringComparison.Ordinal).Replace("\u200D", "", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("A\u200Cn\u200Dn", "Ann")]
    [InlineData("ب\u200C", "ب")]
    [InlineData("\u200Cب", "ب")]
    [InlineData("ا\u200Cب", "اب")]
    [InlineData("ب\u200Dب", "بب")]
    [InlineData("ب\u200C\u200Cب", "ب\u200Cب")]
    [InlineData("ب\u200C b", "ب b")]
    [InlineData("👩\u200D", "👩")]
    [InlineData("👩\u200D\u200D🚀", "👩\u200D🚀")]
    [InlineData("👩\u200Dx", "👩x")]
    [InlineData("क\u200Dष", "कष")]
    [InlineData("😀\u200D😀\u200D😀\u200D😀\u200D😀", "😀\u200D😀\u200D😀\u200D😀😀")]
    public void A_joiner_is_removed_where_it_is_invisible(string typed, string expected)
    {
        Assert.Null(Nicknames.Clean(typed, out var nickname));
        Assert.Equal(expected, nickname);
    }

    [Fact]
    public void Every_part_of_a_composed_emoji_counts_since_not_every_device_composes_it()
    {
        Assert.Null(Nicknames.Clean(string.Concat(Enumerable.Repeat("👩\u200D🚀", 10)), out _));
        Assert.Equal(GameErrorCode.NicknameTooLong, Nicknames.Clean(string.Concat(Enumerable.Repeat("👩\u200D🚀", 11)), out _));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("\t\r\n")]
    [InlineData("\u00A0\u3000")]
    [InlineData("\u200B\u200C\u200D\u2060\uFEFF")]
    [InlineData("\u202A\u202E\u2066")]
    [InlineData("\u0301\u0302")]
    [InlineData("\u20DD")]
    [InlineData("\u0903")]
    [InlineData("\uFE0F")]
    [InlineData("\u034F")]
    [InlineData("\u3164\u115F\u1160\uFFA0")]
    [InlineData("\u2800\u2800")]
    [InlineData("\uD800")]
    [InlineData("\uDC00\uD800")]
    [InlineData("\uFFFE\uFFFF")]
    [InlineData("\uFFFD")]
    [InlineData("\uE000")]
    [InlineData("\u00AD")]
    public void An_invisible_nickname_is_empty(string? typed) =>
        Assert.Equal(GameErrorCode.NicknameEmpty, Nicknames.Clean(typed, out _));

    [Fact]
    public void Twenty_graphemes_are_allowed() =>
        Assert.Null(Nicknames.Clean(new string('x', 20), out _));

    [Fact]
    public void Twenty_one_graphemes_are_too_long() =>
        Assert.Equal(GameErrorCode.NicknameTooLong, Nicknames.Clean(new string('x', 21), out _));

    [Fact]
    public void Graphemes_are_counted_not_characters()
    {
        Assert.Null(Nicknames.Clean(string.Concat(Enumerable.Repeat("👍🏽", 20)), out _));
        Assert.Equal(GameErrorCode.NicknameTooLong, Nicknames.Clean(string.Concat(Enumerable.Repeat("👍🏽", 21)), out _));
    }

    [Fact]
    public void Dropped_characters_do_not_count() =>
        Assert.Null(Nicknames.Clean(string.Concat(Enumerable.Repeat("x\u200B", 20)), out _));

    [Theory]
    [InlineData('x')]
    [InlineData('\u200B')]
    [InlineData('\u0301')]
    [InlineData(' ')]
    [Asvs("1.3.3")]
    public void Ten_thousand_characters_of_any_kind_are_too_long(char one) =>
        Assert.Equal(GameErrorCode.NicknameTooLong, Nicknames.Clean(new string(one, 10_000), out _));

    [Fact]
    public void A_name_that_grows_when_it_is_composed_is_measured_after() =>
        Assert.Equal(GameErrorCode.NicknameTooLong, Nicknames.Clean(new string('\uFDFA', 19), out _));

    [Theory]
    [InlineData("Ann", "aNN")]
    [InlineData("José", "JOSE\u0301")]
    [InlineData("Ann", "Ａｎｎ")]
    [InlineData("Σίσυφος", "ΣΊΣΥΦΟΣ")]
    [InlineData("❤\uFE0F", "❤")]
    [InlineData("葛\U000E0100", "葛")]
    public void A_name_may_be_written_in_several_ways(string one, string other) =>
        Assert.Equal(Nicknames.Key(one), Nicknames.Key(other));

    [Theory]
    [InlineData("Ann", "aNN")]
    [InlineData("Ann", "Аnn")]
    [InlineData("paypal", "раураl")]
    [InlineData("Alice", "A1ice")]
    [InlineData("Alice", "AIice")]
    [InlineData("Bob", "B0b")]
    [InlineData("BOB", "b0b")]
    [InlineData("Ian", "lan")]
    [InlineData("Mark", "rnark")]
    [InlineData("Emma", "Ernrna")]
    [InlineData("Ilse", "llse")]
    [InlineData("Ali", "AIi")]
    [InlineData("Anna O", "Anna 0")]
    [InlineData("paul", "РАUL")]
    [InlineData("Viva", "νiνa")]
    [InlineData("ivan", "Іvan")]
    [InlineData("Ｔｉｍ", "Tim")]
    [InlineData("Σίσυφος", "ΣΊΣΥΦΟΣ")]
    [InlineData("Νικος", "Nικoς")]
    [InlineData("José", "José")]
    [InlineData("O'Neil", "O’Neil")]
    [InlineData("Q-Tip", "Q‐Tip")]
    [InlineData("❤\uFE0F", "❤")]
    public void Names_that_look_the_same_are_the_same(string one, string other) =>
        Assert.NotEmpty(Nicknames.Looks(one).Intersect(Nicknames.Looks(other)));

    [Fact]
    public void Similarity_of_names_is_not_transitive()
    {
        Assert.NotEmpty(Nicknames.Looks("IAN").Intersect(Nicknames.Looks("ian")));
        Assert.NotEmpty(Nicknames.Looks("Ian").Intersect(Nicknames.Looks("lan")));
        Assert.Empty(Nicknames.Looks("ian").Intersect(Nicknames.Looks("lan")));
    }

    [Theory]
    [InlineData("Ann", "Anne")]
    [InlineData("Jose", "José")]
    [InlineData("👍", "👍🏽")]
    [InlineData("ab", "a b")]
    [InlineData("Ivan", "Inan")]
    [InlineData("Player 1", "Player 2")]
    [InlineData("ИВАН", "ИНАН")]
    [InlineData("李雷", "李电")]
    [InlineData("Tim L", "Tim I")]
    [InlineData("Tim L", "Tim 1")]
    [InlineData("Lia", "Iia")]
    [InlineData("Bern", "Bem")]
    [InlineData("Marn", "Mam")]
    [InlineData("Clara M", "Clara RN")]
    [InlineData("Ali", "All")]
    public void Names_that_look_different_are_different(string one, string other)
    {
        Assert.NotEqual(Nicknames.Key(one), Nicknames.Key(other));
        Assert.Empty(Nicknames.Looks(one).Intersect(Nicknames.Looks(other)));
    }

    [Theory]
    [InlineData("\uD800")]
    [InlineData("\uFFFE")]
    [InlineData("")]
    public void Any_text_has_a_key_and_a_look(string text)
    {
        Assert.Empty(Nicknames.Key(text));
        Assert.Equal(["", "=", "~"], Nicknames.Looks(text));
    }
}
