using System.Text;
using System.Text.Json;
using Arena.Game.Vocabulary;
using Arena.Gateway.Quizzes.Content;
using Arena.Gateway.Quizzes.Reading;

namespace Arena.Gateway.Tests.Quizzes;

public sealed class ArenaJsonReaderTests
{
    private const string Options = """[{"label":"Yes","correct":true},{"label":"No"}]""";

    [Fact]
    public void Missing_members_get_their_defaults()
    {
        QuizContent quiz = Read($$"""{"arena":1,"title":" A  quiz ","questions":[{"type":"singleChoice","prompt":"Why?","options":{{Options}}}]}""").Content!;
        Assert.Equal("A quiz", quiz.Title);
        QuestionContent question = Assert.Single(quiz.Questions);
        Assert.Equal((GameLimits.DefaultTimeLimitMs, 1000, null), (question.TimeLimitMs, question.Points, question.Explanation));
    }

    [Fact]
    public void A_fault_has_line_column_and_path()
    {
        QuizError error = Assert.Single(Read($$"""
            {
              "arena": 1, "title": "é",
              "questions": [
                { "type": "trueFalse", "prompt": "Why?", "options": {{Options}} },
                { "type": "trueFalse", "prompt": "日本", "promt": "Why?", "options": {{Options}} }
              ]
            }
            """).Errors);
        Assert.Equal(new(5, 44, "$.questions[1].promt", QuizErrorCode.UnknownMember, "promt", "promt"), error);
    }

    [Theory]
    [InlineData("""{"arena":1,"title":"T","questions":[]""", QuizErrorCode.BrokenJson)]
    [InlineData("""{"arena":1,"title":"T","questions":[],}""", QuizErrorCode.BrokenJson)]
    [InlineData("""{"arena":1,"title":"T","questions":[]} x""", QuizErrorCode.BrokenJson)]
    [InlineData("", QuizErrorCode.NoQuestions)]
    [InlineData("[]", QuizErrorCode.WrongType)]
    [InlineData("null", QuizErrorCode.WrongType)]
    [InlineData("""{"arena":2,"title":"T","questions":[Q]}""", QuizErrorCode.UnknownValue)]
    [InlineData("""{"title":"T","questions":[Q]}""", QuizErrorCode.MissingMember)]
    [InlineData("""{"arena":1,"questions":[Q]}""", QuizErrorCode.MissingMember)]
    [InlineData("""{"arena":1,"title":"T"}""", QuizErrorCode.MissingMember)]
    [InlineData("""{"arena":1,"title":7,"questions":[Q]}""", QuizErrorCode.WrongType)]
    [InlineData("""{"arena":1,"title":null,"questions":[Q]}""", QuizErrorCode.WrongType)]
    [InlineData("""{"arena":1,"title":"T","questions":{}}""", QuizErrorCode.WrongType)]
    [InlineData("""{"arena":1,"title":"T","questions":[]}""", QuizErrorCode.NoQuestions)]
    [InlineData("""{"arena":1,"title":"\u200b ","questions":[Q]}""", QuizErrorCode.Empty)]
    [InlineData("""{"arena":1,"title":"\ud800","questions":[Q]}""", QuizErrorCode.DamagedText)]
    [InlineData("""{"arena":1,"title":"a\nb","questions":[Q]}""", QuizErrorCode.ControlCharacter)]
    [InlineData("""{"arena":1,"title":"T","title":"T","questions":[Q]}""", QuizErrorCode.DuplicateMember)]
    [InlineData("""{"arena":1,"title":"T","\ud800":1,"questions":[Q]}""", QuizErrorCode.DamagedText, QuizErrorCode.UnknownMember)]
    [InlineData("""{"arena":1,"title":"T","secret":{"a":[1]},"questions":[Q]}""", QuizErrorCode.UnknownMember)]
    public void An_unsound_quiz_is_refused(string json, params QuizErrorCode[] faults)
    {
        QuizReading reading = Read(json.Replace("Q]", $$"""{"type":"trueFalse","prompt":"Why?","options":{{Options}}}]"""), skipInvalid: true);
        Assert.Null(reading.Content);
        Assert.Equal(faults.Order(), reading.Errors.Select(error => error.Code).Order());
    }

