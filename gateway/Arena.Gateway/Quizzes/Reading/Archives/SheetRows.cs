using System.Globalization;
using System.Text;
using System.Xml;
using Arena.Gateway.Quizzes.Reading.Tables;

namespace Arena.Gateway.Quizzes.Reading.Archives;

/// <summary>The rows of one sheet, one after another; rows and cells that are not written are not there.</summary>
/// <param name="name">What comes before the name of a cell.</param>
/// <param name="shared">The workbook's shared strings.</param>
/// <param name="formats">Which cells show dates.</param>
internal sealed class SheetRows(string name, string[] shared, CellFormats formats)
{
    private const int MaxRows = 1_048_576;

    private readonly List<TableCell> _cells = [];
    private readonly StringBuilder _value = new();
    private int _row;
    private int _column;
    private string? _type;
    private bool _isDate;
    private bool _isValue;
    private bool _isPhonetic;

    public IEnumerable<TableRow> Read(XmlReader reader)
    {
        while (reader.ReadNode())
        {
            if (reader.NodeType == XmlNodeType.Element)
                StartElement(reader);
            else if (_isValue && CellText.IsText(reader.NodeType))
                XmlPieces.Append(reader, _value, TableRow.MaxCellLength);
            else if (reader.NodeType == XmlNodeType.EndElement && EndElement(reader.LocalName) is { } row)
                yield return row;
        }
    }

    private void StartElement(XmlReader reader)
    {
        switch (reader.LocalName)
        {
            case "row":
                int next = Math.Min(_row + 1, MaxRows);
                _row = int.TryParse(reader.GetAttribute("r"), NumberStyles.None, CultureInfo.InvariantCulture, out int number)
                    ? Math.Clamp(number, 1, MaxRows)
                    : next;
                _column = -1;
                _cells.Clear();
                break;
            case "c":
                _column = ColumnOf(reader.GetAttribute("r")) ?? Math.Min(_column + 1, TableRow.MaxColumns);
                _type = reader.GetAttribute("t");
                _isDate = formats.IsDate(reader.GetAttribute("s"));
                _value.Clear();
                break;
            case "rPh":
                _isPhonetic = !reader.IsEmptyElement;
                break;
            case "v" or "t":
                _isValue = !reader.IsEmptyElement && !_isPhonetic;
                break;
            default:
                break;
        }
    }

    private TableRow? EndElement(string element)
    {
        switch (element)
        {
            case "v" or "t":
                _isValue = false;
                return null;
            case "rPh":
                _isPhonetic = false;
                return null;
            case "c" when _value.Length > 0 && _column < TableRow.MaxColumns:
                while (_cells.Count <= _column)
                    _cells.Add(TableCell.Blank);
                _cells[_column] = CellText.Of(_value.ToString(), _type, _isDate, shared);
                _value.Clear();
                return null;
            case "row" when _cells.Count > 0:
                return new(_row, [.. _cells], name);
            default:
                return null;
        }
    }

    /// <summary>The column of a cell's name, from 0.</summary>
    private static int? ColumnOf(string? cell)
    {
        int column = 0;
        foreach (char letter in (cell ?? "").TakeWhile(char.IsAsciiLetterUpper))
            column = Math.Min((column * 26) + letter - 'A' + 1, TableRow.MaxColumns + 1);
        return column == 0 ? null : column - 1;
    }
}
