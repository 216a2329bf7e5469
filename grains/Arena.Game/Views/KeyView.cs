using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Arena.Game.Vocabulary;

namespace Arena.Game.Views;

/// <summary>The right answer, published with the reveal and not before. On the wire <c>kind</c> names the case.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(OptionsKey), "options")]
[JsonDerivedType(typeof(TextsKey), "texts")]
[JsonDerivedType(typeof(NumberKey), "number")]
[JsonDerivedType(typeof(OrderKey), "order")]
[JsonDerivedType(typeof(AreasKey), "areas")]
public abstract record KeyView
{
    private protected KeyView()
    {
    }
}

/// <summary>Options that are right.</summary>
/// <param name="Correct">Their indexes, ascending.</param>
public sealed record OptionsKey(ImmutableArray<int> Correct) : KeyView;

/// <summary>Texts that are accepted.</summary>
/// <param name="Accepted">As the author wrote them, those that a host accepted since included.</param>
public sealed record TextsKey(ImmutableArray<string> Accepted) : KeyView;

/// <summary>A number.</summary>
/// <param name="Value">The right one.</param>
/// <param name="Tolerance">How far from it an answer may be to earn anything.</param>
public sealed record NumberKey(decimal Value, decimal Tolerance) : KeyView;

/// <summary>An order, as <see cref="OrderAnswer"/> gives one.</summary>
/// <param name="Items">
/// Of a question that asks for an order: at each place, the index of the item as they were shown. Of one that asks for pairs: for each item on the
/// left, the index of the one on the right.
/// </param>
public sealed record OrderKey(ImmutableArray<int> Items) : KeyView;

/// <summary>Parts of a picture: each place in any of them is right.</summary>
/// <param name="Areas">As the author drew them.</param>
public sealed record AreasKey(ImmutableArray<PinArea> Areas) : KeyView;
