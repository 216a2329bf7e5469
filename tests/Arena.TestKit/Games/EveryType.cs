using System.Collections.Immutable;
using Arena.Game.Questions;
using Arena.Game.Views;
using Arena.Game.Vocabulary;

namespace Arena.TestKit.Games;

/// <summary>A playable question of a type.</summary>
/// <param name="Question">As a library holds it.</param>
/// <param name="Right">An answer that is right once it is launched, or fits where nothing is right or wrong.</param>
public sealed record TypeSample(Question Question, Func<Question, AnswerValue?> Right);

/// <summary>The samples of all types, with and without shuffling. A new type needs a line here, and a case in <see cref="WithOtherContent"/>.</summary>
public static class EveryType
{
    private static readonly Guid Id = Scenario.Operation(4_000);
    private static readonly ImmutableArray<Option> Options = [new("Red", false), new("Green", true), new("Blue", true), new("Grey", false)];
    private static readonly Medium Photo = new("0f343b0931126a20f133d67c2b018a3b", MediumKind.Picture)
    {
        Alt = "A lake",
        Width = 1600,
        Height = 900,
        Credit = "Ann",
    };

    private static readonly ImmutableArray<Option> Pictures =
        [new("Red", false), new("Green", true) { Picture = Photo with { Credit = "Bob" } }, new("Blue", true) { Picture = Photo with { Alt = null } }];

    private static readonly ImmutableArray<Option> Plain = [.. Options.Select(option => option with { IsCorrect = false })];

    public static ImmutableArray<TypeSample> All { get; } =
    [
        new(new SingleChoiceQuestion(Id, "One?", Options, 20_000, 1000), FirstOption),
        new(new SingleChoiceQuestion(Id, "One?", Options, null, 1000) { Shuffle = true, Hint = new("It is a colour.") }, FirstOption),
        new(new SingleChoiceQuestion(Id, "One?", Pictures, 20_000, 1000) { Medium = Photo }, FirstOption),
        new(new TrueFalseQuestion(Id, "True?", [new("Yes", true), new("No", false)], 20_000, 1000), FirstOption),
        new(new MultipleChoiceQuestion(Id, "All?", Options, 20_000, 1000), AllOptions),
        new(new MultipleChoiceQuestion(Id, "All?", Options, 20_000, 2000) { Shuffle = true, Scoring = ChoiceScoring.PerOption }, AllOptions),
        new(new PollQuestion(Id, "Which?", Plain, 20_000), _ => new ChoiceAnswer(3)),
        new(new PollQuestion(Id, "Which?", Plain, 20_000) { Shuffle = true }, _ => new ChoiceAnswer(0)),
        new(new TypedAnswerQuestion(Id, "Capital?", ["Bern", "Berne"], 20_000, 1000) { AllowTypos = true, Hint = new("An animal gave it its name.", 50) }, _ => new TextAnswer("berne")),
        new(
            new NumberQuestion(Id, "How high?", 4_810.5m, 20_000, 1000) { Tolerance = 10, Scoring = NumberScoring.Nearest, Decimals = 1, Unit = "m" },
            _ => new NumberAnswer(4_810.5m)),
        new(new SliderQuestion(Id, "When?", 1900, 2000, 1, 1969, 20_000, 1000) { Tolerance = 20 }, _ => new NumberAnswer(1969)),
        new(new OrderQuestion(Id, "Order?", ["one", "two", "three", "four"], 20_000, 1000) { Hint = new("Count.", 10) }, Order),
        new(new MatchQuestion(Id, "Pairs?", [new("France", "Paris"), new("Italy", "Rome"), new("Spain", "Madrid")], 20_000, 1000), Order),
        new(
            new PinQuestion(Id, "Where?", [new CircleArea(0.5, 0.5, 0.1), new PolygonArea([new(0, 0), new(0.2, 0), new(0, 0.2)])], 20_000, 1000) { Medium = Photo },
            _ => new PointAnswer(0.5, 0.6)),
        new(new RatingQuestion(Id, "How was it?", 5, 20_000) { Low = "bad" }, _ => new ChoiceAnswer(4)),
        new(new WordCloudQuestion(Id, "Think of?", 20_000), _ => new WordsAnswer(["sun", "sea"])),
        new(new OpenTextQuestion(Id, "Why?", 20_000), _ => new TextAnswer("Because.")),
        new(new SlideQuestion(Id, "Read", "Some text.\nMore.", null) { Medium = new(Photo.Name, MediumKind.Video) { Seconds = 12 } }, _ => null),
    ];

    /// <summary>A question that differs in nothing but its key.</summary>
    public static Question WithOtherKey(Question question) =>
        WithOtherContent(question) with
        {
            Explanation = question is SlideQuestion ? null : "For another reason.",
            Medium = question.Medium is { } medium ? WithOtherCredit(medium) : null,
        };

    /// <summary>A question that differs in nothing but the text of its hint.</summary>
    public static Question WithOtherHint(Question question) =>
        question.Hint is { } hint ? question with { Hint = hint with { Text = "Another hint." } } : question;

    /// <summary>A credit often names what is asked for.</summary>
    private static Medium WithOtherCredit(Medium medium) => medium with { Credit = "Another" };

    private static Question WithOtherContent(Question question) => question switch
    {
        PollQuestion => question,
        // How many options are right is no secret of a choice: it says whether there is a 50:50.
        SingleChoiceQuestion choice => choice with { Options = [.. choice.Options.Select((option, index) => WithMarkOf(option, choice.Options[(index + 1) % choice.Options.Length]))] },
        OptionsQuestion options => options with { Options = [.. options.Options.Select(WithOtherMark)] },
        TypedAnswerQuestion typed => typed with { Accepted = ["Paris"] },
        NumberQuestion number => number with { Value = number.Value + 100, Tolerance = 0, Scoring = NumberScoring.Exact },
        SliderQuestion slider => slider with { Value = slider.Min, Tolerance = 0 },
        PinQuestion pin => pin with { Areas = [new CircleArea(0.9, 0.9, 0.05)] },
        OrderQuestion order => order with { Items = [.. order.Items.Reverse()] },
        MatchQuestion match => match with { Pairs = [.. match.Pairs.Select((pair, index) => pair with { Right = match.Pairs[^(index + 1)].Right })] },
        _ => question,
    };

    private static Option WithMarkOf(Option option, Option other) => WithOtherMark(option) with { IsCorrect = other.IsCorrect, Weight = other.Weight };

    private static Option WithOtherMark(Option option) => option with
    {
        IsCorrect = !option.IsCorrect,
        Picture = option.Picture is { } picture ? WithOtherCredit(picture) : null,
    };

    private static ChoiceAnswer FirstOption(Question question) => new(((OptionsKey)question.Reveal()!).Correct[0]);

    private static ChoicesAnswer AllOptions(Question question) => new(((OptionsKey)question.Reveal()!).Correct);

    private static OrderAnswer Order(Question question) => new(((OrderKey)question.Reveal()!).Items);
}
