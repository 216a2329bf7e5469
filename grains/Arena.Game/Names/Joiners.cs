using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace Arena.Game.Names;

/// <summary>
/// The zero-width joiner and non-joiner. Invisible by themselves, but the spelling of Persian, Sinhala, Marathi and others needs them, and
/// emoji are composed with them. They are kept where they change what a reader sees, and nowhere else.
/// </summary>
internal static class Joiners
{
    private const int NonJoiner = 0x200C;
    private const int Joiner = 0x200D;

    /// <summary>Joiners in one emoji: the longest that are recommended for interchange have so many.</summary>
    private const int MaxInEmoji = 3;

    private static readonly ImmutableArray<(int First, int Last)> Viramas = Read(JoinerTable.Viramas);
    private static readonly ImmutableArray<(int First, int Last)> JoinsAfter = Read(JoinerTable.JoinsAfter);
    private static readonly ImmutableArray<(int First, int Last)> JoinsBefore = Read(JoinerTable.JoinsBefore);
    private static readonly ImmutableArray<(int First, int Last)> Pictures = Read(JoinerTable.Pictures);

    public static bool IsOne(Rune rune) => rune.Value is NonJoiner or Joiner;

    /// <summary>
    /// The text without the joiners that RFC 5892 does not allow in their context (appendix A.1 and A.2), and that join no emoji
    /// (UAX #29, rule GB11).
    /// </summary>
    public static string KeepNeeded(string text)
    {
        if (text.AsSpan().IndexOfAny((char)NonJoiner, (char)Joiner) < 0)
            return text;
        Rune[] runes = [.. text.EnumerateRunes()];
        var kept = new List<Rune>(runes.Length);
        for (var index = 0; index < runes.Length; index++)
        {
            if (!IsOne(runes[index]) || IsNeeded(runes[index].Value, kept, runes.AsSpan(index + 1)))
                kept.Add(runes[index]);
        }
        return string.Concat(kept);
    }

    private static bool IsNeeded(int joiner, List<Rune> before, ReadOnlySpan<Rune> after)
    {
        if (before is [.., var last] && Has(Viramas, last))
            return true;
        return joiner == NonJoiner ? StandsBetweenConnectedLetters(before, after) : JoinsEmoji(before, after);
    }

    private static bool StandsBetweenConnectedLetters(List<Rune> before, ReadOnlySpan<Rune> after)
    {
        var left = before.FindLastIndex(rune => !IsMark(rune));
        var right = 0;
        while (right < after.Length && IsMark(after[right]))
            right++;
        return left >= 0 && Has(JoinsAfter, before[left]) && right < after.Length && Has(JoinsBefore, after[right]);
    }

    private static bool JoinsEmoji(List<Rune> before, ReadOnlySpan<Rune> after)
    {
        if (after.IsEmpty || !Has(Pictures, after[0]))
            return false;
        var joiners = 0;
        for (var index = before.Count - 1; index >= 0; index--)
        {
            if (before[index].Value == Joiner)
                joiners++;
            else if (Has(Pictures, before[index]))
            {
                if (index == 0 || before[index - 1].Value != Joiner)
                    return joiners < MaxInEmoji;
            }
            else if (!IsMark(before[index]) && !IsSkinTone(before[index]))
                return false;
        }
        return false;
    }

    private static bool IsMark(Rune rune) => Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark;

    private static bool IsSkinTone(Rune rune) => rune.Value is >= 0x1F3FB and <= 0x1F3FF;

    private static bool Has(ImmutableArray<(int First, int Last)> ranges, Rune rune)
    {
        int from = 0, to = ranges.Length;
        while (from < to)
        {
            var middle = (from + to) / 2;
            if (ranges[middle].Last < rune.Value)
                from = middle + 1;
            else
                to = middle;
        }
        return from < ranges.Length && ranges[from].First <= rune.Value;
    }

    private static ImmutableArray<(int First, int Last)> Read(string table) =>
    [
        .. from entry in table.Split([' ', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
           let ends = entry.Split('-')
           select (Number(ends[0]), Number(ends[^1])),
    ];

    private static int Number(string hexadecimal) => int.Parse(hexadecimal, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
}
