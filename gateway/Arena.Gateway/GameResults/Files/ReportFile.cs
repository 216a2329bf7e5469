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

    public static byte[] Write(ReportFormat format, GameSessionRow game, GameState state, ReportLanguage language)
    {
        var words = ReportWords.For(language);
        var tables = new ReportTables(game, state, words);
        using var file = new MemoryStream();
        if (format == ReportFormat.Csv)
            WriteCsv(file, tables);
        else
            WriteWorkbook(file, tables, words);
        return file.ToArray();
    }

    private static void WriteCsv(MemoryStream file, ReportTables tables)
    {
        using var values = new SeparatedValues(file);
        foreach (var row in tables.Players())
            values.Row(row);
        values.Flush();
    }

    private static void WriteWorkbook(MemoryStream file, ReportTables tables, ReportWords words)
    {
        using var sheets = new SheetWriter(file, words.Game, words.Questions, words.Players, words.Answers);
        Write(sheets, tables.Game());
        foreach (var table in (IEnumerable<SheetCell[]>[])[tables.Questions(), tables.Players(), tables.Answers()])
        {
            sheets.NextSheet();
            Write(sheets, table);
        }
        sheets.Finish();
    }

    private static void Write(SheetWriter sheet, IEnumerable<SheetCell[]> table)
    {
        foreach (var (number, row) in table.Index())
            sheet.Row(number + 1, row);
    }
}
