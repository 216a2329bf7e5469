using System.Text;
using System.Xml;
using Arena.Gateway.Quizzes.Reading.Tables;

namespace Arena.Gateway.Quizzes.Reading.Archives;

/// <summary>An Office Open XML workbook, transitional or strict: names of elements are compared without their namespace.</summary>
internal sealed class Workbook(Package package)
{
    private const string Folder = "xl/";
    private const int MaxSheets = 100;

    /// <summary>The rows of each sheet that is not hidden.</summary>
    public IEnumerable<IEnumerable<TableRow>> Sheets()
    {
        Dictionary<string, (string Type, string Target)> parts = Relations();
        (string Name, string Part)[] sheets = [.. SheetsOf(parts)];
        string[] strings = SharedStrings(PartOf(parts, "/sharedStrings") ?? Folder + "sharedStrings.xml");
        CellFormats formats = CellFormats.Of(package, PartOf(parts, "/styles") ?? Folder + "styles.xml");
        foreach ((string name, string part) in sheets)
            yield return Rows(part, new(sheets.Length == 1 ? "" : $"{name}!", strings, formats));
    }

    private IEnumerable<TableRow> Rows(string part, SheetRows rows)
    {
        using XmlReader? reader = package.OpenXml(part);
        if (reader is null)
            yield break;
        foreach (TableRow row in rows.Read(reader))
            yield return row;
    }

    private List<(string Name, string Part)> SheetsOf(Dictionary<string, (string Type, string Target)> parts)
    {
        var sheets = new List<(string, string)>();
        using XmlReader? reader = package.OpenXml(Folder + "workbook.xml");
        while (reader?.ReadNode() == true && sheets.Count < MaxSheets)
        {
            if (reader.NodeType != XmlNodeType.Element || reader.LocalName != "sheet" || reader.GetAttribute("state") is "hidden" or "veryHidden")
                continue;
            string name = reader.GetAttribute("name") ?? "";
            if (IdOf(reader) is { } id && parts.TryGetValue(id, out (string Type, string Target) part))
                sheets.Add((name[..Math.Min(name.Length, 31)], part.Target));
        }
        return sheets;
    }

    private static string? IdOf(XmlReader reader)
    {
        string? id = null;
        while (reader.MoveToNextAttribute())
            id = reader.LocalName == "id" ? reader.Value : id;
        reader.MoveToElement();
        return id;
    }

    private Dictionary<string, (string Type, string Target)> Relations()
    {
        var parts = new Dictionary<string, (string, string)>();
        using XmlReader? reader = package.OpenXml(Folder + "_rels/workbook.xml.rels");
        while (reader?.ReadNode() == true)
        {
            if (reader.NodeType == XmlNodeType.Element && reader.LocalName == "Relationship"
                && reader.GetAttribute("Id") is { } id && reader.GetAttribute("Target") is { } target)
                parts.TryAdd(id, (reader.GetAttribute("Type") ?? "", target.StartsWith('/') ? target[1..] : Folder + target));
        }
        return parts;
    }

    private static string? PartOf(Dictionary<string, (string Type, string Target)> parts, string type)
    {
        (string _, string target) = parts.Values.FirstOrDefault(part => part.Type.EndsWith(type, StringComparison.Ordinal));
        return target;
    }

    /// <summary>The texts that cells refer to: all runs of one joined, without its phonetic guide.</summary>
    private string[] SharedStrings(string part)
    {
        var strings = new List<string>();
        var text = new StringBuilder();
        using XmlReader? reader = package.OpenXml(part);
        bool isPhonetic = false;
        while (reader?.ReadNode() == true)
        {
            if (reader.LocalName == "rPh")
                isPhonetic = reader.NodeType == XmlNodeType.Element && !reader.IsEmptyElement;
            else if (reader.LocalName == "si" && (reader.NodeType == XmlNodeType.EndElement || reader.IsEmptyElement))
            {
                strings.Add(CellText.Unescaped(text.ToString()));
                text.Clear();
            }
            else if (CellText.IsText(reader.NodeType) && !isPhonetic)
                XmlPieces.Append(reader, text, TableRow.MaxCellLength);
        }
        return [.. strings];
    }
}
