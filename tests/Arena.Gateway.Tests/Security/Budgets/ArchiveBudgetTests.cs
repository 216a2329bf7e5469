using System.IO.Compression;
using System.Text;
using Arena.Gateway.Quizzes.Content;
using Arena.Gateway.Quizzes.Reading;
using Arena.Gateway.Tests.Quizzes;

namespace Arena.Gateway.Tests.Security.Budgets;

/// <summary>No archive costs more than its budget, whatever comes out of it, and none throws. ARENA_SEED=n repeats a run.</summary>
[Collection(WorkBudget.Alone)]
public sealed class ArchiveBudgetTests
{
    private const int Rounds = 300;
    private const int BombBytes = 64 * 1024 * 1024;

    private readonly int _seed = int.TryParse(Environment.GetEnvironmentVariable("ARENA_SEED"), out int seed) ? seed : Random.Shared.Next();

    public static TheoryData<string> Archives => new("k01-kahoot-basic.xlsx", "k04-kahoot-date.xlsx", "q01-qti12-canvas.zip", "q05-qti-zipped-folder.zip", "x01-classquiz.cqa");

    public static TheoryData<string, string> Bombs => new()
    {
        { "one cell", "<row r=\"1\"><c t=\"inlineStr\"><is><t>{0}A{1}</t></is></c></row>" },
        { "empty rows", "{0}<row/>{1}" },
        { "rows of a key", "<row><c r=\"A1\" t=\"inlineStr\"><is><t>Question</t></is></c><c r=\"B1\" t=\"inlineStr\"><is><t>Option 1</t></is></c><c r=\"C1\" t=\"inlineStr\"><is><t>Option 2</t></is></c><c r=\"D1\" t=\"inlineStr\"><is><t>Correct</t></is></c></row>{0}<row><c r=\"D2\"><v>9</v></c></row>{1}" },
        { "cells of one row", "<row>{0}<c><v>1</v></c>{1}</row>" },
        { "elements in elements", "{0}<c>{1}" },
        { "a tag without end", "<row {0}a=\"1\" {1}/>" },
    };

    [Theory]
    [MemberData(nameof(Archives))]
    [Asvs("5.2.3", "15.1.3")]
    public void An_archive_with_any_bytes_broken_is_read_or_refused_within_its_budget(string name)
    {
        byte[] whole = QuizFiles.Case(name);
        var random = new Random(_seed);
        for (int round = 0; round < Rounds; round++)
        {
            byte[] file = [.. whole];
            for (int spoiled = random.Next(1, 6); spoiled > 0; spoiled--)
                file[random.Next(file.Length)] = (byte)random.Next(256);
            int length = random.Next(4) == 0 ? random.Next(file.Length) : file.Length;
            WorkBudget.Within($"seed {_seed}, round {round} of {name}", () => QuizFiles.Read(file.AsMemory(0, length), QuizFormat.Auto, "T", skipInvalid: true));
        }
    }

    [Theory]
    [MemberData(nameof(Bombs))]
    [Asvs("5.2.3", "15.1.3")]
    public void A_workbook_that_unpacks_to_very_much_costs_no_more_than_its_budget(string what, string sheet)
    {
        byte[] file = WorkbookOf(sheet);
        WorkBudget.Within(what, () =>
        {
            QuizReading reading = QuizFiles.Read(file, QuizFormat.Auto, "T", skipInvalid: true);
            Assert.Contains(reading.Errors, error => error.Code is QuizErrorCode.ArchiveTooLarge or QuizErrorCode.TooManyQuestions or QuizErrorCode.BrokenArchive or QuizErrorCode.AnswerNotAmongOptions);
        });
    }

    [Fact]
    [Asvs("5.2.3")]
    public void An_archive_of_very_many_files_is_refused_before_they_are_listed()
    {
        using var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            for (int number = 0; number <= 10_000; number++)
                archive.CreateEntry($"{number}/imsmanifest.xml", CompressionLevel.NoCompression);
        }
        Assert.Equal([QuizErrorCode.ArchiveTooLarge], QuizFiles.Read(bytes.ToArray(), QuizFormat.Auto, "T").Errors.Select(error => error.Code));
    }

    [Fact]
    public void Unpacking_stops_when_the_caller_is_gone()
    {
        using var gone = new CancellationTokenSource();
        gone.Cancel();
        var work = new ReadingWork(gone.Token);
        Assert.Throws<OperationCanceledException>(() => QuizFiles.Read(QuizFiles.Case("k16-bomb.xlsx"), QuizFormat.Auto, work, "T"));
        Assert.InRange(work.Visited, 1, 1024 * 1024);
    }

    private static byte[] WorkbookOf(string sheet)
    {
        using var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            Write(archive, "xl/workbook.xml", "<workbook xmlns:r=\"r\"><sheets><sheet name=\"s\" r:id=\"i\"/></sheets></workbook>");
            Write(archive, "xl/_rels/workbook.xml.rels", "<Relationships><Relationship Id=\"i\" Type=\"/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>");
            string[] parts = $"<worksheet><sheetData>{sheet}</sheetData></worksheet>".Split("{0}");
            string[] rest = parts[1].Split("{1}");
            using Stream entry = archive.CreateEntry("xl/worksheets/sheet1.xml").Open();
            entry.Write(Encoding.UTF8.GetBytes(parts[0]));
            byte[] repeated = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(rest[0], 1000)));
            for (int written = 0; written < BombBytes; written += repeated.Length)
                entry.Write(repeated);
            entry.Write(Encoding.UTF8.GetBytes(rest[1]));
        }
        return bytes.ToArray();
    }

    private static void Write(ZipArchive archive, string name, string content)
    {
        using var writer = new StreamWriter(archive.CreateEntry(name).Open());
        writer.Write(content);
    }
}
