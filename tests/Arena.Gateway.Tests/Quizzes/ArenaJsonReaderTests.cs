using System.Text;
using System.Text.Json;
using Arena.Game.Questions;
using Arena.Game.Vocabulary;
using Arena.Gateway.Quizzes.Content;
using Arena.Gateway.Quizzes.Content.Types;
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
        Question question = Assert.Single(quiz.Questions);
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
    [InlineData("""{"type":"trueFalse","prompt":"Why?","options":OK,"timeLimitMs":300001}""", QuizErrorCode.OutOfRange)]
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
    [InlineData("""{"type":"singleChoice","prompt":"Why?"}""", QuizErrorCode.MissingMember)]
    [InlineData("""{"type":"singleChoice","prompt":"Why?","options":OK,"body":"x"}""", QuizErrorCode.UnknownMember)]
    [InlineData("""{"type":"slide","prompt":"Why?","body":"x","options":OK}""", QuizErrorCode.UnknownMember)]
    [InlineData("""{"type":"singleChoice","prompt":"Why?","options":[{"label":"A","correct":true,"weight":0},{"label":"B"}]}""", QuizErrorCode.OutOfRange)]
    [InlineData("""{"type":"singleChoice","prompt":"Why?","options":[{"label":"A","correct":true},{"label":"B","weight":-1.5}]}""", QuizErrorCode.OutOfRange)]
    [InlineData("""{"type":"multipleChoice","prompt":"Why?","options":[{"label":"A"},{"label":"B"}]}""", QuizErrorCode.NoCorrectOption)]
    [InlineData("""{"type":"multipleChoice","prompt":"Why?","options":OK,"scoring":"some"}""", QuizErrorCode.UnknownValue)]
    [InlineData("""{"type":"poll","prompt":"Why?","options":OK}""", QuizErrorCode.UnscoredType)]
    [InlineData("""{"type":"poll","prompt":"Why?","options":[{"label":"A"},{"label":"B"}],"points":1000}""", QuizErrorCode.OutOfRange)]
    [InlineData("""{"type":"typedAnswer","prompt":"Why?"}""", QuizErrorCode.MissingMember)]
    [InlineData("""{"type":"typedAnswer","prompt":"Why?","accepted":[]}""", QuizErrorCode.TooFewEntries)]
    [InlineData("""{"type":"typedAnswer","prompt":"Why?","accepted":["a"," a"]}""", QuizErrorCode.DuplicateEntry)]
    [InlineData("""{"type":"typedAnswer","prompt":"Why?","accepted":["a",7]}""", QuizErrorCode.WrongType)]
    [InlineData("""{"type":"typedAnswer","prompt":"Why?","accepted":["a"],"allowTypos":"yes"}""", QuizErrorCode.WrongType)]
    [InlineData("""{"type":"number","prompt":"Why?","value":"7"}""", QuizErrorCode.WrongType)]
    [InlineData("""{"type":"number","prompt":"Why?","value":1e13}""", QuizErrorCode.OutOfRange)]
    [InlineData("""{"type":"number","prompt":"Why?","value":1e99}""", QuizErrorCode.OutOfRange)]
    [InlineData("""{"type":"number","prompt":"Why?","value":7.25,"decimals":1}""", QuizErrorCode.OutOfRange)]
    [InlineData("""{"type":"number","prompt":"Why?","value":7,"tolerance":-1}""", QuizErrorCode.OutOfRange)]
    [InlineData("""{"type":"slider","prompt":"Why?","min":5,"max":5,"value":5}""", QuizErrorCode.OutOfRange)]
    [InlineData("""{"type":"slider","prompt":"Why?","min":0,"max":10,"step":0,"value":5}""", QuizErrorCode.OutOfRange)]
    [InlineData("""{"type":"slider","prompt":"Why?","min":0,"max":10,"step":0.0001,"value":5}""", QuizErrorCode.OutOfRange)]
    [InlineData("""{"type":"slider","prompt":"Why?","min":0,"max":10,"value":11}""", QuizErrorCode.OutsideScale)]
    [InlineData("""{"type":"slider","prompt":"Why?","min":0,"max":10,"step":3,"value":5}""", QuizErrorCode.OutsideScale)]
    [InlineData("""{"type":"order","prompt":"Why?","items":["a"]}""", QuizErrorCode.TooFewEntries)]
    [InlineData("""{"type":"order","prompt":"Why?","items":["1","2","3","4","5","6","7","8","9"]}""", QuizErrorCode.TooManyEntries)]
    [InlineData("""{"type":"match","prompt":"Why?","pairs":[{"left":"a","right":"b"},{"left":"c"}]}""", QuizErrorCode.MissingMember)]
    [InlineData("""{"type":"match","prompt":"Why?","pairs":[{"left":"a","right":"b"},{"left":"c","right":"b"}]}""", QuizErrorCode.DuplicateEntry)]
    [InlineData("""{"type":"rating","prompt":"Why?","steps":1}""", QuizErrorCode.OutOfRange)]
    [InlineData("""{"type":"rating","prompt":"Why?","low":"1234567890123456789012345678901"}""", QuizErrorCode.TooLong)]
    [InlineData("""{"type":"wordCloud","prompt":"Why?","maxWords":4}""", QuizErrorCode.OutOfRange)]
    [InlineData("""{"type":"openText","prompt":"Why?","accepted":["a"]}""", QuizErrorCode.UnknownMember)]
    [InlineData("""{"type":"slide","prompt":"Why?","body":""}""", QuizErrorCode.Empty)]
    [InlineData("""{"type":"slide","prompt":"Why?","body":"x","explanation":"y"}""", QuizErrorCode.UnknownMember)]
    [InlineData("""{"type":"trueFalse","prompt":"Why?","options":OK,"hint":"x"}""", QuizErrorCode.WrongType)]
    [InlineData("""{"type":"trueFalse","prompt":"Why?","options":OK,"hint":{}}""", QuizErrorCode.MissingMember)]
    [InlineData("""{"type":"trueFalse","prompt":"Why?","options":OK,"hint":{"text":" "}}""", QuizErrorCode.Empty)]
    [InlineData("""{"type":"trueFalse","prompt":"Why?","options":OK,"hint":{"text":"x","costPercent":30}}""", QuizErrorCode.OutOfRange)]
    [InlineData("""{"type":"trueFalse","prompt":"Why?","options":OK,"hint":{"text":"x","costPercent":25.5}}""", QuizErrorCode.WrongType)]
    [InlineData("""{"type":"trueFalse","prompt":"Why?","options":OK,"hint":{"text":"x","price":25}}""", QuizErrorCode.UnknownMember)]
    [InlineData("""{"type":"poll","prompt":"Why?","options":[{"label":"A"},{"label":"B"}],"hint":{"text":"x"}}""", QuizErrorCode.UnknownMember)]
    [InlineData("""{"type":"slide","prompt":"Why?","body":"x","hint":{"text":"x"}}""", QuizErrorCode.UnknownMember)]
    [InlineData("""{"type":"trueFalse","prompt":"Why?","options":OK,"media":"x"}""", QuizErrorCode.WrongType)]
    [InlineData("""{"type":"trueFalse","prompt":"Why?","options":OK,"media":{"kind":"picture"}}""", QuizErrorCode.MissingMember)]
    [InlineData("""{"type":"trueFalse","prompt":"Why?","options":OK,"media":{"name":"https://example.org/a.png","kind":"picture"}}""", QuizErrorCode.UnknownValue)]
    [InlineData("""{"type":"trueFalse","prompt":"Why?","options":OK,"media":{"name":"0F343B0931126A20F133D67C2B018A3B","kind":"picture"}}""", QuizErrorCode.UnknownValue)]
    [InlineData("""{"type":"trueFalse","prompt":"Why?","options":OK,"media":{"name":"0f343b0931126a20f133d67c2b018a3b","kind":"html"}}""", QuizErrorCode.UnknownValue)]
    [InlineData("""{"type":"trueFalse","prompt":"Why?","options":OK,"media":{"name":"0f343b0931126a20f133d67c2b018a3b","kind":"picture","width":0}}""", QuizErrorCode.OutOfRange)]
    [InlineData("""{"type":"trueFalse","prompt":"Why?","options":OK,"media":{"name":"0f343b0931126a20f133d67c2b018a3b","kind":"audio","url":"x"}}""", QuizErrorCode.UnknownMember)]
    [InlineData("""{"type":"slide","prompt":"Why?","body":"x","media":{"name":"0f343b0931126a20f133d67c2b018a3b","kind":"picture","alt":"a\u0000"}}""", QuizErrorCode.ControlCharacter)]
    [InlineData("""{"type":"singleChoice","prompt":"Why?","options":[{"label":"A","correct":true,"picture":{"name":"0f343b0931126a20f133d67c2b018a3b","kind":"audio"}},{"label":"B"}]}""", QuizErrorCode.UnknownValue)]
    [InlineData("""{"type":"pin","prompt":"Why?","areas":[{"shape":"circle","x":0.5,"y":0.5,"radius":0.1}]}""", QuizErrorCode.MissingMember)]
    [InlineData("""{"type":"pin","prompt":"Why?","media":{"name":"0f343b0931126a20f133d67c2b018a3b","kind":"picture"}}""", QuizErrorCode.MissingMember)]
    [InlineData("""{"type":"pin","prompt":"Why?","media":{"name":"0f343b0931126a20f133d67c2b018a3b","kind":"audio"},"areas":[{"shape":"circle","x":0.5,"y":0.5,"radius":0.1}]}""", QuizErrorCode.UnknownValue)]
    [InlineData("""{"type":"pin","prompt":"Why?","media":{"name":"0f343b0931126a20f133d67c2b018a3b","kind":"picture"},"areas":[]}""", QuizErrorCode.TooFewEntries)]
    [InlineData("""{"type":"pin","prompt":"Why?","media":{"name":"0f343b0931126a20f133d67c2b018a3b","kind":"picture"},"areas":[{"shape":"circle","x":0.5,"y":0.5,"radius":0.1},{"shape":"circle","x":0.5,"y":0.5,"radius":0.1},{"shape":"circle","x":0.5,"y":0.5,"radius":0.1},{"shape":"circle","x":0.5,"y":0.5,"radius":0.1},{"shape":"circle","x":0.5,"y":0.5,"radius":0.1},{"shape":"circle","x":0.5,"y":0.5,"radius":0.1},{"shape":"circle","x":0.5,"y":0.5,"radius":0.1},{"shape":"circle","x":0.5,"y":0.5,"radius":0.1},{"shape":"circle","x":0.5,"y":0.5,"radius":0.1},{"shape":"circle","x":0.5,"y":0.5,"radius":0.1},{"shape":"circle","x":0.5,"y":0.5,"radius":0.1}]}""", QuizErrorCode.TooManyEntries)]
    [InlineData("""{"type":"pin","prompt":"Why?","media":{"name":"0f343b0931126a20f133d67c2b018a3b","kind":"picture"},"areas":[{"shape":"circle","x":1.5,"y":0.5,"radius":0.1}]}""", QuizErrorCode.OutOfRange)]
    [InlineData("""{"type":"pin","prompt":"Why?","media":{"name":"0f343b0931126a20f133d67c2b018a3b","kind":"picture"},"areas":[{"shape":"circle","x":0.5,"y":0.5}]}""", QuizErrorCode.MissingMember)]
    [InlineData("""{"type":"pin","prompt":"Why?","media":{"name":"0f343b0931126a20f133d67c2b018a3b","kind":"picture"},"areas":[{"shape":"star","x":0.5,"y":0.5}]}""", QuizErrorCode.UnknownValue)]
    [InlineData("""{"type":"pin","prompt":"Why?","media":{"name":"0f343b0931126a20f133d67c2b018a3b","kind":"picture"},"areas":[{"x":0.5,"y":0.5,"radius":0.1}]}""", QuizErrorCode.MissingMember)]
    [InlineData("""{"type":"pin","prompt":"Why?","media":{"name":"0f343b0931126a20f133d67c2b018a3b","kind":"picture"},"areas":[{"shape":"polygon","corners":[{"x":0,"y":0},{"x":1,"y":0}]}]}""", QuizErrorCode.TooFewEntries)]
    [InlineData("""{"type":"pin","prompt":"Why?","media":{"name":"0f343b0931126a20f133d67c2b018a3b","kind":"picture"},"areas":[{"shape":"polygon","corners":[{"x":0,"y":0},{"x":1,"y":0},{"x":0,"y":"1"}]}]}""", QuizErrorCode.WrongType)]
    [InlineData("""{"type":"pin","prompt":"Why?","media":{"name":"0f343b0931126a20f133d67c2b018a3b","kind":"picture"},"areas":[{"shape":"polygon","x":0,"corners":[{"x":0,"y":0},{"x":1,"y":0},{"x":0,"y":1}]}]}""", QuizErrorCode.UnknownMember)]
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
        JsonElement defs = schema.GetProperty("$defs");
        Assert.Equal(GameLimits.MaxTitleLength, Limit(schema.GetProperty("properties").GetProperty("title"), "maxLength"));
        Assert.Equal(GameLimits.MaxDescriptionLength, Limit(schema.GetProperty("properties").GetProperty("description"), "maxLength"));
        Assert.Equal(GameLimits.MaxQuizQuestions, Limit(schema.GetProperty("properties").GetProperty("questions"), "maxItems"));
        Assert.Equal(GameLimits.MaxPromptLength, Limit(defs.GetProperty("prompt"), "maxLength"));
        Assert.Equal(GameLimits.MaxExplanationLength, Limit(defs.GetProperty("explanation"), "maxLength"));
        JsonElement hint = defs.GetProperty("hint").GetProperty("properties");
        Assert.Equal(GameLimits.MaxHintLength, Limit(hint.GetProperty("text"), "maxLength"));
        Assert.Equal(GameLimits.DefaultHintCostPercent, Limit(hint.GetProperty("costPercent"), "default"));
        Assert.Equal(
            Enumerable.Range(-1, 200).Where(GameLimits.IsHintCost), hint.GetProperty("costPercent").GetProperty("enum").EnumerateArray().Select(cost => cost.GetInt32()));
        Assert.Equal(GameLimits.MinTimeLimitMs, Limit(defs.GetProperty("timeLimitMs"), "minimum"));
        Assert.Equal(GameLimits.MaxTimeLimitMs, Limit(defs.GetProperty("timeLimitMs"), "maximum"));
        Assert.Equal(GameLimits.MaxOptionLength, Limit(defs.GetProperty("option").GetProperty("properties").GetProperty("label"), "maxLength"));
        Assert.Equal(GameLimits.MaxNumber, defs.GetProperty("decimal").GetProperty("maximum").GetInt64());
        Assert.Equal(
            [GameLimits.MinOptions, GameLimits.MaxOptions], Bounds(defs, "singleChoice", "options", "minItems", "maxItems"));
        Assert.Equal([GameLimits.MinItems, GameLimits.MaxItems], Bounds(defs, "order", "items", "minItems", "maxItems"));
        Assert.Equal([GameLimits.MinItems, GameLimits.MaxItems], Bounds(defs, "match", "pairs", "minItems", "maxItems"));
        Assert.Equal([1, GameLimits.MaxAcceptedTexts], Bounds(defs, "typedAnswer", "accepted", "minItems", "maxItems"));
        Assert.Equal([GameLimits.MinSteps, GameLimits.MaxSteps], Bounds(defs, "rating", "steps", "minimum", "maximum"));
        Assert.Equal([1, GameLimits.MaxWords], Bounds(defs, "wordCloud", "maxWords", "minimum", "maximum"));
        Assert.Equal([1, GameLimits.MaxBodyLength], Bounds(defs, "slide", "body", "minLength", "maxLength"));
        Assert.Equal([0, GameLimits.MaxDecimals], Bounds(defs, "number", "decimals", "minimum", "maximum"));
    }

    /// <summary>The schema is for editors, the reader decides: they name the same members of every type.</summary>
    [Fact]
    public void The_schema_has_the_members_of_every_type()
    {
        using Stream stream = typeof(QuizReader).Assembly.GetManifestResourceStream("quiz.schema.json")!;
        JsonElement defs = JsonDocument.Parse(stream).RootElement.GetProperty("$defs");
        string[] ofAll = ["type", "prompt", "media", "timeLimitMs", "points", "explanation", "hint"];
        foreach (QuestionType type in Enum.GetValues<QuestionType>())
        {
            JsonElement described = defs.GetProperty(JsonNamingPolicy.CamelCase.ConvertName($"{type}"));
            QuestionForm form = QuestionForms.Of(type);
            Assert.Equal(form.IsScored, described.GetProperty("properties").TryGetProperty("hint", out _));
            Assert.Equal(
                [.. form.Required.Concat(form.Optional).Order()],
                described.GetProperty("properties").EnumerateObject().Select(member => member.Name).Except(ofAll).Order());
            Assert.Equal(
                [.. form.Required.Order()],
                described.GetProperty("required").EnumerateArray().Select(member => member.GetString()!).Except(ofAll).Order());
        }
    }

    private static int[] Bounds(JsonElement defs, string type, string member, string least, string most)
    {
        JsonElement bounded = defs.GetProperty(type).GetProperty("properties").GetProperty(member);
        return [Limit(bounded, least), Limit(bounded, most)];
    }

    private static int Limit(JsonElement element, string name) => element.GetProperty(name).GetInt32();

    private static QuizReading Read(string json, bool skipInvalid = false) =>
        QuizFiles.Read(Encoding.UTF8.GetBytes(json), QuizFormat.Arena, skipInvalid: skipInvalid);
}
