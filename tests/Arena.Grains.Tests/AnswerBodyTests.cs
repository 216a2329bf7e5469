using System.Text;
using System.Text.Json;
using Arena.Game.Vocabulary;
using Arena.GrainInterfaces;

namespace Arena.Grains.Tests;

/// <summary>Answers between gateways and silos, which may be of two releases.</summary>
public sealed class AnswerBodyTests
{
    [Fact]
    public void A_choice_travels_as_its_number_as_in_earlier_releases()
    {
        var sent = Sent(new ChoiceAnswer(2));
        Assert.Equal((2, null), (sent.Choice, sent.Other));
        Assert.Equal(new ChoiceAnswer(2), sent.ReadAnswer());
        Assert.Equal(new ChoiceAnswer(3), new SubmitAnswer(Guid.NewGuid(), 0, 0, 3, 0, 0).ReadAnswer());
    }

    [Fact]
    public void An_answer_of_another_kind_is_none_of_the_options_of_an_earlier_release()
    {
        var sent = Sent(new TextAnswer("Bern"));
        Assert.Equal(AnswerBody.NoChoice, sent.Choice);
        Assert.Equal(new TextAnswer("Bern"), sent.ReadAnswer());
    }

    [Fact]
    public void An_answer_of_a_kind_of_a_later_release_is_not_read() =>
        Assert.Null((Sent(new TextAnswer("x")) with { Other = new(Encoding.UTF8.GetBytes("""{"kind":"dance","steps":3}""")) }).ReadAnswer());

    [Fact]
    public void An_acknowledgement_says_what_stands() => Assert.Equal(
        [
            """{"round":1,"answer":{"kind":"choice","option":7}}""",
            """{"round":1,"answer":{"kind":"choice","option":9}}""",
            """{"round":1,"answer":{"kind":"order","items":[1,0]}}""",
        ],
        ((AnswerValue[])[new ChoiceAnswer(7), new ChoiceAnswer(9), new OrderAnswer([1, 0])])
            .Select(answer => JsonSerializer.Serialize(Acknowledged.For(1, answer), WireJson.Options)));

    private static SubmitAnswer Sent(AnswerValue answer) => SubmitAnswer.For(Guid.NewGuid(), 0, 0, answer, 0, 0, 0);
}
