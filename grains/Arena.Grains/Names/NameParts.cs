namespace Arena.Grains.Names;

/// <summary>What a word of a name is put together from: BigMan, big_man, man69.</summary>
internal static class NameParts
{
    public static IEnumerable<string> Of(string word)
    {
        var start = 0;
        for (var index = 1; index <= word.Length; index++)
        {
            if (index < word.Length && !IsBoundary(word[index - 1], word[index]))
                continue;
            if (char.IsLetterOrDigit(word[start]) || char.IsSurrogate(word[start]))
                yield return word[start..index];
            start = index;
        }
    }

    /// <summary>Whether it is one letter with a number: A55, T175, 5A. Its digits stand for no letters.</summary>
    public static bool IsLabel(string text) => text.Length > 1
        && (char.IsLetter(text[0]) ? text.AsSpan(1) : char.IsLetter(text[^1]) ? text.AsSpan(0, text.Length - 1) : default) is { IsEmpty: false } rest
        && rest.IndexOfAnyExceptInRange('0', '9') < 0;

    public static bool HasLetter(string part) => part.Any(char.IsLetter);

    /// <summary>From letters to digits or signs and back, and before a capital. A mark belongs to its letter.</summary>
    private static bool IsBoundary(char before, char after) =>
        KindOf(before) != KindOf(after) || (char.IsLower(before) && char.IsUpper(after));

    private static Kind KindOf(char character) => character switch
    {
        _ when char.IsDigit(character) => Kind.Digits,
        _ when char.IsLetter(character) || char.IsSurrogate(character) => Kind.Letters,
        _ when char.GetUnicodeCategory(character) is System.Globalization.UnicodeCategory.NonSpacingMark => Kind.Letters,
        _ => Kind.Signs,
    };

    private enum Kind
    {
        Letters,
        Digits,
        Signs,
    }
}
