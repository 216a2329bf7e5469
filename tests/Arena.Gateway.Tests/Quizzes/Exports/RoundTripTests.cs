using Arena.Game.Questions;
using Arena.Game.Vocabulary;
using Arena.Gateway.Quizzes.Content;
using Arena.Gateway.Quizzes.Reading;
using Arena.Gateway.Quizzes.Writing;

namespace Arena.Gateway.Tests.Quizzes.Exports;

/// <summary>Each format, read again: it lacks exactly the members that its list of losses names.</summary>
public sealed class RoundTripTests
{
    private const string Ab = """[{"label":"a","correct":true},{"label":"b"}]""";

    private const string Lake = """{"name":"0123456789abcdef0123456789abcdef","kind":"picture","alt":"A \"lake\" & <hills>"}""";

    /// <summary>Beside the samples of every type: plain ones, and what a format could take for something else.</summary>
    private static readonly string[] Plain =
    [
        $$"""{"type":"singleChoice","prompt":"One?","options":{{Ab}}}""",
        $$"""{"type":"singleChoice","prompt":"One?","options":{{Ab}},"timeLimitMs":null,"points":0}""",
        """{"type":"singleChoice","prompt":"Many?","options":[{"label":"1"},{"label":"2"},{"label":"3"},{"label":"4"},{"label":"5","correct":true}]}""",
        """{"type":"singleChoice","prompt":"True?","options":[{"label":"True","correct":true},{"label":"False"}]}""",
        """{"type":"trueFalse","prompt":"True?","options":[{"label":"True"},{"label":"False","correct":true}]}""",
        """{"type":"trueFalse","prompt":"True?","options":[{"label":"false"},{"label":"TRUE","correct":true}]}""",
        """{"type":"trueFalse","prompt":"True?","options":[{"label":"True","correct":true},{"label":"False","weight":-0.5}]}""",
        """{"type":"trueFalse","prompt":"True?","options":[{"label":"True","correct":true},{"label":"False"}],"shuffle":true}""",
        """{"type":"multipleChoice","prompt":"All?","options":[{"label":"1,2","correct":true},{"label":"b","correct":true},{"label":"c"}]}""",
        $$"""{"type":"multipleChoice","prompt":"All?","options":{{Ab}}}""",
        """{"type":"multipleChoice","prompt":"All?","scoring":"perOption","options":[{"label":"a","correct":true},{"label":"b","correct":true},{"label":"c","correct":true},{"label":"d"}]}""",
        """{"type":"multipleChoice","prompt":"All?","options":[{"label":"a","correct":true},{"label":"b","correct":true}]}""",
        """{"type":"typedAnswer","prompt":"Capital?","accepted":["Bern"]}""",
        """{"type":"typedAnswer","prompt":"Capital?","accepted":["Bern","BERN"],"ignoreCase":false}""",
        """{"type":"typedAnswer","prompt":"Product?","accepted":["5 * 3","5 \\* 3","%50% x","[html]y","a#b"]}""",
        """{"type":"typedAnswer","prompt":"Arrow?","accepted":["a->b"]}""",
        """{"type":"typedAnswer","prompt":"Letters?","accepted":["a","b","c","d","e","f","g","h","i"]}""",
        """{"type":"number","prompt":"How many?","value":-7}""",
        """{"type":"number","prompt":"How many?","value":7.5,"tolerance":0.25,"scoring":"range","decimals":2}""",
        """{"type":"slider","prompt":"When?","min":-5,"max":5,"value":-1}""",
        """{"type":"slider","prompt":"When?","min":0,"max":0.001,"step":0.0000005,"value":0.0000005}""",
        """{"type":"match","prompt":"Pairs?","pairs":[{"left":"a -> b","right":"c"},{"left":"d","right":"e -> f"}]}""",
        """{"type":"match","prompt":"Pairs?","pairs":[{"left":"a","right":"b -> c"},{"left":"%5%","right":"=e"}]}""",
        """{"type":"rating","prompt":"How was it?"}""",
        """{"type":"wordCloud","prompt":"Think of?"}""",
        """{"type":"slide","prompt":"Question","body":"::x::{=a}\n\n// no comment\n#Q","timeLimitMs":20000}""",
        $$"""{"type":"slide","prompt":"A long list","body":"{{string.Join("\\n", Enumerable.Repeat("x", 130))}}"}""",
        """{"type":"openText","prompt":"(all)","explanation":"####{~}"}""",
        $$"""{"type":"openText","prompt":"Two\nlines & <b>?","media":{{Lake}} }""",
        $$"""{"type":"slide","prompt":"Title","body":"Text","media":{{Lake}} }""",
        """{"type":"typedAnswer","prompt":"Lake?","accepted":["Geneva"],"media":{"name":"fedcba9876543210fedcba9876543210","kind":"picture"}}""",
        """{"type":"order","prompt":"In order?","items":["a","b"],"media":{"name":"fedcba9876543210fedcba9876543210","kind":"audio","alt":"Waves"}}""",
        $$"""{"type":"singleChoice","prompt":"Which?","media":{{Lake}},"options":[{"label":"a","correct":true,"picture":{{Lake}} },{"label":"<b>","picture":{{Lake}} }]}""",
        $$"""{"type":"trueFalse","prompt":"True?","options":[{"label":"True","correct":true,"picture":{{Lake}} },{"label":"False"}]}""",
        $$"""{"type":"multipleChoice","prompt":"Which?","media":{"name":"fedcba9876543210fedcba9876543210","kind":"video","credit":"Ann"},"options":[{"label":"a","correct":true,"picture":{{Lake}} },{"label":"b","correct":true}]}""",
        """{"type":"order","prompt":"=1+1","items":["+1","@SUM(A1)","-2","'=3","'x"],"explanation":"<b>&amp;</b>"}""",
    ];

