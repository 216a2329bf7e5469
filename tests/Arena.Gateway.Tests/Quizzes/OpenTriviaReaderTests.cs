using System.Text;
using Arena.Game.Vocabulary;
using Arena.Gateway.Quizzes.Content;
using Arena.Gateway.Quizzes.Reading;

namespace Arena.Gateway.Tests.Quizzes;

public sealed class OpenTriviaReaderTests
{
    private static readonly byte[] Pathologies = File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Quizzes", "fixtures", "pathologies.txt"));

    [Fact]
    public void Every_fault_is_reported_with_its_line()
    {
        QuizReading reading = QuizFiles.Read(Pathologies, QuizFormat.Auto, "Fixture", skipInvalid: true);
        Assert.Equal(
            ["37 DuplicateOption", "39 DamagedText", "44 DamagedText", "52 TooLong", "54 TooLong", "59 MissingAnswer",
             "64 AnswerNotAmongOptions", "71 OptionOutOfOrder", "73 TooFewOptions", "81 UnexpectedLine"],
            reading.Errors.Select(error => $"{error.Line} {error.Code}"));
        Assert.Equal(10, reading.ErrorCount);
        Assert.Equal(10, reading.SkippedQuestions);
        Assert.All(reading.Errors, error => Assert.InRange(error.Text?.Length ?? 0, 0, 80));
    }

    [Fact]
    public void Readable_questions_are_read_in_every_encoding_and_with_all_line_ends()
    {
        QuizContent quiz = QuizFiles.Read(Pathologies, QuizFormat.Auto, "Fixture", skipInvalid: true).Content!;
        Assert.Equal(
            ["What is the capital of Australia?", "Water boils at 100 degrees Celsius at sea level.",
             "What does x equal in this equation?\n\n4x+4=12\nA hint: it is even.", "Which café is in Vienna?",
             "Who wrote “Les Misérables”?", "Last, without a line end"],
            quiz.Questions.Select(question => question.Prompt));
        Assert.Equal(["Canberra", "True", "2", "Hawelka", "Victor Hugo", "Yes"],
            quiz.Questions.Select(question => question.Options().Single(option => option.IsCorrect).Label));
        Assert.Equal(1, quiz.Questions.Count(question => question.Type == QuestionType.TrueFalse));
    }

    [Fact]
    public void One_fault_refuses_the_whole_file_by_default()
    {
        QuizReading reading = QuizFiles.Read(Pathologies, QuizFormat.Auto, "Fixture");
        Assert.Null(reading.Content);
        Assert.Equal(10, reading.ErrorCount);
    }

    [Fact]
    public void A_byte_order_mark_is_no_text()
    {
        byte[] file = [0xEF, 0xBB, 0xBF, .. "#Q Why?\n^ Yes\nA Yes\nB No\n"u8];
        Assert.Equal("Why?", QuizFiles.Read(file, QuizFormat.Auto, "T").Content!.Questions.Single().Prompt);
    }

    [Theory]
    [InlineData("", QuizErrorCode.NoQuestions)]
    [InlineData("\n\n", QuizErrorCode.NoQuestions)]
    [InlineData("hello\nworld", QuizErrorCode.UnexpectedLine)]
    [InlineData("#Q\n^ Yes\nA Yes\nB No", QuizErrorCode.Empty)]
    [InlineData("#Q \u200B\u200D\n^ Yes\nA Yes\nB No", QuizErrorCode.Empty)]
    [InlineData("#Q a\u0007b\n^ Yes\nA Yes\nB No", QuizErrorCode.ControlCharacter)]
    [InlineData("#Q a\u202Eb\n^ Yes\nA Yes\nB No", QuizErrorCode.ControlCharacter)]
    [InlineData("#Q Why?\n^ Yes\nA Yes\nB", QuizErrorCode.Empty)]
    [InlineData("#Q Why?\n^ yes\nA Yes\nB No", QuizErrorCode.AnswerNotAmongOptions)]
    [InlineData("#Q Why?\n^ 1\nA 1\nB 2\nC 3\nD 4\nE 5\nF 6\nG 7\nH 8\nI 9", QuizErrorCode.TooManyOptions)]
    public void Text_that_is_not_a_question_is_not_imported(string text, params QuizErrorCode[] faults)
    {
        QuizReading reading = QuizFiles.Read(Encoding.UTF8.GetBytes(text), QuizFormat.OpenTriviaQa, "T", skipInvalid: true);
        Assert.Null(reading.Content);
        Assert.Equal(faults.Order(), reading.Errors.Select(error => error.Code).Order());
    }

    [Fact]
    public void A_file_without_a_title_needs_one() =>
        Assert.Equal(QuizErrorCode.MissingMember, QuizFiles.Read("#Q Why?\n^ Yes\nA Yes\nB No"u8.ToArray(), QuizFormat.Auto).Errors.Single().Code);

    [Fact]
    public void More_questions_than_a_quiz_may_have_are_refused_as_a_whole()
    {
        string file = string.Concat(Enumerable.Repeat("#Q Why?\n^ Yes\nA Yes\nB No\n", GameLimits.MaxQuizQuestions + 1));
        QuizReading reading = QuizFiles.Read(Encoding.UTF8.GetBytes(file), QuizFormat.Auto, "T", skipInvalid: true);
        Assert.Null(reading.Content);
        QuizError error = Assert.Single(reading.Errors);
        Assert.Equal((QuizErrorCode.TooManyQuestions, (GameLimits.MaxQuizQuestions * 4) + 1), (error.Code, error.Line));
    }

    [Fact]
    public void A_million_faults_are_counted_and_a_hundred_are_kept()
    {
        QuizReading reading = QuizFiles.Read(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("#Q\n", 1_000_000))), QuizFormat.Auto, "T");
        Assert.Equal(1_000_000, reading.ErrorCount);
        Assert.Equal(100, reading.Errors.Length);
    }
}
