using System.Collections.Immutable;
using Arena.Game.Questions;
using Arena.Game.Views;
using Arena.Game.Vocabulary;
using Arena.TestKit.Games;

namespace Arena.Game.Tests.Questions;

/// <summary>What answers are worth, by example.</summary>
public sealed class JudgingTests
{
    private static readonly Guid Id = Scenario.Operation(1);

    [Theory]
    [InlineData("0 1", Verdict.Correct, 1)]
    [InlineData("0", Verdict.Partial, 0.5)]
    [InlineData("0 2", Verdict.Wrong, 0)]
    [InlineData("0 1 2", Verdict.Partial, 0.5)]
    [InlineData("0 1 2 3", Verdict.Wrong, 0)]
    [InlineData("2 3", Verdict.Wrong, 0)]
    public void Each_right_option_earns_a_share_and_each_wrong_one_takes_as_much(string chosen, Verdict verdict, double share) =>
        Assert.Equal(new Judgement(verdict, share), Judge(Multiple([new("A", true), new("B", true), new("C", false), new("D", false)]), Choices(chosen)));

    [Fact]
    public void An_option_with_a_weight_below_nothing_takes_points()
    {
        var question = Multiple([new("A", true) { Weight = 0.75 }, new("B", true) { Weight = 0.25 }, new("C", false) { Weight = -0.5 }]);
        Assert.Equal(new Judgement(Verdict.Partial, 0.75), Judge(question, Choices("0")));
        Assert.Equal(new Judgement(Verdict.Partial, 0.25), Judge(question, Choices("0 2")));
        Assert.Equal(new Judgement(Verdict.Wrong, -0.5), Judge(question, Choices("2")));
    }

    [Theory]
    [InlineData(0, Verdict.Correct, 1)]
    [InlineData(1, Verdict.Partial, 0.5)]
    [InlineData(2, Verdict.Wrong, -1)]
    public void A_single_choice_earns_the_weight_of_its_option(int chosen, Verdict verdict, double share) => Assert.Equal(
        new Judgement(verdict, share),
        Judge(
            new SingleChoiceQuestion(Id, "?", [new("A", true), new("B", false) { Weight = 0.5 }, new("C", false) { Weight = -1 }], 20_000, 1000),
            new ChoiceAnswer(chosen)));

    [Theory]
    [InlineData("Zürich", true)]
    [InlineData(" zurich ", true)]
    [InlineData("ZÜ-RICH!", true)]
    [InlineData("zu\u0308rich", true)]
    [InlineData("Zürch", false)]
    [InlineData("Genf", false)]
    public void Case_accents_spaces_and_punctuation_make_no_difference(string typed, bool accepted) =>
        Assert.Equal(Judgement.Of(accepted), Judge(Typed("Zürich"), new TextAnswer(typed)));

    [Theory]
    [InlineData("zürich")]
    [InlineData("Zurich")]
    [InlineData("Zü rich")]
    [InlineData("Zürich.")]
    public void Each_of_them_can_make_one(string typed) => Assert.Equal(
        Judgement.Wrong,
        Judge(Typed("Zürich") with { IgnoreCase = false, IgnoreAccents = false, IgnoreSpaces = false, IgnorePunctuation = false }, new TextAnswer(typed)));

    [Theory]
    [InlineData("Rom", "Ron", false)]
    [InlineData("Bern", "Bren", true)]
    [InlineData("Bern", "Ber", true)]
    [InlineData("Bern", "Berna", true)]
    [InlineData("Bern", "Barns", false)]
    [InlineData("Reykjavik", "Reikjavic", true)]
    [InlineData("Reykjavik", "Raikjavic", false)]
    public void Typos_are_allowed_by_the_length_of_the_text(string accepted, string typed, bool right) =>
        Assert.Equal(Judgement.Of(right), Judge(Typed(accepted) with { AllowTypos = true }, new TextAnswer(typed)));

