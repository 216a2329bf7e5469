using System.Text;
using Arena.Game.Vocabulary;
using Arena.Gateway.Quizzes.Content;

namespace Arena.Gateway.Quizzes.Reading.Tables;

/// <summary>
/// Rows of separated values, as RFC 4180 and spreadsheets write them: a cell in quotes may hold separators, doubled quotes and line ends. A quote
/// amid a cell is text. A quote without its end spoils its row alone: reading continues at the next line.
/// </summary>
internal sealed class DelimitedRows(char separator)
{
    /// <summary>A row of the longest texts has no more, if each of their characters ends a line.</summary>
    private const int MaxLinesOfRow = GameLimits.MaxPromptLength + GameLimits.MaxBodyLength + GameLimits.MaxExplanationLength;

    private readonly List<TableCell> _cells = [];
    private readonly StringBuilder _cell = new();
    private QuizErrorCode? _fault;
    private State _state;
    private int _firstLine;

    private enum State { Start, Bare, Quoted, QuoteInQuoted }

    public IEnumerable<TableRow> Read(IEnumerable<SourceLine> lines)
    {
        foreach (SourceLine line in lines)
        {
            if (_state == State.Quoted)
                Append('\n');
            else
                _firstLine = line.Number;
            if (line.Encoding == LineEncoding.Unknown)
                _fault = QuizErrorCode.UnsupportedEncoding;
            foreach (char character in line.Text)
                Read(character);
            if (_state == State.Quoted && (_cell.Length >= TableRow.MaxCellLength || line.Number - _firstLine >= MaxLinesOfRow))
                _fault ??= QuizErrorCode.UnclosedQuote;
            if ((_state != State.Quoted || _fault is not null) && EndRow() is { } row)
                yield return row;
        }
        if (_state == State.Quoted)
        {
            _fault ??= QuizErrorCode.UnclosedQuote;
            if (EndRow() is { } last)
                yield return last;
        }
    }

    private void Read(char character)
    {
        if (_state == State.Quoted)
        {
            if (character == '"')
                _state = State.QuoteInQuoted;
            else
                Append(character);
        }
        else if (character == separator)
            EndCell();
        else if (_state == State.QuoteInQuoted)
            ReadAfterQuote(character);
        else if (_state == State.Start && character == '"')
        {
            _cell.Clear();
            _state = State.Quoted;
        }
        else
        {
            if (character != ' ')
                _state = State.Bare;
            Append(character);
        }
    }

    /// <summary>A second quote stands for one; anything else but a separator means that the quotes are text.</summary>
    private void ReadAfterQuote(char character)
    {
        if (character == '"')
        {
            Append('"');
            _state = State.Quoted;
        }
        else if (character != ' ')
        {
            _cell.Insert(0, '"');
            Append('"');
            Append(character);
            _state = State.Bare;
        }
    }

    private void Append(char character)
    {
        if (_cell.Length < TableRow.MaxCellLength)
            _cell.Append(character);
    }

    private void EndCell()
    {
        if (_cells.Count < TableRow.MaxColumns)
            _cells.Add(new(CellGuard.Removed(_cell.ToString())));
        _cell.Clear();
        _state = State.Start;
    }

    /// <summary>The row, if there is something in it.</summary>
    private TableRow? EndRow()
    {
        EndCell();
        bool isBlank = _fault is null && _cells.TrueForAll(cell => cell.IsBlank);
        TableRow? row = isBlank ? null : new(_firstLine, [.. _cells], Fault: _fault);
        _cells.Clear();
        _fault = null;
        return row;
    }
}