    [Theory]
    [InlineData("7", QuizErrorCode.WrongType)]
    [InlineData("""{"type":"trueFalse","options":OK}""", QuizErrorCode.MissingMember)]
    [InlineData("""{"type":"puzzle","prompt":"Why?","options":OK}""", QuizErrorCode.UnknownValue)]
    [InlineData("""{"type":"trueFalse","prompt":"","options":OK}""", QuizErrorCode.Empty)]
    [InlineData("""{"type":"trueFalse","prompt":"Why?","options":OK,"timeLimitMs":4999}""", QuizErrorCode.OutOfRange)]
    [InlineData("""{"type":"trueFalse","prompt":"Why?","options":OK,"timeLimitMs":240001}""", QuizErrorCode.OutOfRange)]
    [InlineData("""{"type":"trueFalse","prompt":"Why?","options":OK,"timeLimitMs":99999999999}""", QuizErrorCode.OutOfRange)]
    [InlineData("""{"type":"trueFalse","prompt":"Why?","options":OK,"timeLimitMs":"20000"}""", QuizErrorCode.WrongType)]
    [InlineData("""{"type":"trueFalse","prompt":"Why?","options":OK,"timeLimitMs":2e4}""", QuizErrorCode.WrongType)]
    [InlineData("""{"type":"trueFalse","prompt":"Why?","options":OK,"points":999}""", QuizErrorCode.OutOfRange)]
    [InlineData("""{"type":"trueFalse","prompt":"Why?","options":OK,"explanation":"\u0000"}""", QuizErrorCode.ControlCharacter)]
    [InlineData("""{"type":"trueFalse","prompt":"Why?","options":[{"label":"A","correct":true}]}""", QuizErrorCode.TooFewOptions)]
    [InlineData("""{"type":"trueFalse","prompt":"Why?","options":[{"label":"A","correct":true},{"label":"B"},{"label":"C"}]}""", QuizErrorCode.TooManyOptions)]
    [InlineData("""{"type":"singleChoice","prompt":"Why?","options":[{"label":"A","correct":true},{"label":" A"}]}""", QuizErrorCode.DuplicateOption)]
    [InlineData("""{"type":"singleChoice","prompt":"Why?","options":[{"label":"A"},{"label":"B"}]}""", QuizErrorCode.NoCorrectOption)]
    [InlineData("""{"type":"singleChoice","prompt":"Why?","options":[{"label":"A","correct":true},{"label":"B","correct":true}]}""", QuizErrorCode.SeveralCorrectOptions)]
    [InlineData("""{"type":"singleChoice","prompt":"Why?","options":[{"label":"A","correct":1},{"label":"B"}]}""", QuizErrorCode.WrongType)]
    [InlineData("""{"type":"singleChoice","prompt":"Why?","options":["A","B"]}""", QuizErrorCode.WrongType, QuizErrorCode.WrongType)]
    public void An_unsound_question_refuses_the_quiz_or_is_skipped(string question, params QuizErrorCode[] faults)
    {
        string sound = $$"""{"type":"trueFalse","prompt":"Why?","options":{{Options}}}""";
        string json = $$"""{"arena":1,"title":"T","questions":[{{sound}},{{question.Replace("OK", Options)}},{{sound}}]}""";
        QuizReading strict = Read(json);
        Assert.Null(strict.Content);
        Assert.Equal(faults, strict.Errors.Select(error => error.Code));
        Assert.All(strict.Errors, error => Assert.StartsWith("$.questions[1]", error.Path));
        QuizReading lenient = Read(json, skipInvalid: true);
        Assert.Equal((2, 1), (lenient.Content!.Questions.Length, lenient.SkippedQuestions));
    }

    [Fact]
    public void Bytes_that_are_no_UTF_8_are_named_with_their_place()
    {
        byte[] file = [.. "{\n  \"title\": \"Caf"u8, 0xE9, .. "\"}"u8];
        QuizError error = Assert.Single(QuizFiles.Read(file, QuizFormat.Auto).Errors);
        Assert.Equal((QuizErrorCode.DamagedText, 2, 16), (error.Code, error.Line, error.Column));
    }

    [Fact]
    public void The_schema_has_the_limits_of_the_game()
    {
        using Stream stream = typeof(QuizReader).Assembly.GetManifestResourceStream("quiz.schema.json")!;
        JsonElement schema = JsonDocument.Parse(stream).RootElement;
        JsonElement question = schema.GetProperty("$defs").GetProperty("question").GetProperty("properties");
        Assert.Equal(GameLimits.MaxTitleLength, Limit(schema.GetProperty("properties").GetProperty("title"), "maxLength"));
        Assert.Equal(GameLimits.MaxDescriptionLength, Limit(schema.GetProperty("properties").GetProperty("description"), "maxLength"));
        Assert.Equal(GameLimits.MaxQuizQuestions, Limit(schema.GetProperty("properties").GetProperty("questions"), "maxItems"));
        Assert.Equal(GameLimits.MaxPromptLength, Limit(question.GetProperty("prompt"), "maxLength"));
        Assert.Equal(GameLimits.MaxExplanationLength, Limit(question.GetProperty("explanation"), "maxLength"));
        Assert.Equal(GameLimits.MinOptions, Limit(question.GetProperty("options"), "minItems"));
        Assert.Equal(GameLimits.MaxOptions, Limit(question.GetProperty("options"), "maxItems"));
        Assert.Equal(GameLimits.MinTimeLimitMs, Limit(question.GetProperty("timeLimitMs"), "minimum"));
        Assert.Equal(GameLimits.MaxTimeLimitMs, Limit(question.GetProperty("timeLimitMs"), "maximum"));
        Assert.Equal(GameLimits.MaxOptionLength, Limit(schema.GetProperty("$defs").GetProperty("option").GetProperty("properties").GetProperty("label"), "maxLength"));
    }

    private static int Limit(JsonElement element, string name) => element.GetProperty(name).GetInt32();

    private static QuizReading Read(string json, bool skipInvalid = false) =>
        QuizFiles.Read(Encoding.UTF8.GetBytes(json), QuizFormat.Arena, skipInvalid: skipInvalid);
}
