using Arena.Game.State;
using Arena.Gateway.Quizzes.Writing;
using Arena.Gateway.Quizzes.Writing.Tables;
using Arena.Storage.Model;

namespace Arena.Gateway.GameResults.Files;

/// <summary>Writes a report as a file.</summary>
internal static class ReportFile
{
    public static FileKind KindOf(ReportFormat format) => format == ReportFormat.Csv
        ? new("text/csv; charset=utf-8", ".csv", IsArchive: false)
        : new("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", ".xlsx", IsArchive: true);

    /// <param name="format">What it is written in.</param>
    /// <param name="game">The game.</param>
    /// <param name="state">Its events.</param>
    /// <param name="language">Of the headings.</param>
    /// <param name="rows">At most in a sheet: the other answers are on further ones.</param>
    public static byte[] Write(ReportFormat format, GameSessionRow game, GameState state, ReportLanguage language, int rows = SheetWriter.MaxRows)
    {
        var words = ReportWords.For(language);
        var tables = new ReportTables(game, state, words);
        if (format == ReportFormat.Csv)
            return Csv(tables.Players());
        using var file = new MemoryStream();
        WriteWorkbook(file, tables, words, rows);
        return file.ToArray();
    }

    /// <summary>A table as separated values.</summary>
    public static byte[] Csv(IEnumerable<SheetCell[]> rows)
    {
        using var file = new MemoryStream();
        using var values = new SeparatedValues(file);
        foreach (var row in rows)
            values.Row(row);
        values.Flush();
        return file.ToArray();
    }

    private static void WriteWorkbook(MemoryStream file, ReportTables tables, ReportWords words, int rows)
    {
        var sheetsOfAnswers = Enumerable.Range(1, 1 + (Math.Max(0, tables.AnswerCount - 1) / (rows - 1)));
        using var sheets = new SheetWriter(
            file, [words.Game, words.Questions, words.Players, .. sheetsOfAnswers.Select(part => part == 1 ? words.Answers : $"{words.Answers} {part}")]);
        Write(sheets, tables.Game());
        foreach (var table in (IEnumerable<SheetCell[]>[])[tables.Questions(), tables.Players(), [tables.AnswerHeadings()]])
        {
            sheets.NextSheet();
            Write(sheets, table);
        }
        var row = 1;
        foreach (var answer in tables.Answers())
        {
            if (row == rows)
            {
                sheets.NextSheet();
                sheets.Row(row = 1, tables.AnswerHeadings());
            }
            sheets.Row(++row, answer);
        }
        sheets.Finish();
    }

    private static void Write(SheetWriter sheet, IEnumerable<SheetCell[]> table)
    {
        foreach (var (number, row) in table.Index())
            sheet.Row(number + 1, row);
    }
}
