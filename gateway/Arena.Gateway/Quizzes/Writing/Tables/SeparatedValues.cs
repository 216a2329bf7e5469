using System.Buffers;
using System.Text;
using Arena.Gateway.Quizzes.Reading.Tables;

namespace Arena.Gateway.Quizzes.Writing.Tables;

/// <summary>
/// Writes separated values (RFC 4180), with a byte order mark: without it spreadsheets take UTF-8 for another encoding. Cells that a spreadsheet would
/// take for a formula are guarded.
/// </summary>
internal sealed class SeparatedValues(Stream output) : IDisposable
{
    private static readonly SearchValues<char> Quoted = SearchValues.Create(",;\t|\"\r\n");

    private readonly StreamWriter _text = new(output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true)) { NewLine = "\r\n" };

    public void Row(params ReadOnlySpan<SheetCell> cells)
    {
        for (int column = 0; column < cells.Length; column++)
        {
            if (column > 0)
                _text.Write(',');
            Cell(cells[column].IsNumber ? cells[column].Text : CellGuard.Added(cells[column].Text));
        }
        _text.WriteLine();
    }

    public void Flush() => _text.Flush();

    public void Dispose() => _text.Dispose();

    private void Cell(string guarded)
    {
        if (!guarded.AsSpan().ContainsAny(Quoted))
        {
            _text.Write(guarded);
            return;
        }
        _text.Write('"');
        _text.Write(guarded.Replace("\"", "\"\""));
        _text.Write('"');
    }
}
