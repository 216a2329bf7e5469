using Arena.Gateway.Quizzes.Content;

namespace Arena.Gateway.Tests.Quizzes;

public sealed class LabelLookTests
{
    [Theory]
    [InlineData("yes", "ye\u200Bs")]
    [InlineData("yes", "\u2060yes\uFEFF")]
    [InlineData("A", "\u0410")]
    [InlineData("OK", "\u039F\u041A")]
    [InlineData("it's", "it\u2019s")]
    [InlineData("“a”", "\"a\"")]
    [InlineData("-1", "\u22121")]
    [InlineData("❤", "❤\uFE0F")]
    public void Labels_that_look_the_same_are_equal(string one, string other) => Assert.Equal(LabelLook.Of(one), LabelLook.Of(other));

    [Theory]
    [InlineData("mL", "ML")]
    [InlineData("x²", "x2")]
    [InlineData("é", "e")]
    [InlineData("1", "l")]
    [InlineData("0", "O")]
    [InlineData("rn", "m")]
    [InlineData("ν", "v")]
    [InlineData("ρ", "p")]
    [InlineData("1–2", "1-2")]
    [InlineData("Б", "B")]
    public void Labels_that_look_different_are_not_equal(string one, string other) => Assert.NotEqual(LabelLook.Of(one), LabelLook.Of(other));
}
