using Arena.Gateway.Quizzes.Content;

namespace Arena.Gateway.Quizzes.Reading.Tables;

/// <summary>
/// Reads questions from tables: the header row is found by its words, wherever it is, and each row below is a question. Blank rows, rows that
/// hold only a number, and rows that explain the columns are none.
/// </summary>
internal sealed class TableReader(ValidationErrors faults, DraftCollector draft)
{
    /// <summary>How many rows may stand above the header.</summary>
    public const int MaxRowsAbove = 40;

    private int _widest;
    private bool _isFlashCards;

    /// <param name="tables">The rows of each table.</param>
    public DraftReading Read(IEnumerable<IEnumerable<TableRow>> tables)
    {
        bool isFound = false;
        foreach (IEnumerable<TableRow> table in tables)
            isFound |= ReadTable(table);
        if (isFound)
            return draft.Finish();
        bool areCards = _isFlashCards || _widest == 2;
        faults.AddToQuiz(new(1), areCards ? QuizErrorCode.FlashCards : _widest == 0 ? QuizErrorCode.NoQuestions : QuizErrorCode.NoHeaderRow);
        return DraftReading.None;
    }

    /// <summary>Whether a line is one of those with which Anki's notes begin.</summary>
    public static bool IsFlashCardHeader(string line) =>
        line.StartsWith("#separator:", StringComparison.OrdinalIgnoreCase) || line.StartsWith("#html:", StringComparison.OrdinalIgnoreCase)
        || line.StartsWith("#notetype", StringComparison.OrdinalIgnoreCase) || line.StartsWith("#deck", StringComparison.OrdinalIgnoreCase);

    private bool ReadTable(IEnumerable<TableRow> rows)
    {
        TableHeader? header = null;
        int above = 0;
        foreach (TableRow row in rows)
        {
            if (header is not null)
                ReadRow(row, header);
            else if (TableHeader.Of(row) is { } found)
                header = found;
            else if (++above > MaxRowsAbove)
                break;
            else
                NoteRowWithoutHeader(row);
            if (draft.IsFull)
                break;
        }
        return header is not null;
    }

    private void NoteRowWithoutHeader(TableRow row)
    {
        _widest = Math.Max(_widest, row.Cells.Count(cell => !cell.IsBlank));
        _isFlashCards |= IsFlashCardHeader(row[0].Text);
    }

    private void ReadRow(TableRow row, TableHeader header)
    {
        if (row.Fault is { } fault)
        {
            draft.LeaveOut(row.At(null), fault, row[header.Question].Text);
            return;
        }
        if (IsNoQuestion(row, header))
            return;
        foreach (int column in header.Used)
        {
            if (row[column].Fault is { } cellFault)
            {
                draft.LeaveOut(row.At(column), cellFault, row[column].Text);
                return;
            }
        }
        if (TableTime.Read(row, header.Time, draft) is { } time && new TableQuestion(row, header, draft).Read() is { } question)
        {
            NoteUnused(row, header);
            draft.Add(question with { TimeLimitMs = time.Limit });
        }
    }

    /// <summary>Nothing, nothing but a number, the header again, or an explanation of the columns: all in brackets.</summary>
    private static bool IsNoQuestion(TableRow row, TableHeader header)
    {
        bool areBracketed = true, areHeaders = true;
        foreach (int column in header.Used)
        {
            areBracketed &= row[column].IsBlank || row[column].Text.AsSpan().Trim() is ['(', .., ')'];
            areHeaders &= row[column].Text == header.Row[column].Text;
        }
        return areBracketed || areHeaders;
    }

    private void NoteUnused(TableRow row, TableHeader header)
    {
        if (!row[header.Picture].IsBlank)
            draft.Assumptions.Note(QuizWarningCode.MediaLeftOut, row.Number, row[header.Picture].Text);
        for (int column = 0; column < row.Cells.Count; column++)
        {
            if (!row[column].IsBlank && !header.Knows(column) && !IsBeforeTable(column, header))
            {
                draft.Assumptions.Note(QuizWarningCode.UnusedColumns, row.Number, row[column].Text);
                return;
            }
        }
    }

    /// <summary>A column without a header before the question holds its number.</summary>
    private static bool IsBeforeTable(int column, TableHeader header) => column < header.Question && header.Row[column].IsBlank;
}
