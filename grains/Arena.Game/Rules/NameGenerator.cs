using Arena.Game.Names;
using Arena.Game.State;
using Arena.Game.Vocabulary;

namespace Arena.Game.Rules;

/// <summary>Suggests nicknames: an animal and what it is like, and a number once the room is large.</summary>
public static class NameGenerator
{
    /// <summary>A name that is free is found among at least so many times as many as are taken: the second guess is rare.</summary>
    private const int Spare = 4;

    /// <summary>Has no factor in common with the number of names, so that its multiples visit all of them.</summary>
    private const int Stride = 7_919;

    /// <summary>A name that no player of the game has, and that looks like none of theirs.</summary>
    /// <param name="state">The game.</param>
    /// <param name="language">Of the words.</param>
    /// <param name="seed">The same seed suggests the same name to the same game.</param>
    public static string Suggest(GameState state, NameLanguage language, long seed)
    {
        var words = NameWords.Of(language);
        var pairs = words.Animals.Length * words.Qualities.Length;
        var names = pairs * (1 + (Spare * state.Players.Count / pairs));
        for (var index = (int)((ulong)seed % (ulong)names); ; index = (index + Stride) % names)
        {
            var name = Name(words, index % pairs, index / pairs);
            if (Naming.IsFree(state, name, seat: null))
                return name;
        }
    }

    /// <summary>Every name without a number.</summary>
    public static IEnumerable<string> Plain(NameLanguage language)
    {
        var words = NameWords.Of(language);
        return Enumerable.Range(0, words.Animals.Length * words.Qualities.Length).Select(pair => Name(words, pair, 0));
    }

    private static string Name(NameWords words, int pair, int number)
    {
        var (animal, quality) = (words.Animals[pair % words.Animals.Length], words.Qualities[pair / words.Animals.Length]);
        var name = words.IsAnimalFirst ? $"{animal} {quality}" : $"{quality} {animal}";
        return number == 0 ? name : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{name} {number + 1}");
    }
}
