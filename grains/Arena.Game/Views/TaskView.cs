using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Arena.Game.Views;

/// <summary>
/// What players see of a question while it is open. A closed family without any place for the key; on the wire <c>type</c> names the case, as in
/// <see cref="Vocabulary.QuestionType"/>.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(SingleChoiceTask), "singleChoice")]
[JsonDerivedType(typeof(TrueFalseTask), "trueFalse")]
[JsonDerivedType(typeof(MultipleChoiceTask), "multipleChoice")]
[JsonDerivedType(typeof(PollTask), "poll")]
[JsonDerivedType(typeof(TypedAnswerTask), "typedAnswer")]
[JsonDerivedType(typeof(NumberTask), "number")]
[JsonDerivedType(typeof(SliderTask), "slider")]
[JsonDerivedType(typeof(OrderTask), "order")]
[JsonDerivedType(typeof(MatchTask), "match")]
[JsonDerivedType(typeof(PinTask), "pin")]
[JsonDerivedType(typeof(RatingTask), "rating")]
[JsonDerivedType(typeof(WordCloudTask), "wordCloud")]
[JsonDerivedType(typeof(OpenTextTask), "openText")]
[JsonDerivedType(typeof(SlideTask), "slide")]
public abstract record TaskView
{
    private protected TaskView()
    {
    }
}

/// <summary>What all tasks with options share.</summary>
/// <param name="Options">Labels.</param>
public abstract record OptionsTask(ImmutableArray<string> Options) : TaskView
{
    /// <summary>The pictures of those options that have one, in the order of the options.</summary>
    public ImmutableArray<OptionPicture> Pictures { get; init; } = [];
}

/// <summary>One option is to be chosen: answered by <see cref="Vocabulary.ChoiceAnswer"/>.</summary>
/// <param name="Options">Labels, in the order whose index is the answer.</param>
public sealed record SingleChoiceTask(ImmutableArray<string> Options) : OptionsTask(Options);

/// <summary>One of two options is to be chosen: answered by <see cref="Vocabulary.ChoiceAnswer"/>.</summary>
/// <param name="Options">Two labels, in the order whose index is the answer.</param>
public sealed record TrueFalseTask(ImmutableArray<string> Options) : OptionsTask(Options);

/// <summary>All right options are to be chosen: answered by <see cref="Vocabulary.ChoicesAnswer"/>.</summary>
/// <param name="Options">Labels, in the order whose indexes are the answer.</param>
public sealed record MultipleChoiceTask(ImmutableArray<string> Options) : OptionsTask(Options);

/// <summary>One option is to be chosen, and none is right: answered by <see cref="Vocabulary.ChoiceAnswer"/>.</summary>
/// <param name="Options">Labels, in the order whose index is the answer.</param>
public sealed record PollTask(ImmutableArray<string> Options) : OptionsTask(Options);

/// <summary>A text is to be typed: answered by <see cref="Vocabulary.TextAnswer"/>.</summary>
/// <param name="MaxLength">Characters at most.</param>
public sealed record TypedAnswerTask(int MaxLength) : TaskView;

/// <summary>A number is to be typed: answered by <see cref="Vocabulary.NumberAnswer"/>.</summary>
/// <param name="Decimals">Decimals that count; further ones are rounded.</param>
/// <param name="Unit">What the number counts, or null.</param>
public sealed record NumberTask(int Decimals, string? Unit) : TaskView;

/// <summary>A number is to be picked: answered by <see cref="Vocabulary.NumberAnswer"/>.</summary>
/// <param name="Min">The first.</param>
/// <param name="Max">The last.</param>
/// <param name="Step">From one to the next.</param>
/// <param name="Unit">What the number counts, or null.</param>
public sealed record SliderTask(decimal Min, decimal Max, decimal Step, string? Unit) : TaskView;

/// <summary>Items are to be put in order: answered by <see cref="Vocabulary.OrderAnswer"/>.</summary>
/// <param name="Items">As they are shown at first.</param>
public sealed record OrderTask(ImmutableArray<string> Items) : TaskView;

/// <summary>Each item on the left has one on the right: answered by <see cref="Vocabulary.OrderAnswer"/>.</summary>
/// <param name="Left">As the author ordered them.</param>
/// <param name="Right">As many, in another order.</param>
public sealed record MatchTask(ImmutableArray<string> Left, ImmutableArray<string> Right) : TaskView;

/// <summary>A place is to be found on a picture: answered by <see cref="Vocabulary.PointAnswer"/>.</summary>
/// <param name="Picture">Shown whole.</param>
public sealed record PinTask(MediumView Picture) : TaskView;

/// <summary>A step is to be chosen, and none is right: answered by <see cref="Vocabulary.ChoiceAnswer"/>.</summary>
/// <param name="Steps">How many; the answer is below it.</param>
/// <param name="Low">What the first step means, or null.</param>
/// <param name="High">What the last step means, or null.</param>
public sealed record RatingTask(int Steps, string? Low, string? High) : TaskView;

/// <summary>Words are asked for: answered by <see cref="Vocabulary.WordsAnswer"/>.</summary>
/// <param name="MaxWords">How many at most.</param>
/// <param name="MaxLength">Characters of each at most.</param>
public sealed record WordCloudTask(int MaxWords, int MaxLength) : TaskView;

/// <summary>A text for the hosts is asked for: answered by <see cref="Vocabulary.TextAnswer"/>.</summary>
/// <param name="MaxLength">Characters at most.</param>
public sealed record OpenTextTask(int MaxLength) : TaskView;

/// <summary>Something to read: there is no answer.</summary>
/// <param name="Body">May have several lines.</param>
public sealed record SlideTask(string Body) : TaskView;
