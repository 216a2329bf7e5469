using System.Collections.Immutable;
using Arena.Game.Views;
using Arena.Game.Vocabulary;

namespace Arena.Game.Questions;

/// <summary>Answers that are an order of so many items.</summary>
internal static class Permutations
{
    /// <summary>The items in an order that depends on them and the seed, and not on the order in which they are given: that is the key.</summary>
    /// <returns>At each place, the index of an item.</returns>
    public static ImmutableArray<int> Shuffled(ImmutableArray<string> items, long seed) => SeededShuffle.Shuffle(
        [.. Enumerable.Range(0, items.Length).OrderBy(index => items[index], StringComparer.Ordinal)], seed);

    /// <summary>Where each item is shown; before that was decided, in the order in which they are.</summary>
    /// <param name="shown">At each place, the index of an item; or empty.</param>
    /// <param name="count">How many there are.</param>
    public static ImmutableArray<int> PlacesOf(ImmutableArray<int> shown, int count)
    {
        var places = new int[count];
        for (var place = 0; place < count; place++)
            places[ItemAt(shown, place)] = place;
        return [.. places];
    }

    /// <summary>The item that is shown at a place.</summary>
    public static int ItemAt(ImmutableArray<int> shown, int place) => shown.IsDefaultOrEmpty ? place : shown[place];

    /// <summary>Whether it is decided for so many items how they are shown, or for none.</summary>
    public static bool AreShown(ImmutableArray<int> shown, int count) => shown.IsDefaultOrEmpty || Is(shown, count);

    public static GameErrorCode? Normalize(AnswerValue given, int count, out AnswerValue normal)
    {
        normal = given;
        if (given is not OrderAnswer { Items: var items })
            return GameErrorCode.InvalidAnswer;
        if (!items.IsDefault && items.Any(item => item < 0 || item >= count))
            return GameErrorCode.UnknownOption;
        return Is(items, count) ? null : GameErrorCode.InvalidAnswer;
    }

    /// <summary>How many have each place right.</summary>
    public static CountsTally Count(IEnumerable<AnswerValue> answers, ImmutableArray<int> right)
    {
        var counts = new int[right.Length];
        foreach (var items in answers.OfType<OrderAnswer>().Select(answer => answer.Items).Where(items => Is(items, right.Length)))
        {
            for (var place = 0; place < right.Length; place++)
                counts[place] += items[place] == right[place] ? 1 : 0;
        }
        return new([.. counts]);
    }

    private static bool Is(ImmutableArray<int> items, int count)
    {
        if (items.IsDefault || items.Length != count)
            return false;
        var seen = 0;
        foreach (var item in items)
        {
            if (item < 0 || item >= count || (seen & (1 << item)) != 0)
                return false;
            seen |= 1 << item;
        }
        return true;
    }
}
