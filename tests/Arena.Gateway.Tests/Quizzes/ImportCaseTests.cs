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
    [InlineData("k01-kahoot-basic.xlsx", "Capital of Canada? -> Toronto / *Ottawa / Montreal / Calgary", "Is ice less dense than water? -> *True / False [10 s]")]
    [InlineData("k02-kahoot-numbers.xlsx", "What is 3 x 4? -> *12 / 7 / 34 / twelve and a half", "Pi to two places? -> *3.14 / 3.41 / 0.1 / 1E+21 [30 s]")]
    [InlineData("k04-kahoot-date.xlsx", "One plus one? -> *2 / 3", "DateCell 9 C9")]
    [InlineData("k05-kahoot-boolean.xlsx", "Water boils at 100 degrees at sea level. -> *True / False")]
    [InlineData("k06-kahoot-blank-rows.xlsx", "Largest planet? -> *Jupiter / Mars", "Smallest planet? -> *Mercury / Mars")]
    [InlineData("k08-kahoot-keys.xlsx",
        "Key in words? -> A / *B", "Two keys? -> MultipleChoice *A / B / *C", "Key with blanks? -> A / *B",
        "NoCorrectOption 9 H9", "AnswerNotAmongOptions 10 H10")]
    [InlineData("k09-kahoot-header-row-4.xlsx", "Capital of Peru? -> *Lima / Cusco")]
    [InlineData("k12-kahoot-second-sheet.xlsx", "Capital of Chile? -> *Santiago / Lima")]
    [InlineData("k14-kahoot-times.xlsx",
        "Text time? -> *A / B", "No time? -> *A / B", "Odd time? -> *A / B [45 s]", "With a unit? -> *A / B [30 s]",
        "OutOfRange 12 G12 timeLimitMs 300000")]
    [InlineData("k16-bomb.xlsx", "ArchiveTooLarge 1 16777216")]
    [InlineData("k18-old-excel.xls", "OldOfficeFile 1")]
    [InlineData("k20-images-note.xlsx", "Who painted it? -> *Monet / Manet", "warning UnusedColumns 9 x1")]
    [InlineData("w01-wayground-basic.xlsx", "Five choices? -> one / two / three / four / *five [30 s] (Because it is the last.)", "No type? -> *yes / no")]
    [InlineData("w02-wayground-types.xlsx", "Both? -> MultipleChoice *a / b / *c [30 s]", "Fill? -> TypedAnswer word [30 s]", "Say? -> OpenText [60 s]",
        "Vote? -> Poll x / y [30 s]", "One? -> *1 / 2", "UnsupportedQuestionType 6 B6 type")]
    [InlineData("c01-blooket.csv", "Capital of Ghana? -> *Accra / Lagos / Dakar", "Even, and prime? -> *2 / 4 / 9 / 15 [300 s]")]
    [InlineData("c02-gimkit.csv", "Capital of Mali? -> Kayes / *Bamako / Gao")]
    [InlineData("c03-semicolon-cp1252.csv",
        "Valeur de pi, à peu près ? -> *3,14 / 3,41 / 1,43", "Où est le château d’If ? -> *Marseille / Nice [30 s]", "warning AssumedWindows1252 1 x3")]
    [InlineData("c06-quotes.csv", "He said \"no\".\nWhat did he mean? -> *\"No\" / Yes, really", "A 5\" screen is how wide? -> *12.7 cm / 5 cm")]
    [InlineData("c07-colons.csv", "When is tea: 9:00 or 17:00? -> *17:00 / 9:00", "Which site: https://example.org? -> a::b / *c::d")]
    [InlineData("c09-formulas.csv", "=HYPERLINK(\"https://example.org\",\"open\") -> *=1+1 / @SUM(A1)", "-3 + 5 = ? -> *+2 / -2")]
    [InlineData("t01-quizlet.tsv", "FlashCards 1")]
    [InlineData("n01-anki-notes.txt", "FlashCards 1")]
    [InlineData("d01-opentdb.json",
        "What does \"a < b\" mean? It's easy. -> a is more / a’s b / *a is less / 100°C & more", "Café has an accent. -> *True / False")]
    [InlineData("d03-opentdb-url3986.json", "Is π > 3? -> no / 100% / *yes, it's")]
    [InlineData("d04-opentdb-array.json", "Only the list? -> no / *yes")]
    [InlineData("r01-razzia.json", "Which is blue? -> *Sky / Grass [15 s]", "Which two? -> MultipleChoice *a / b / *c", "warning MediaLeftOut 1 x1")]
    [InlineData("x01-classquiz.cqa", "Longest river? -> *Nile / Rhine", "Order? -> Order 1 / 2")]
    [InlineData("a01-aiken-basic.txt", "What is the capital of Laos? -> *Vientiane / Pakse / Savannakhet", "Which is a fruit? -> Carrot / *Apple")]
    [InlineData("a02-aiken-loose.txt", "1. Which is a metal? -> *Iron / Oak", "Which is a gas? -> *Neon / Lead")]
    [InlineData("g01-gift-basic.txt",
        "What is the capital of Nepal? -> *Kathmandu / Pokhara / Lalitpur (In the valley of the same name.)",
        "The moon is a planet. -> True / *False", "Snow is white. -> *True / False")]
    [InlineData("g02-gift-escapes.txt", "What does a=b:c {d} ~e #f mean? -> *1=1 / x~y / #1", "Is 1+1:=2 ? -> *True / False")]
    [InlineData("g03-gift-missing-word.txt", "Water is made of _____ and oxygen. -> *hydrogen / helium", "The _____ shines at night -> sun / *moon")]
    [InlineData("g05-gift-types.txt", "What is pi? -> Number 3.14 ±0.01 Range 2", "Match. -> Match a = 1 / b = 2 / c = 3", "Write about it. -> OpenText",
        "Who? -> TypedAnswer Ann / Anna", "This is only a text. -> Slide This is only a text.", "Which one? -> *this / that")]
    [InlineData("g06-gift-html.txt", "Which is bold & right? -> *a < b / a > b", "*Which* one? -> *a / b")]
    [InlineData("m01-moodle-basic.xml", "Capital of Bhutan? -> *Thimphu / Paro / Punakha (High up.)", "Bhutan has a king. -> *True / False")]
    [InlineData("m02-moodle-image.xml", "Which flag? [a flag] -> *Nepal / India")]
    [InlineData("m04-moodle-xxe.xml", "DocumentTypeFound 2")]
    [InlineData("m06-moodle-html.xml", "Formula of water?\nChoose\none. -> *H2O / CO2 / \\(\\frac{1}{2}\\)")]
    [InlineData("q01-qti12-canvas.zip", "Capital of Qatar & of what else? -> *Doha / Dubai", "It rains. -> True / *False")]
    [InlineData("q02-qti21-basic.zip", "Capital of Togo? -> *Lomé / Kara")]
    [InlineData("q03-qti-traversal.zip", "Safe? -> *yes / no", "UnsafePath 2 imsmanifest.xml")]
    [InlineData("q05-qti-zipped-folder.zip", "In a folder? -> *yes / no")]
    [InlineData("q07-qti12-no-key.zip", "Sound? -> a / *b", "NoCorrectOption 3 a.xml")]
    [InlineData("q09-bare-qti12.xml", "Unpacked? -> *yes / no")]
    [Asvs("1.5.1")]
    public void A_file_is_read_as_its_author_meant_it_or_refused_with_the_cause(string file, params string[] expected) =>
        Assert.Equal(expected, QuizOutcome.Of(QuizFiles.Read(QuizFiles.Case(file), QuizFormat.Auto, "T", skipInvalid: true)));

    [Fact]
    [Asvs("1.3.3", "15.1.3")]
    public void A_text_that_is_too_long_is_refused_before_it_is_normalised()
    {
        byte[] file = QuizFiles.Case("s01-marks.txt");
        var work = new ReadingWork(TestContext.Current.CancellationToken);
        QuizReading reading = QuizFiles.Read(file, QuizFormat.Auto, work, "T");
        Assert.Equal(["TooLong 1 prompt 500"], QuizOutcome.Of(reading));
        Assert.InRange(work.Visited, 1, 3 * file.Length);
    }

    [Fact]
    public void The_faults_of_a_file_of_one_line_are_counted_with_the_work_of_one_pass()
    {
        byte[] file = Encoding.UTF8.GetBytes($$"""{"arena":1,"title":"T","questions":[{{string.Join(',', Enumerable.Repeat("{}", 80_001))}}]}""");
        var work = new ReadingWork(TestContext.Current.CancellationToken);
        QuizReading reading = QuizFiles.Read(file, QuizFormat.Auto, work);
        Assert.Equal((160_002, 100), (reading.ErrorCount, reading.Errors.Length));
        Assert.All(reading.Errors, error => Assert.Equal((QuizErrorCode.MissingMember, 1), (error.Code, error.Line)));
        Assert.InRange(work.Visited, 1, 3 * file.Length);
    }
}
