using Arena.Game.Vocabulary;
using Arena.Gateway.Quizzes.Content;

namespace Arena.Gateway.Quizzes.Reading.Tables;

/// <summary>A row of a table.</summary>
/// <param name="Number">The sheet's row or the file's line, from 1.</param>
/// <param name="Cells">The cells, from the first column.</param>
/// <param name="Sheet">What comes before the name of a cell; null for text, which has no cells.</param>
/// <param name="Fault">Why the row as a whole cannot be read.</param>
internal sealed record TableRow(int Number, IReadOnlyList<TableCell> Cells, string? Sheet = null, QuizErrorCode? Fault = null)
{
    /// <summary>Columns beyond are not looked at.</summary>
    public const int MaxColumns = 64;

    private const int Letters = 26;

    /// <summary>Text of a cell beyond is cut off: it is too long for everything.</summary>
    public static int MaxCellLength { get; } = QuizText.MostRaw(GameLimits.MaxDescriptionLength) + 1;

    public TableCell this[int? column] => column is { } index && index < Cells.Count ? Cells[index] : TableCell.Blank;

    /// <summary>The place of a cell.</summary>
    public SourceMark At(int? column) =>
        new(Number, null, Sheet is null || column is not { } index ? null : JsonPath.Named($"{Sheet}{NameOf(index)}{Number}"));

    private static string NameOf(int column) =>
        column < Letters ? $"{(char)('A' + column)}" : $"{(char)('A' + (column / Letters) - 1)}{(char)('A' + (column % Letters))}";
}
