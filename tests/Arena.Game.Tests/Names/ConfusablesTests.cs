using System.Text;
using Arena.Game.Names;

namespace Arena.Game.Tests.Names;

public sealed class ConfusablesTests
{
    [Theory]
    [InlineData("paypal", "раураl")]
    [InlineData("scope", "ѕсоре")]
    [InlineData("1", "l")]
    [InlineData("0", "O")]
    [InlineData("m", "rn")]
    [InlineData("ǉeto", "ljeto")]
    public void Texts_that_look_the_same_have_one_skeleton(string one, string other) =>
        Assert.Equal(Confusables.Skeleton(one.Normalize(NormalizationForm.FormKC)), Confusables.Skeleton(other));

    [Fact]
    public void A_skeleton_is_decomposed_so_that_accents_count() =>
        Assert.Equal("e\u0301", Confusables.Skeleton("é"));

    [Fact]
    public void The_table_is_whole_and_in_order()
    {
        var characters = Confusables.Characters.ToArray();

        Assert.Equal(2_524, characters.Length);
        Assert.Equal(characters.Order().Distinct(), characters);
        Assert.All(characters, character => Assert.NotEmpty(Confusables.PrototypeOf(character)!));
    }
}