    public static TheoryData<ExportFormat, string> Cases =>
        [.. Enum.GetValues<ExportFormat>().SelectMany(format => EveryTypeQuiz.Questions.Concat(Plain).Select(question => (format, question)))];

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_question_is_read_back_but_for_what_its_losses_name(ExportFormat format, string question) => AssertTrue(format, Read(question));

    /// <summary>The file of a question lacks the members that its losses name, and no others.</summary>
    internal static void AssertTrue(ExportFormat format, Question before)
    {
        (byte[] file, ExportLosses losses) = QuizRendering.AsExport(format, new("Title", null, [before]));
        Assert.Equal(1, losses.QuestionCount);
        QuizReading reading = QuizFiles.Read(file, QuizFormat.Auto, "Title");
        if (losses.LeftOut == 1)
        {
            Assert.Equal([new(ExportLossKind.LeftOut, before.Type, null, 1)], losses.Losses);
            Assert.Null(reading.Content);
            return;
        }
        Assert.Empty(reading.Errors);
        Question after = Assert.Single(reading.Content!.Questions);
        Assert.Equal(Losses(format, before), QuizDifference.Of(format, before, after));
    }

    /// <summary>The question that an import makes of the file; null if it was left out.</summary>
    internal static Question? Repeat(ExportFormat format, Question before) =>
        QuizFiles.Read(QuizRendering.AsExport(format, new("T", null, [before])).File, QuizFormat.Auto, "T").Content?.Questions.Single();

    /// <summary>The members that are said to be lost.</summary>
    internal static IEnumerable<string> Losses(ExportFormat format, Question before) => QuizRendering.AsExport(format, new("T", null, [before])).Losses.Losses
        .Where(loss => loss.Kind == ExportLossKind.Changed).Select(loss => loss.Member!);

    [Fact]
    public void A_quiz_of_every_type_keeps_the_order_of_what_is_not_left_out()
    {
        QuizContent quiz = QuizFiles.Read(System.Text.Encoding.UTF8.GetBytes(EveryTypeQuiz.Json), QuizFormat.Arena).Content!;
        foreach (ExportFormat format in Enum.GetValues<ExportFormat>())
        {
            QuizContent labelled = quiz with { Description = "Words", Tags = ["Tag"], Folder = "Folder" };
            (byte[] file, ExportLosses losses) = QuizRendering.AsExport(format, labelled);
            string[] kept = [.. quiz.Questions.Where(question => !losses.Losses.Contains(new(ExportLossKind.LeftOut, question.Type, null, 1))).Select(question => question.Prompt)];
            Assert.Equal((quiz.Questions.Length, quiz.Questions.Length - kept.Length), (losses.QuestionCount, losses.LeftOut));
            QuizContent read = QuizFiles.Read(file, QuizFormat.Auto, "T").Content!;
            Assert.Equal(kept, read.Questions.Select(question => question.Prompt));
            bool isOwn = format == ExportFormat.Arena;
            Assert.Equal(isOwn ? [] : ["description", "folder", "tags"], losses.Losses.Where(loss => loss.Type is null).Select(loss => loss.Member));
            Assert.Equal(isOwn ? ("Words", "Tag", "Folder") : (null, "", null), (read.Description, string.Join(' ', read.Tags), read.Folder));
            Assert.DoesNotContain(losses.Losses, loss => loss.Kind == ExportLossKind.Referenced);
        }
    }

    [Fact]
    public void Arena_and_Qti_keep_the_title()
    {
        QuizContent quiz = new("Capitals & <more>", null, [Read(Plain[0])]);
        Assert.All(
            (ExportFormat[])[ExportFormat.Arena, ExportFormat.Qti],
            format => Assert.Equal(quiz.Title, QuizFiles.Read(QuizRendering.AsExport(format, quiz).File, QuizFormat.Auto).Content!.Title));
    }

    [Fact]
    public void Texts_that_Kahoot_refuses_are_named_and_written_whole()
    {
        var question = new SingleChoiceQuestion(Guid.Empty, new('p', 121), [new(new('o', 76), true), new("b", false)], 20_000, 1000);
        (byte[] file, ExportLosses losses) = QuizRendering.AsExport(ExportFormat.Kahoot, new("T", null, [question]));
        Assert.Equal(
            [new(ExportLossKind.TooLong, QuestionType.SingleChoice, "options", 1), new(ExportLossKind.TooLong, QuestionType.SingleChoice, "prompt", 1)], losses.Losses);
        Assert.Equal(question.Prompt, QuizFiles.Read(file, QuizFormat.Auto, "T").Content!.Questions[0].Prompt);
    }

    private static Question Read(string question)
    {
        QuizReading reading = QuizFiles.Read(System.Text.Encoding.UTF8.GetBytes($$"""{"arena":1,"title":"T","questions":[{{question}}]}"""), QuizFormat.Arena);
        Assert.Empty(reading.Errors);
        return Assert.Single(reading.Content!.Questions);
    }
}
