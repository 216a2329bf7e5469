using System.IO.Compression;
using System.Security;
using System.Text;
using System.Xml;
using Arena.Gateway.Quizzes.Reading.Tables;
using Arena.Gateway.Quizzes.Writing.Markup;

namespace Arena.Gateway.Quizzes.Writing.Tables;

/// <summary>
/// Writes a workbook (ECMA-376), sheet by sheet and row by row. Texts are text, never formulas; those that a spreadsheet would take for one when they are
/// edited have the mark of a text that was typed behind an apostrophe.
/// </summary>
internal sealed class SheetWriter : IDisposable
{
    /// <summary>Rows that spreadsheets read of a sheet.</summary>
    public const int MaxRows = 1_048_576;

    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Package = "http://schemas.openxmlformats.org/package/2006";
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Kind = "application/vnd.openxmlformats-officedocument.spreadsheetml";
    private const string TypedText = "1";
    private const int Letters = 26;

    private const string Styles =
        $"""<styleSheet xmlns="{Main}"><fonts count="1"><font/></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf xfId="0"/><xf xfId="0" quotePrefix="1"/></cellXfs></styleSheet>""";

    private readonly ZipArchive _archive;
    private readonly int _sheets;
    private int _current;
    private Stream _part;
    private XmlWriter _sheet;

    /// <param name="output">Where to; it stays open.</param>
    /// <param name="names">Of the sheets, 31 characters at most: the first one is begun.</param>
    public SheetWriter(Stream output, params IReadOnlyList<string> names)
    {
        _archive = new(output, ZipArchiveMode.Create, leaveOpen: true);
        _sheets = names.Count;
        foreach ((string name, string content) in Parts(names))
        {
            using var part = new StreamWriter(_archive.CreateEntry(name, CompressionLevel.Fastest).Open());
            part.Write(content);
        }
        (_part, _sheet) = Begin();
    }

    /// <summary>Ends the sheet and begins the next one.</summary>
    public void NextSheet()
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(_current, _sheets);
        End();
        (_part, _sheet) = Begin();
    }

    /// <param name="number">From 1, ascending.</param>
    /// <param name="cells">From the first column; blank ones are not written.</param>
    public void Row(int number, params ReadOnlySpan<SheetCell> cells)
    {
        _sheet.WriteStartElement("row", Main);
        _sheet.WriteAttributeString("r", SheetCell.Number(number).Text);
        for (int column = 0; column < cells.Length; column++)
        {
            if (cells[column].Text.Length > 0)
                Cell($"{ColumnName(column)}{number}", cells[column]);
        }
        _sheet.WriteEndElement();
    }

    public void Finish()
    {
        End();
        _archive.Dispose();
    }

    public void Dispose()
    {
        _sheet.Dispose();
        _part.Dispose();
        _archive.Dispose();
    }

    private static IEnumerable<(string Name, string Content)> Parts(IReadOnlyList<string> names)
    {
        string Each(Func<int, string> part) => string.Concat(Enumerable.Range(1, names.Count).Select(part));
        yield return ("[Content_Types].xml",
            $"""<Types xmlns="{Package}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="{Kind}.sheet.main+xml"/>{Each(sheet => $"""<Override PartName="/xl/worksheets/sheet{sheet}.xml" ContentType="{Kind}.worksheet+xml"/>""")}<Override PartName="/xl/styles.xml" ContentType="{Kind}.styles+xml"/></Types>""");
        yield return ("_rels/.rels", $"""<Relationships xmlns="{Package}/relationships"><Relationship Id="r1" Type="{Office}/officeDocument" Target="xl/workbook.xml"/></Relationships>""");
        yield return ("xl/workbook.xml",
            $"""<workbook xmlns="{Main}" xmlns:r="{Office}"><sheets>{Each(sheet => $"""<sheet name="{SecurityElement.Escape(names[sheet - 1])}" sheetId="{sheet}" r:id="r{sheet}"/>""")}</sheets></workbook>""");
        yield return ("xl/_rels/workbook.xml.rels",
            $"""<Relationships xmlns="{Package}/relationships">{Each(sheet => $"""<Relationship Id="r{sheet}" Type="{Office}/worksheet" Target="worksheets/sheet{sheet}.xml"/>""")}<Relationship Id="r{names.Count + 1}" Type="{Office}/styles" Target="styles.xml"/></Relationships>""");
        yield return ("xl/styles.xml", Styles);
    }

    /// <summary>A, B … Z, AA, AB …</summary>
    private static string ColumnName(int column) =>
        column < Letters ? $"{(char)('A' + column)}" : ColumnName((column / Letters) - 1) + ColumnName(column % Letters);

    private (Stream Part, XmlWriter Sheet) Begin()
    {
        _current++;
        var part = _archive.CreateEntry($"xl/worksheets/sheet{_current}.xml", CompressionLevel.Fastest).Open();
        var sheet = XmlWriter.Create(part, new() { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), NewLineHandling = NewLineHandling.None });
        sheet.WriteStartElement("worksheet", Main);
        sheet.WriteStartElement("sheetData", Main);
        return (part, sheet);
    }

    private void End()
    {
        _sheet.WriteEndDocument();
        _sheet.Dispose();
        _part.Dispose();
    }

    private void Cell(string name, SheetCell cell)
    {
        _sheet.WriteStartElement("c", Main);
        _sheet.WriteAttributeString("r", name);
        if (cell.IsNumber)
            _sheet.WriteElementString("v", Main, cell.Text);
        else
            Text(cell.Text);
        _sheet.WriteEndElement();
    }

    private void Text(string text)
    {
        if (CellGuard.IsFormula(text))
            _sheet.WriteAttributeString("s", TypedText);
        _sheet.WriteAttributeString("t", "inlineStr");
        _sheet.WriteStartElement("is", Main);
        _sheet.WriteStartElement("t", Main);
        _sheet.WriteAttributeString("xml", "space", null, "preserve");
        // What looks like an escaped character is none.
        _sheet.WriteString(XmlCharacters.Of(text).Replace("_x", "_x005F_x"));
        _sheet.WriteEndElement();
        _sheet.WriteEndElement();
    }
}
