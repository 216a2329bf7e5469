using Arena.Game.Questions;

namespace Arena.Game.Tests.Questions;

public sealed class TextComparisonTests
{
    [Theory]
    [InlineData("Été", "ETE")]
    [InlineData("e\u0301te\u0301", "été")]
    [InlineData("Œuvre", "oeuvre")]
    [InlineData("Straße", "STRASSE")]
    [InlineData("ΣΊΣΥΦΟΣ", "σίσυφος")]
    [InlineData("l’eau", "L'EAU")]
    public void Texts_that_differ_in_case_and_accents_alone_have_the_same_key(string one, string other) =>
        Assert.Equal(TextComparison.Key(one), TextComparison.Key(other));

    [Theory]
    [InlineData("geo", "geography")]
    [InlineData("a b", "ab")]
    [InlineData("a-b", "ab")]
    [InlineData("日", "目")]
    public void Texts_that_differ_otherwise_have_other_keys(string one, string other) =>
        Assert.NotEqual(TextComparison.Key(one), TextComparison.Key(other));

    [Fact]
    public void Broken_characters_have_a_key_too()
    {
        Assert.Equal("ete", TextComparison.Key("É\uFFFEté"));
        Assert.Equal("ete\uFFFD", TextComparison.Key("Été\uD800"));
    }
}
