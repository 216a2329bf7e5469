using System.Text.Json;
using Arena.Game.Vocabulary;

namespace Arena.Gateway.Tests.Quizzes;

/// <summary>A quiz with a question of every type, in the form in which it is exported.</summary>
internal static class EveryTypeQuiz
{
    private const string Photo = """{"name":"0f343b0931126a20f133d67c2b018a3b","kind":"picture","alt":"A lake","width":1600,"height":900,"credit":"Ann"}""";
    private const string Film = """{"name":"0f343b0931126a20f133d67c2b018a3b","kind":"video","seconds":12}""";
    private const string Options = $$"""[{"label":"Red","correct":true,"weight":0.5,"picture":{{Photo}}},{"label":"Green","correct":false,"weight":-0.5},{"label":"Blue","correct":false}]""";
    private const string Plain = """[{"label":"Red","correct":false},{"label":"Green","correct":false}]""";
    private const string Scored = "\"timeLimitMs\":30000,\"points\":2000,\"explanation\":\"Because.\",\"hint\":{\"text\":\"Think\\ntwice.\",\"costPercent\":50}}";
    private const string Unscored = "\"timeLimitMs\":300000,\"points\":0}";

    /// <summary>Each question on a line of its own.</summary>
    public static IReadOnlyList<string> Questions { get; } =
    [
        $$"""{"type":"singleChoice","prompt":"One?","options":{{Options}},"shuffle":true,{{Scored}}""",
        $$"""{"type":"trueFalse","prompt":"True?","media":{{Photo}},"options":[{"label":"Yes","correct":true},{"label":"No","correct":false}],"shuffle":false,{{Scored}}""",
        $$"""{"type":"multipleChoice","prompt":"All?","scoring":"perOption","options":{{Options}},"shuffle":false,{{Scored}}""",
        $$"""{"type":"poll","prompt":"Which?","options":{{Plain}},"shuffle":true,{{Unscored}}""",
        $$"""{"type":"typedAnswer","prompt":"Capital?","accepted":["Bern","Berne"],"ignoreCase":true,"ignoreAccents":false,"ignoreSpaces":true,"ignorePunctuation":false,"allowTypos":true,{{Scored}}""",
        $$"""{"type":"number","prompt":"How far?","value":7.25,"tolerance":0.5,"scoring":"nearest","decimals":2,"unit":"km",{{Scored}}""",
        $$"""{"type":"slider","prompt":"When?","min":1900,"max":2000,"step":0.5,"value":1969.5,"tolerance":20,"unit":"AD",{{Scored}}""",
        $$"""{"type":"order","prompt":"Order?","items":["one","two","three"],{{Scored}}""",
        $$"""{"type":"match","prompt":"Pairs?","pairs":[{"left":"France","right":"Paris"},{"left":"Italy","right":"Rome"}],{{Scored}}""",
        $$"""{"type":"pin","prompt":"Where?","media":{{Photo}},"areas":[{"shape":"circle","x":0.5,"y":0.25,"radius":0.1},{"shape":"polygon","corners":[{"x":0,"y":0},{"x":1,"y":0},{"x":0.5,"y":0.5}]}],{{Scored}}""",
        $$"""{"type":"rating","prompt":"How was it?","steps":10,"low":"bad","high":"good",{{Unscored}}""",
        $$"""{"type":"wordCloud","prompt":"Think of?","maxWords":2,{{Unscored}}""",
        $$"""{"type":"openText","prompt":"Why?",{{Unscored}}""",
        $$"""{"type":"slide","prompt":"Read","media":{{Film}},"body":"Some text.\nMore.","timeLimitMs":null,"points":0}""",
    ];

    public static string Json { get; } = $$"""{"arena":1,"title":"All","questions":[{{string.Join(',', Questions)}}]}""";

    /// <summary>The types of <see cref="Questions"/>, in their order.</summary>
    public static IEnumerable<string> Types => Enum.GetNames<QuestionType>().Select(JsonNamingPolicy.CamelCase.ConvertName);
}