    [Theory]
    [InlineData("œuf", "oeuf")]
    [InlineData("Straße", "STRASSE")]
    [InlineData("l’été", "l'ete")]
    public void Letters_are_as_keyboards_have_them(string accepted, string typed) =>
        Assert.Equal(Judgement.Correct, Judge(Typed(accepted), new TextAnswer(typed)));

    [Fact]
    public void Punctuation_alone_is_compared_literally()
    {
        Assert.Equal(Judgement.Correct, Judge(Typed("?!"), new TextAnswer("?!")));
        Assert.Equal(Judgement.Wrong, Judge(Typed("?!"), new TextAnswer("...")));
    }

    [Theory]
    [InlineData(NumberScoring.Exact, 7.3, Verdict.Correct, 1)]
    [InlineData(NumberScoring.Exact, 7.4, Verdict.Wrong, 0)]
    [InlineData(NumberScoring.Range, 7.4, Verdict.Correct, 1)]
    [InlineData(NumberScoring.Range, 7.5, Verdict.Wrong, 0)]
    [InlineData(NumberScoring.Nearest, 7.3, Verdict.Correct, 1)]
    [InlineData(NumberScoring.Nearest, 7.35, Verdict.Partial, 0.5)]
    [InlineData(NumberScoring.Nearest, 7.4, Verdict.Wrong, 0)]
    public void A_number_is_judged_by_its_distance(NumberScoring scoring, double given, Verdict verdict, double share) => Assert.Equal(
        new Judgement(verdict, share),
        Judge(new NumberQuestion(Id, "?", 7.3m, 20_000, 1000) { Tolerance = 0.1m, Scoring = scoring, Decimals = 2 }, new NumberAnswer((decimal)given)));

    [Theory]
    [InlineData(12.4, 12)]
    [InlineData(13.5, 15)]
    [InlineData(19.9, 20)]
    public void A_place_on_a_slider_is_the_nearest_one(double given, double kept)
    {
        var slider = new SliderQuestion(Id, "?", 0, 20, 3, 9, 20_000, 1000);
        Assert.Null(slider.Normalize(new NumberAnswer((decimal)given), out var normal));
        Assert.Equal(new NumberAnswer((decimal)kept), normal);
    }

    [Theory]
    [InlineData("0 1 2 3", Verdict.Correct, 1)]
    [InlineData("1 0 2 3", Verdict.Partial, 5 / 6.0)]
    [InlineData("3 2 1 0", Verdict.Wrong, 0)]
    [InlineData("2 3 0 1", Verdict.Partial, 2 / 6.0)]
    public void An_order_earns_the_share_of_pairs_that_are_in_order(string items, Verdict verdict, double share) => Assert.Equal(
        new Judgement(verdict, share), Judge(new OrderQuestion(Id, "?", ["a", "b", "c", "d"], 20_000, 1000), new OrderAnswer(Numbers(items))));

    [Fact]
    public void An_order_is_judged_by_the_places_that_were_shown()
    {
        var question = new OrderQuestion(Id, "?", ["one", "two", "three"], 20_000, 1000) { Shown = [2, 0, 1] };
        Assert.Equal(["three", "one", "two"], Assert.IsType<OrderTask>(question.Show()).Items);
        Assert.Equal([1, 2, 0], Assert.IsType<OrderKey>(question.Reveal()).Items);
        Assert.Equal(Judgement.Correct, Judge(question, new OrderAnswer([1, 2, 0])));
    }

    [Fact]
    public void Pairs_are_judged_by_the_places_that_were_shown()
    {
        var question = new MatchQuestion(Id, "?", [new("a", "1"), new("b", "2"), new("c", "3")], 20_000, 1000) { Shown = [2, 0, 1] };
        Assert.Equal(["3", "1", "2"], Assert.IsType<MatchTask>(question.Show()).Right);
        Assert.Equal(Judgement.Correct, Judge(question, new OrderAnswer([1, 2, 0])));
        Assert.Equal(new Judgement(Verdict.Partial, 1 / 3.0), Judge(question, new OrderAnswer([1, 0, 2])));
    }

