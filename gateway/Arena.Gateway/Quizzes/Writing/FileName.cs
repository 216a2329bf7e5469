using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace Arena.Gateway.Quizzes.Writing;

/// <summary>What the file of a quiz is called: its title, as far as all file systems take it.</summary>
internal static class FileName
{
    private const int MaxLength = 80;
    private const string Unnamed = "quiz";
    private const string Refused = "\\/:*?\"<>|";

    /// <summary>Names of devices on Windows, whatever the extension.</summary>
    private static readonly FrozenSet<string> Devices = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        ["con", "prn", "aux", "nul", .. Enumerable.Range(0, 10).SelectMany(number => new[] { $"com{number}", $"lpt{number}" })]);

    public static string Of(string title, string extension)
    {
        var name = new StringBuilder();
        foreach (Rune rune in title.EnumerateRunes())
        {
            bool isSpace = Rune.IsWhiteSpace(rune) || Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control || (rune.IsBmp && Refused.Contains((char)rune.Value));
            if (name.Length + rune.Utf16SequenceLength > MaxLength)
                break;
            if (!isSpace)
                name.Append(rune.ToString());
            else if (name.Length > 0 && name[^1] != ' ')
                name.Append(' ');
        }
        string plain = name.ToString().Trim(' ', '.');
        return (plain.Length == 0 || Devices.Contains(plain.Split('.')[0]) ? Unnamed : plain) + extension;
    }
}
