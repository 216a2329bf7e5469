using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Arena.Game.Views;

/// <summary>Statistics of the answers to a question. On the wire and in the journal <c>kind</c> names the case.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(CountsTally), "counts")]
[JsonDerivedType(typeof(TextsTally), "texts")]
[JsonDerivedType(typeof(NumbersTally), "numbers")]
[JsonDerivedType(typeof(PointsTally), "points")]
public abstract record Tally
{
    private protected Tally()
    {
    }
}

/// <summary>How often each was answered.</summary>
/// <param name="Counts">For each option, or step of a scale; of an order or of pairs, how many have each place right.</param>
public sealed record CountsTally(ImmutableArray<int> Counts) : Tally;

/// <summary>The texts that were answered most.</summary>
/// <param name="Lines">The most frequent first, <see cref="Vocabulary.GameLimits.MaxTallyLines"/> at most.</param>
/// <param name="More">How many texts are in no line.</param>
public sealed record TextsTally(ImmutableArray<TextLine> Lines, int More) : Tally;

/// <summary>Texts that count as one.</summary>
/// <param name="Text">One of them.</param>
/// <param name="Count">How many.</param>
/// <param name="Correct">Whether it is accepted, or null where nothing is right or wrong.</param>
public sealed record TextLine(string Text, int Count, bool? Correct);

/// <summary>The numbers that were answered.</summary>
/// <param name="Bins">Ascending, <see cref="Vocabulary.GameLimits.MaxTallyBins"/> at most.</param>
public sealed record NumbersTally(ImmutableArray<NumberBin> Bins) : Tally;

/// <summary>A range of numbers.</summary>
/// <param name="From">Its lower bound, which is in it.</param>
/// <param name="To">Its upper bound, which is in the last range alone, or equal to <paramref name="From"/> if it is one number.</param>
/// <param name="Count">How many.</param>
public sealed record NumberBin(decimal From, decimal To, int Count);

/// <summary>The places that were answered.</summary>
/// <param name="Points">
/// Each place, where not more than <see cref="Vocabulary.GameLimits.MaxTallyLines"/> differ; else the middles of the cells of a grid,
/// <see cref="Vocabulary.GameLimits.TallyGrid"/> in each direction.
/// </param>
public sealed record PointsTally(ImmutableArray<PointCount> Points) : Tally;

/// <summary>How many answered one place.</summary>
/// <param name="X">Share of the picture's width.</param>
/// <param name="Y">Share of the picture's height.</param>
/// <param name="Count">How many.</param>
public sealed record PointCount(double X, double Y, int Count);
