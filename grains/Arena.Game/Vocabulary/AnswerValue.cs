using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Arena.Game.Vocabulary;

/// <summary>What a player answers. A closed family; on the wire, in the journal and in <c>player_answer</c>, <c>kind</c> names the case.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(ChoiceAnswer), "choice")]
[JsonDerivedType(typeof(ChoicesAnswer), "choices")]
[JsonDerivedType(typeof(TextAnswer), "text")]
[JsonDerivedType(typeof(WordsAnswer), "words")]
[JsonDerivedType(typeof(NumberAnswer), "number")]
[JsonDerivedType(typeof(OrderAnswer), "order")]
[JsonDerivedType(typeof(PointAnswer), "point")]
public abstract record AnswerValue
{
    private protected AnswerValue()
    {
    }
}

/// <summary>One of several.</summary>
/// <param name="Option">Index of the option, or of the step of a scale.</param>
public sealed record ChoiceAnswer(int Option) : AnswerValue
{
    private static readonly ImmutableArray<ChoiceAnswer> Shared =
        [.. Enumerable.Range(0, GameLimits.MaxOptions).Select(option => new ChoiceAnswer(option))];

    /// <summary>An instance that is shared: thousands of players choose one of a few options.</summary>
    public static ChoiceAnswer Of(int option) => option >= 0 && option < Shared.Length ? Shared[option] : new(option);
}

/// <summary>Any of several.</summary>
/// <param name="Options">Indexes of the options, ascending, each once.</param>
public sealed record ChoicesAnswer(ImmutableArray<int> Options) : AnswerValue
{
    /// <summary>Lists are equal by their content.</summary>
    public bool Equals(ChoicesAnswer? other) => other is not null && Options.AsSpan().SequenceEqual(other.Options.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode() => Options.AsSpan().Length;
}

/// <summary>A text.</summary>
/// <param name="Text">On one line.</param>
public sealed record TextAnswer(string Text) : AnswerValue;

/// <summary>Some words.</summary>
/// <param name="Words">Each once.</param>
public sealed record WordsAnswer(ImmutableArray<string> Words) : AnswerValue
{
    /// <summary>Lists are equal by their content.</summary>
    public bool Equals(WordsAnswer? other) => other is not null && Words.AsSpan().SequenceEqual(other.Words.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode() => Words.AsSpan().Length;
}

/// <summary>A number.</summary>
/// <param name="Value">Decimal, so that a tolerance of a tenth is one.</param>
public sealed record NumberAnswer(decimal Value) : AnswerValue;

/// <summary>A place on a picture.</summary>
/// <param name="X">Share of the width, from the left.</param>
/// <param name="Y">Share of the height, from the top.</param>
public sealed record PointAnswer(double X, double Y) : AnswerValue;

/// <summary>An order.</summary>
/// <param name="Items">
/// A permutation. Of a question that asks for an order: at each place, the index of an item as they are shown. Of one that asks for pairs: for
/// each item on the left, the index of the one on the right.
/// </param>
public sealed record OrderAnswer(ImmutableArray<int> Items) : AnswerValue
{
    /// <summary>Lists are equal by their content.</summary>
    public bool Equals(OrderAnswer? other) => other is not null && Items.AsSpan().SequenceEqual(other.Items.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode() => Items.AsSpan().Length;
}
