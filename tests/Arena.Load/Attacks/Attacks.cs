using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace Arena.Load.Attacks;

/// <summary>What strangers have tried, or may: each within what one address can do, none with an account.</summary>
internal static class Attacks
{
    private const int Kibibyte = 1_024;

    /// <summary>Of the largest quizzes an author without an account may keep so many.</summary>
    private const int LargestQuizzes = 5;

    private static readonly Uri Preview = new("/api/quizzes/import/preview", UriKind.Relative);
    private static readonly Uri Import = new("/api/quizzes/import?title=Big", UriKind.Relative);
    private static readonly Uri Sessions = new("/api/sessions", UriKind.Relative);

    public static IReadOnlyList<Attack> All { get; } =
    [
        OneLineImport(), CombiningMarks(), BigImports(), BigReads(), BigLaunches(), HugeLaunches(), SlowUploads(), OpenApi(), ForeignOrigin(),
        new("seats of another game", new HubAttack(50, 10, (code, number) => Join(code, Text($"Bot {number}"))).RunAsync),
        new("joins without a name", new HubAttack(500, 8, (code, _) => Join(code, Text(""))).RunAsync),
        new("guessed codes", new HubAttack(200, 8, (_, number) => Invoke("Find", Text(Code(number)))).RunAsync),
        new("half a message", new HubAttack(2_000, 1, (_, _) => new string('[', 4 * Kibibyte), isWhole: false).RunAsync),
        new("silent connections", new HubAttack(2_000, 0, (_, _) => "").RunAsync),
        new("flood of clock calls", new HubAttack(10, 5_000, (_, _) => Invoke("Clock", "")).RunAsync),
        new("flood of unknown methods", new HubAttack(10, 5_000, (_, _) => Invoke("Nothing", "{}")).RunAsync),
        new("flood of pings", new HubAttack(10, 5_000, (_, _) => "{\"type\":6}").RunAsync),
    ];

    private static Attack OneLineImport()
    {
        var file = Encoding.UTF8.GetBytes("{\"arena\":1,\"title\":\"x\",\"questions\":[" + new string('€', 128 * Kibibyte / 3) + string.Concat(Enumerable.Repeat("0,", 192 * Kibibyte)) + "0]}");
        return new("imports of one long line", new HttpAttack(20, 115, _ => Post(Preview, file)).RunAsync);
    }

    private static Attack CombiningMarks()
    {
        var marks = "a" + string.Concat(Enumerable.Repeat("\u0316\u0300", 64 * Kibibyte));
        var file = JsonSerializer.SerializeToUtf8Bytes(new { arena = 1, title = marks, questions = Array.Empty<object>() });
        return new("imports of combining marks", new HttpAttack(20, 115, _ => Post(Preview, file)).RunAsync);
    }

    private static Attack BigImports()
    {
        var file = LargeQuiz.ToJson();
        return new("imports of the largest quiz", new HttpAttack(5, 10, _ => Post(Import, file), perAuthor: LargestQuizzes).RunAsync);
    }

    private static Attack BigReads()
    {
        var quizzes = new List<Guid>();
        return new("reads of the largest quizzes", new HttpAttack(
            20, 100, number => new(HttpMethod.Get, new Uri($"/api/quizzes/{quizzes[number % quizzes.Count]}", UriKind.Relative)),
            http => ImportAsync(http, quizzes, LargestQuizzes)).RunAsync);
    }

    private static Attack BigLaunches()
    {
        var quizzes = new List<Guid>();
        return new("launches of the largest quiz", new HttpAttack(
            20, 20, _ => Post(Sessions, JsonSerializer.SerializeToUtf8Bytes(new { quizId = quizzes[0] }), "application/json"),
            http => ImportAsync(http, quizzes, 1)).RunAsync);
    }

    private static Attack HugeLaunches()
    {
        var body = Encoding.UTF8.GetBytes($"{{\"quizId\":\"{Guid.NewGuid()}\",\"coHosts\":[{string.Concat(Enumerable.Repeat("\"\",", 9_000_000))}\"\"]}}");
        return new("launches of 29 MB", new HttpAttack(5, 10, _ => Post(Sessions, body, "application/json")).RunAsync);
    }

    private static Attack SlowUploads() => new("uploads that drip", new HttpAttack(40, 118, _ => new(HttpMethod.Post, Preview)
    {
        Content = new DrippingContent(4 * Kibibyte * Kibibyte),
    }).RunAsync);

    private static Attack OpenApi() => new("descriptions of the interface", new HttpAttack(
        100, 300, _ => new(HttpMethod.Get, new Uri("/openapi/v1.json", UriKind.Relative))).RunAsync);

    private static Attack ForeignOrigin() => new("requests of a foreign page", new HttpAttack(100, 100, _ =>
    {
        var request = new HttpRequestMessage(HttpMethod.Post, new Uri("/api/authors", UriKind.Relative));
        request.Headers.Add("Origin", "https://foreign.example");
        return request;
    }).RunAsync);

    private static async Task ImportAsync(HttpClient http, List<Guid> quizzes, int count)
    {
        var file = LargeQuiz.ToJson();
        while (quizzes.Count < count)
        {
            using var body = Post(Import, file);
            using var imported = await http.SendAsync(body);
            var reply = JsonSerializer.Deserialize<JsonElement>(await imported.EnsureSuccessStatusCode().Content.ReadAsStringAsync());
            quizzes.Add(reply.GetProperty("id").GetGuid());
        }
    }

    private static HttpRequestMessage Post(Uri to, byte[] body, string? type = null)
    {
        var content = new ByteArrayContent(body);
        if (type is not null)
            content.Headers.ContentType = new MediaTypeHeaderValue(type);
        return new(HttpMethod.Post, to) { Content = content };
    }

    private static string Join(string code, string name) =>
        Invoke("Join", $$"""{"code":"{{code}}","nickname":{{name}},"operationId":"{{Guid.NewGuid()}}"}""");

    private static string Invoke(string method, string argument) =>
        $$"""{"type":1,"invocationId":"1","target":"{{method}}","arguments":[{{argument}}]}""";

    private static string Text(string value) => JsonSerializer.Serialize(value);

    private static string Code(int number) => (100_000 + number).ToString(CultureInfo.InvariantCulture);
}