    [Theory]
    [InlineData(0.5, 0.5, true)]
    [InlineData(0.7, 0.5, true)]
    [InlineData(0.71, 0.5, false)]
    [InlineData(0.5, 0.9, true)]
    [InlineData(0.5, 0.91, false)]
    public void A_circle_is_round_on_the_picture(double x, double y, bool isRight) => Assert.Equal(
        Judgement.Of(isRight), Judge(Pin(new CircleArea(0.5, 0.5, 0.2)), new PointAnswer(x, y)));

    [Theory]
    [InlineData(0.1, 0.1, true)]
    [InlineData(0.5, 0.5, false)]
    [InlineData(0.3, 0.2, true)]
    [InlineData(0.21, 0.3, false)]
    [InlineData(0, 0, true)]
    [InlineData(0.1, 0.4, true)]
    [InlineData(0.401, 0, false)]
    public void A_polygon_has_its_inside_and_its_edge(double x, double y, bool isRight) => Assert.Equal(
        Judgement.Of(isRight),
        Judge(Pin(new PolygonArea([new(0, 0), new(0.4, 0), new(0.4, 0.2), new(0.2, 0.2), new(0.2, 0.4), new(0, 0.4)])), new PointAnswer(x, y)));

    [Fact]
    public void A_pin_needs_a_picture_and_sound_areas()
    {
        var sound = Pin(new CircleArea(0.5, 0.5, 0.2));
        Assert.True(sound.IsPlayable());
        Assert.False((sound with { Medium = null }).IsPlayable());
        Assert.False((sound with { Medium = sound.Medium! with { Kind = MediumKind.Audio } }).IsPlayable());
        Assert.False((sound with { Medium = sound.Medium with { Name = "../secret" } }).IsPlayable());
        Assert.False(Pin().IsPlayable());
        Assert.False(Pin(new CircleArea(1.1, 0, 0.2)).IsPlayable());
        Assert.False(Pin(new CircleArea(0, 0, double.NaN)).IsPlayable());
        Assert.False(Pin(new PolygonArea([new(0, 0), new(1, 1)])).IsPlayable());
        Assert.False(Pin(new PolygonArea([new(0, 0), new(1, 1), new(2, 0)])).IsPlayable());
    }

    /// <summary>Thousands of players choose one of a few options: their answers take no memory of their own.</summary>
    [Fact]
    public void The_same_choice_of_many_players_is_one_object()
    {
        var question = Quizzes.Question();
        Assert.Null(question.Normalize(new ChoiceAnswer(3), out var one));
        Assert.Null(question.Normalize(new ChoiceAnswer(3), out var other));
        Assert.Same(one, other);
    }

    private static MultipleChoiceQuestion Multiple(ImmutableArray<Option> options) =>
        new(Id, "?", options, 20_000, 1000) { Scoring = ChoiceScoring.PerOption };

    private static TypedAnswerQuestion Typed(string accepted) => new(Id, "?", [accepted], 20_000, 1000);

    /// <summary>On a picture that is twice as wide as high.</summary>
    private static PinQuestion Pin(params PinArea[] areas) => new(Id, "?", [.. areas], 20_000, 1000)
    {
        Medium = new("0f343b0931126a20f133d67c2b018a3b", MediumKind.Picture) { Width = 800, Height = 400 },
    };

    private static ChoicesAnswer Choices(string chosen) => new(Numbers(chosen));

    private static ImmutableArray<int> Numbers(string text) => [.. text.Split(' ').Select(int.Parse)];

    private static Judgement Judge(Question question, AnswerValue answer)
    {
        Assert.True(question.IsPlayable());
        Assert.Null(question.Normalize(answer, out var normal));
        return question.Judge(normal);
    }
}
