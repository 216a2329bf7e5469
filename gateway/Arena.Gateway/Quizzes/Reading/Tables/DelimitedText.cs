using Arena.Gateway.Quizzes.Content;

namespace Arena.Gateway.Quizzes.Reading.Tables;

/// <summary>Text as a table: values separated by commas, semicolons, tabs or bars. A beginning of it decides by what.</summary>
internal sealed class DelimitedText
{
    private const string Separators = "\t;,|";
    private const string SeparatorLine = "sep=";

    /// <summary>So many lines decide.</summary>
    private const int ComparedLines = 200;

    private DelimitedText(char separator, bool isRegular, bool isNamed)
    {
        Separator = separator;
        IsRegular = isRegular;
        IsNamed = isNamed;
    }

    public char Separator { get; }

    /// <summary>Whether most lines have the same number of cells, more than one.</summary>
    public bool IsRegular { get; }

    /// <summary>Whether the file itself names the separator.</summary>
    public bool IsNamed { get; }

    /// <summary>Whether the first line names columns of questions: then it decides, whatever stands in the cells below.</summary>
    public bool BeginsWithHeader { get; private init; }

    /// <param name="sample">The first lines.</param>
    public static DelimitedText Of(IReadOnlyList<SourceLine> sample)
    {
        SourceLine? first = sample.Count == 0 ? null : sample[0];
        if (first?.Text is { } line && line.StartsWith(SeparatorLine, StringComparison.OrdinalIgnoreCase) && line.Length == SeparatorLine.Length + 1)
            return new(line[^1], isRegular: true, isNamed: true);
        foreach (char separator in Separators)
        {
            if (new DelimitedRows(separator).Read(sample.Take(1)).FirstOrDefault() is { } row && TableHeader.Of(row) is not null)
                return new(separator, isRegular: true, isNamed: false) { BeginsWithHeader = true };
        }
        (char best, int alike, int all, int cells) = (',', 0, 0, 0);
        foreach (char separator in Separators)
        {
            (int sameCount, int rows, int count) = Regularity(sample, separator);
            if (sameCount > alike || (sameCount == alike && count > cells))
                (best, alike, all, cells) = (separator, sameCount, rows, count);
        }
        return new(best, all > 0 && alike * 5 >= all * 4, isNamed: false);
    }

    /// <summary>The rows of a file.</summary>
    public static IEnumerable<TableRow> Rows(ReadOnlyMemory<byte> text, ReadingWork work, TextAssumptions assumptions)
    {
        DelimitedText shape = Of(SourceText.Sample(text));
        return new DelimitedRows(shape.Separator).Read(Noted(SourceText.Lines(text, work), shape, assumptions));
    }

    public IEnumerable<TableRow> Rows(IEnumerable<SourceLine> lines) => new DelimitedRows(Separator).Read(lines);

    private static IEnumerable<SourceLine> Noted(IEnumerable<SourceLine> lines, DelimitedText shape, TextAssumptions assumptions)
    {
        foreach (SourceLine line in lines)
        {
            if (shape.IsNamed && line.Number == 1)
                continue;
            assumptions.Note(line);
            yield return line;
        }
    }

    private static (int Alike, int Rows, int Cells) Regularity(IReadOnlyList<SourceLine> sample, char separator)
    {
        int[] counts = [.. new DelimitedRows(separator).Read(sample.Take(ComparedLines)).Select(row => row.Cells.Count)];
        IGrouping<int, int>? most = counts.Where(count => count > 1).GroupBy(count => count).MaxBy(group => group.Count());
        return (most?.Count() ?? 0, counts.Length, most?.Key ?? 0);
    }
}
