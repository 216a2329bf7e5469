using System.Globalization;
using System.Xml;

namespace Arena.Gateway.Quizzes.Reading.Archives;

/// <summary>Which styles of a workbook show a number as a date or time (ECMA-376, 18.8).</summary>
internal sealed class CellFormats
{
    private const int MaxCodeLength = 255;
    private const int MaxStyles = 100_000;

    private readonly List<bool> _styles = [];

    public static CellFormats Of(Package package, string name)
    {
        var formats = new CellFormats();
        using XmlReader? reader = package.OpenXml(name);
        if (reader is not null)
            formats.Read(reader);
        return formats;
    }

    public bool IsDate(string? style) =>
        int.TryParse(style, NumberStyles.None, CultureInfo.InvariantCulture, out int index) && index < _styles.Count && _styles[index];

    private void Read(XmlReader reader)
    {
        var dates = new HashSet<int>();
        bool isInCells = false;
        while (reader.ReadNode())
        {
            if (reader.LocalName == "cellXfs")
                isInCells = reader.NodeType == XmlNodeType.Element;
            else if (reader.NodeType == XmlNodeType.Element && reader.LocalName == "numFmt" && IsDateCode(reader.GetAttribute("formatCode") ?? ""))
                dates.Add(IdOf(reader));
            else if (reader.NodeType == XmlNodeType.Element && isInCells && reader.LocalName == "xf" && _styles.Count < MaxStyles)
                _styles.Add(IsBuiltInDate(IdOf(reader)) || dates.Contains(IdOf(reader)));
        }
    }

    private static int IdOf(XmlReader reader) =>
        int.TryParse(reader.GetAttribute("numFmtId"), NumberStyles.None, CultureInfo.InvariantCulture, out int id) ? id : 0;

    private static bool IsBuiltInDate(int id) => id is (>= 14 and <= 22) or (>= 27 and <= 36) or (>= 45 and <= 47) or (>= 50 and <= 58);

    /// <summary>Letters of dates outside of quotes, brackets and escapes.</summary>
    private static bool IsDateCode(string code)
    {
        char closing = '\0';
        for (int at = 0; at < Math.Min(code.Length, MaxCodeLength); at++)
        {
            char sign = code[at];
            if (closing != '\0')
                closing = sign == closing ? '\0' : closing;
            else if (sign is '"' or '[')
                closing = sign == '"' ? '"' : ']';
            else if (sign is '\\' or '_' or '*')
                at++;
            else if (char.ToLowerInvariant(sign) is 'd' or 'm' or 'y' or 'h' or 's')
                return true;
        }
        return false;
    }
}
