using System.IO.Compression;
using System.Text;
using System.Xml;
using Arena.Gateway.Quizzes.Reading.Tables;
using Arena.Gateway.Quizzes.Writing.Markup;

namespace Arena.Gateway.Quizzes.Writing.Tables;

/// <summary>
/// Writes a workbook of one sheet (ECMA-376), row by row. Texts are text, never formulas; those that a spreadsheet would take for one when they are
/// edited have the mark of a text that was typed behind an apostrophe.
/// </summary>
internal sealed class SheetWriter : IDisposable
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Package = "http://schemas.openxmlformats.org/package/2006";
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Kind = "application/vnd.openxmlformats-officedocument.spreadsheetml";
    private const string TypedText = "1";

    private static readonly (string Name, string Content)[] Parts =
    [
        ("[Content_Types].xml",
            $"""<Types xmlns="{Package}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="{Kind}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="{Kind}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="{Kind}.styles+xml"/></Types>"""),
        ("_rels/.rels", $"""<Relationships xmlns="{Package}/relationships"><Relationship Id="r1" Type="{Office}/officeDocument" Target="xl/workbook.xml"/></Relationships>"""),
        ("xl/workbook.xml", $"""<workbook xmlns="{Main}" xmlns:r="{Office}"><sheets><sheet name="Questions" sheetId="1" r:id="r1"/></sheets></workbook>"""),
        ("xl/_rels/workbook.xml.rels",
            $"""<Relationships xmlns="{Package}/relationships"><Relationship Id="r1" Type="{Office}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="{Office}/styles" Target="styles.xml"/></Relationships>"""),
        ("xl/styles.xml",
            $"""<styleSheet xmlns="{Main}"><fonts count="1"><font/></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf xfId="0"/><xf xfId="0" quotePrefix="1"/></cellXfs></styleSheet>"""),
    ];

    private readonly ZipArchive _archive;
    private readonly Stream _part;
    private readonly XmlWriter _sheet;

    public SheetWriter(Stream output)
    {
        _archive = new(output, ZipArchiveMode.Create, leaveOpen: true);
        foreach ((string name, string content) in Parts)
        {
            using var part = new StreamWriter(_archive.CreateEntry(name, CompressionLevel.Fastest).Open());
            part.Write(content);
        }
        _part = _archive.CreateEntry("xl/worksheets/sheet1.xml", CompressionLevel.Fastest).Open();
        _sheet = XmlWriter.Create(_part, new() { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), NewLineHandling = NewLineHandling.None });
        _sheet.WriteStartElement("worksheet", Main);
        _sheet.WriteStartElement("sheetData", Main);
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
                Cell($"{(char)('A' + column)}{number}", cells[column]);
        }
        _sheet.WriteEndElement();
    }

    public void Finish()
    {
        _sheet.WriteEndDocument();
        _sheet.Dispose();
        _part.Dispose();
        _archive.Dispose();
    }

    public void Dispose()
    {
        _sheet.Dispose();
        _part.Dispose();
        _archive.Dispose();
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
