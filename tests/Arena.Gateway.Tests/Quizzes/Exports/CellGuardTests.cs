using System.Text;
using Arena.Game.Questions;
using Arena.Gateway.Quizzes.Reading;
using Arena.Gateway.Quizzes.Reading.Tables;
using Arena.Gateway.Quizzes.Writing;

namespace Arena.Gateway.Tests.Quizzes.Exports;

/// <summary>No spreadsheet that opens an export runs a text of it.</summary>
public sealed class CellGuardTests
{
    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+1", "'+1")]
    [InlineData("-1", "'-1")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("\tx", "'\tx")]
    [InlineData("\rx", "'\rx")]
    [InlineData("'=1", "''=1")]
    [InlineData("'x", "'x")]
    [InlineData("1-1", "1-1")]
    [InlineData("", "")]
    public void A_formula_is_guarded_and_the_guard_taken_off_again(string text, string guarded)
    {
        Assert.Equal(guarded, CellGuard.Added(text));
        Assert.Equal(text, CellGuard.Removed(guarded));
    }

    [Fact]
    public void No_cell_of_separated_values_begins_as_a_formula()
    {
        string csv = Encoding.UTF8.GetString(QuizRendering.AsExport(ExportFormat.Csv, new("T", null, [Formulas()])).File);
        string[] cells = [.. csv.Split('\n').Skip(1).SelectMany(row => row.Split(',')).Select(cell => cell.Trim('"', '\r'))];
        Assert.Contains("""'=HYPERLINK(""x"")""", cells);
        Assert.DoesNotContain(cells, cell => cell is ['=' or '+' or '-' or '@' or '\t', ..]);
    }

    [Fact]
    public void Texts_of_a_workbook_are_text_and_marked_as_typed()
    {
        byte[] file = QuizRendering.AsExport(ExportFormat.Kahoot, new("=T", null, [Formulas()])).File;
        using var archive = new System.IO.Compression.ZipArchive(new MemoryStream(file));
        using var sheet = new StreamReader(archive.GetEntry("xl/worksheets/sheet1.xml")!.Open());
        string xml = sheet.ReadToEnd();
        Assert.DoesNotContain("<f>", xml, StringComparison.Ordinal);
        Assert.Contains("""<c r="B9" s="1" t="inlineStr"><is><t xml:space="preserve">=HYPERLINK("x")</t></is></c>""", xml, StringComparison.Ordinal);
        Assert.Contains("""<c r="C9" t="inlineStr"><is><t xml:space="preserve">Yes</t></is></c>""", xml, StringComparison.Ordinal);
        Assert.Equal("=HYPERLINK(\"x\")", QuizFiles.Read(file, QuizFormat.Auto, "T").Content!.Questions[0].Prompt);
    }

    private static SingleChoiceQuestion Formulas() => new(Guid.Empty, "=HYPERLINK(\"x\")", [new("Yes", true), new("@No", false), new("+", false)], 20_000, 1000, "-1");
}
