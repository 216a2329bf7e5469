using System.Globalization;
using System.Text;

namespace Arena.Game.Names;

/// <summary>Which characters a reader can see, in names and in typed answers.</summary>
internal static class Glyphs
{
    /// <summary>
    /// Whether a character can be seen, or is a mark on one. Unpaired surrogates are read as U+FFFD and cannot: what is left can be normalised.
    /// </summary>
    public static bool IsShown(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate
            or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned)
        && rune != Rune.ReplacementChar;

    /// <summary>Marks alone leave nothing to read.</summary>
    public static bool HasInk(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.SpaceSeparator or UnicodeCategory.NonSpacingMark
            or UnicodeCategory.EnclosingMark or UnicodeCategory.SpacingCombiningMark);
}
