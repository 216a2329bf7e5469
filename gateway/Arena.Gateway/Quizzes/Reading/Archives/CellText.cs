using System.Globalization;
using System.Text;
using System.Xml;
using Arena.Gateway.Quizzes.Content;
using Arena.Gateway.Quizzes.Reading.Tables;

namespace Arena.Gateway.Quizzes.Reading.Archives;

/// <summary>Turns the stored value of a cell into the text that its author saw.</summary>
internal static class CellText
{
    private const int EscapeLength = 7;

    /// <summary>Digits that a spreadsheet keeps and shows.</summary>
    private const string Shown = "G15";

    public static TableCell Of(string value, string? type, bool isDate, string[] shared) => type switch
    {
        "s" => new(int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out int index) && index < shared.Length ? shared[index] : ""),
        "b" => new(value.Trim() == "1" ? "True" : "False"),
        "e" => new(value, QuizErrorCode.ErrorCell),
        "d" => new(value, QuizErrorCode.DateCell),
        "str" or "inlineStr" => new(Unescaped(value)),
        _ => Number(value, isDate),
    };

    public static bool IsText(XmlNodeType type) =>
        type is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace;

    /// <summary>Characters that XML does not allow, or a line end, are written as <c>_x000D_</c>.</summary>
    public static string Unescaped(string text)
    {
        if (!text.Contains("_x", StringComparison.Ordinal))
            return text;
        var unescaped = new StringBuilder(text.Length);
        for (int at = 0; at < text.Length; at++)
        {
            bool isEscape = at + EscapeLength <= text.Length && text[at] == '_' && text[at + 1] == 'x' && text[at + 6] == '_';
            if (isEscape && ushort.TryParse(text.AsSpan(at + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out ushort code))
            {
                unescaped.Append((char)code);
                at += EscapeLength - 1;
            }
            else
                unescaped.Append(text[at]);
        }
        return unescaped.ToString();
    }

    private static TableCell Number(string value, bool isDate)
    {
        if (!double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out double number))
            return new(value);
        if (!isDate)
            return new(number.ToString(Shown, CultureInfo.InvariantCulture));
        string shown = number is >= 0 and < 2_958_466 ? DateTime.FromOADate(number).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : value;
        return new(shown, QuizErrorCode.DateCell);
    }
}
