using System.Text;

namespace Arena.Gateway.Quizzes.Reading;

/// <summary>
/// Reads a line as Windows-1252 and judges whether it makes sense as such. Western European text has single accented letters among ASCII
/// letters; text of Cyrillic, Greek, Arabic or East Asian code pages has runs of bytes above 0x7F, or symbols and capitals within words.
/// </summary>
internal static class Windows1252
{
    private const int LongRun = 4;
    private const int FewLetters = 6;

    private static readonly Encoding Encoding = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    /// <summary>What may stand between two letters beside letters: apostrophes, dashes, the middle dot, and invisible signs.</summary>
    private const string WithinWords = "\u2018\u2019\u00B4\u2013\u2014\u2026\u00B7\u00A0\u00AD";

    public static string Decode(ReadOnlySpan<byte> line) => Encoding.GetString(line);

    public static bool IsPlausible(ReadOnlySpan<byte> line)
    {
        string text = Decode(line);
        int run = 0, high = 0, ascii = 0;
        for (int at = 0; at < text.Length; at++)
        {
            char character = text[at];
            if (char.IsAsciiLetter(character))
                ascii++;
            // The five bytes that Windows-1252 does not define are decoded as controls.
            if (character is >= '\u0080' and <= '\u009F')
                return false;
            bool isHigh = line[at] >= 0xC0 || (line[at] >= 0x80 && char.IsLetter(character));
            run = isHigh ? run + 1 : 0;
            high += isHigh ? 1 : 0;
            if (run >= LongRun || (line[at] >= 0x80 && IsBetweenLetters(text, at) && !FitsBetween(text[at - 1], character, text[at + 1])))
                return false;
        }
        return high < FewLetters || high <= ascii;
    }

    private static bool IsBetweenLetters(string text, int at) =>
        at > 0 && at + 1 < text.Length && char.IsAsciiLetter(text[at - 1]) && char.IsAsciiLetter(text[at + 1]);

    private static bool FitsBetween(char before, char character, char after) => char.IsLetter(character)
        ? !char.IsUpper(character) || char.IsUpper(before) || char.IsUpper(after)
        : WithinWords.Contains(character);
}
