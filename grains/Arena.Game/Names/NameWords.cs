using System.Collections.Immutable;
using Arena.Game.Vocabulary;

namespace Arena.Game.Names;

/// <summary>What names are made of. A word has eight letters at most, so that two of them and a number fit.</summary>
/// <param name="Animals">Nouns.</param>
/// <param name="Qualities">Adjectives in the form that fits each of the animals.</param>
/// <param name="IsAnimalFirst">Whether the adjective follows its noun.</param>
internal sealed partial record NameWords(ImmutableArray<string> Animals, ImmutableArray<string> Qualities, bool IsAnimalFirst = false)
{
    public static NameWords Of(NameLanguage language) => language switch
    {
        NameLanguage.Fr => French,
        NameLanguage.De => German,
        NameLanguage.Es => Spanish,
        _ => English,
    };

    private static ImmutableArray<string> List(string words) => [.. words.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries)];
}
