using System.Text;
using Arena.Gateway.Quizzes.Content;
using Arena.Gateway.Quizzes.Reading;

namespace Arena.Gateway.Tests.Quizzes;

/// <summary>Small files as people bring them, each with its right value: the questions (the right option marked) and the faults.</summary>
public sealed class ImportCaseTests
{
    [Theory]
    [InlineData("o01-otqa-bom-crlf.txt", "Capital of Fiji? -> *Suva / Nadi", "Two\nlines? -> a / *b")]
    [InlineData("o02-otqa-two-boms.txt", "First file? -> *a / b", "Second file? -> a / *b")]
    [InlineData("o03-otqa-cp1251.txt", "UnsupportedEncoding 1")]
    [InlineData("o04-otqa-utf16.txt", "Saved as Unicode? -> *yes / no")]
    [InlineData("o07-otqa-rtl.txt", "ما عاصمة مصر؟\u200F -> *القاهرة / الأقصر (Luxor)")]
    [InlineData("o09-otqa-emoji.txt",
        "Which is a family? 👨‍👩‍👧 -> *\U0001F3F4\U000E0067\U000E0062\U000E0073\U000E0063\U000E0074\U000E007F / 👍🏽")]
    [InlineData("o10-otqa-duplicates.txt", "Case? -> *Ml / ML", "DuplicateOption 4", "DuplicateOption 9", "DuplicateOption 19")]
    [InlineData("o11-otqa-limits.txt",
        "TooLong 1 prompt 500", "TooLong 8 label 150", "TooManyOptions 21 options 8", "TooFewOptions 23 options 2")]
    [InlineData("o12-otqa-entities.txt", "What is &quot;AT&amp;T&quot;? -> *A firm&#039;s name / H&lt;sub&gt;2&lt;/sub&gt;O", "warning HtmlEntities 1 x4")]
    [InlineData("o14-otqa-control-in-answer.txt", "ControlCharacter 3 label")]
    [InlineData("j01-arena-image.json", "UnknownMember 17 $.questions[0].image image")]
    [InlineData("j02-arena-array.json", "WrongType 1 $")]
    [InlineData("j04-arena-word-quotes.json", "BrokenJson 3 $.arena arena")]
    [InlineData("z01-empty.txt", "NoQuestions 1")]
    [InlineData("z03-docx.docx", "DocumentFile 1")]
    [InlineData("k01-kahoot-basic.xlsx", "SpreadsheetFile 1")]
    [InlineData("k18-old-excel.xls", "OldOfficeFile 1")]
    [InlineData("q02-qti21-basic.zip", "ArchiveFile 1")]
    [InlineData("x01-classquiz.cqa", "ArchiveFile 1")]
    [InlineData("m01-moodle-basic.xml", "MarkupFile 1")]
    [InlineData("d04-opentdb-array.json", "WrongType 1 $")]
    public void A_file_is_read_as_its_author_meant_it_or_refused_with_the_cause(string file, params string[] expected) =>
        Assert.Equal(expected, Outcome(QuizFiles.Read(QuizFiles.Case(file), QuizFormat.Auto, "T", skipInvalid: true)));

    [Fact]
    [Asvs("1.3.3", "15.1.3")]
    public void A_text_that_is_too_long_is_refused_before_it_is_normalised()
    {
        string marks = string.Concat(Enumerable.Repeat("\u0316\u0300", 20_000));
        byte[] file = Encoding.UTF8.GetBytes($"#Q a{marks}\n^ a\nA a\nB b\n");
        var work = new ReadingWork(TestContext.Current.CancellationToken);
        QuizReading reading = QuizFiles.Read(file, QuizFormat.Auto, work, "T");
        Assert.Equal(["TooLong 1 prompt 500"], Outcome(reading));
        Assert.InRange(work.Visited, 1, 3 * file.Length);
    }

    [Fact]
    public void The_faults_of_a_file_of_one_line_are_counted_with_the_work_of_one_pass()
    {
        byte[] file = Encoding.UTF8.GetBytes($$"""{"arena":1,"title":"T","questions":[{{string.Join(',', Enumerable.Repeat("{}", 80_001))}}]}""");
        var work = new ReadingWork(TestContext.Current.CancellationToken);
        QuizReading reading = QuizFiles.Read(file, QuizFormat.Auto, work);
        Assert.Equal((240_003, 100), (reading.ErrorCount, reading.Errors.Length));
        Assert.All(reading.Errors, error => Assert.Equal((QuizErrorCode.MissingMember, 1), (error.Code, error.Line)));
        Assert.InRange(work.Visited, 1, 3 * file.Length);
    }

    private static IEnumerable<string> Outcome(QuizReading reading) =>
    [
        .. reading.Content?.Questions.Select(Shown) ?? [],
        .. reading.Errors.Select(error => string.Join(' ', new object?[] { error.Code, error.Line, error.Path, error.Member, error.Limit }.OfType<object>())),
        .. reading.Warnings.Select(warning => $"warning {warning.Code} {warning.Line} x{warning.Count}"),
    ];

    private static string Shown(QuestionContent question) =>
        $"{question.Prompt} -> {string.Join(" / ", question.Options.Select(option => option.IsCorrect ? $"*{option.Label}" : option.Label))}";
}
