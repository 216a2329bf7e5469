using System.Text.Json;
using Arena.Game.Questions;

namespace Arena.Game.Tests.Questions;

/// <summary>The cases are those of the editor, too, which refuses a second tag of the same key.</summary>
public sealed class TextComparisonTests
{
    private static readonly JsonElement Cases =
        JsonDocument.Parse(File.ReadAllBytes(Repository.At("gateway", "web", "src", "lib", "author", "tags.cases.json"))).RootElement;

    public static TheoryData<string, string> Same => Pairs("same");

    public static TheoryData<string, string> Different => Pairs("different");

    [Theory]
    [MemberData(nameof(Same))]
    public void Texts_that_differ_in_case_and_accents_alone_have_the_same_key(string one, string other) =>
        Assert.Equal(TextComparison.Key(one), TextComparison.Key(other));

    [Theory]
    [MemberData(nameof(Different))]
    public void Texts_that_differ_otherwise_have_other_keys(string one, string other) =>
        Assert.NotEqual(TextComparison.Key(one), TextComparison.Key(other));

    [Fact]
    public void Broken_characters_have_a_key_too()
    {
        Assert.Equal("ete", TextComparison.Key("É\uFFFEté"));
        Assert.Equal("ete\uFFFD", TextComparison.Key("Été\uD800"));
    }

    private static TheoryData<string, string> Pairs(string name) =>
        [.. Cases.GetProperty(name).EnumerateArray().Select(pair => (pair[0].GetString()!, pair[1].GetString()!))];
}
