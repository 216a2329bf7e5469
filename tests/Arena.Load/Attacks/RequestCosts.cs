using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json;
using Arena.Load.Crowds;
using Spectre.Console;

namespace Arena.Load.Attacks;

/// <summary>
/// What each of the dearest requests of an author without an account costs the server, by itself: the processor time of the server's process,
/// the bytes that it allocates, and how much more memory it has at the request's peak.
/// </summary>
internal static class RequestCosts
{
    private const int Warming = 3;
    private const double Mebibyte = 1_048_576;

    /// <summary>What a request leaves to do, as a collection of garbage, is done by then.</summary>
    private static readonly TimeSpan Settling = TimeSpan.FromMilliseconds(300);

    public static async Task<int> RunAsync(int questions, int options, int rounds, bool json)
    {
        await using var metrics = await MetricsReceiver.StartAsync();
        await using var fixture = await ArenaFixture.StartAsync(settings: new Dictionary<string, string>(metrics.Settings)
        {
            ["Arena:Quizzes:MaxGuestQuestions"] = $"{questions}",
            ["Arena:Quizzes:StoredBytesPerDay"] = $"{1L << 40}",
            ["Arena:Quizzes:RequestsPerMinute"] = "1000000",
        });
        var file = LargeQuiz.ToJson(questions, options);
        var costs = new List<RequestCost>();
        await LoadProgress.ShowAsync("requests", Warming + rounds, async step =>
        {
            for (var round = -Warming; round < rounds; round++)
            {
                costs.AddRange((await RoundAsync(fixture, metrics, file, isMeasured: round >= 0)).Where(_ => round >= 0));
                step(1);
            }
            return costs;
        });
        Print(costs, questions, options, file.Length, json);
        return 0;
    }

    /// <summary>A new author who imports a quiz and does with it all that costs.</summary>
    private static async Task<List<RequestCost>> RoundAsync(ArenaFixture fixture, MetricsReceiver metrics, byte[] file, bool isMeasured)
    {
        using var http = new HttpClient { BaseAddress = fixture.Address };
        var author = await SendAsync(http, new(HttpMethod.Post, "/api/authors"));
        http.DefaultRequestHeaders.Authorization = new("Bearer", author.GetProperty("accessToken").GetString());
        var costs = new List<RequestCost>();
        await CountAsync("preview", Post("/api/quizzes/import/preview", file));
        var quiz = (await CountAsync("import", Post("/api/quizzes/import", file))).GetProperty("id").GetGuid();
        await CountAsync("read", new(HttpMethod.Get, $"/api/quizzes/{quiz}"));
        foreach (var format in (string[])["csv", "kahoot", "gift", "moodle", "qti"])
            await CountAsync($"losses of {format}", new(HttpMethod.Get, $"/api/quizzes/{quiz}/export/losses?format={format}"));
        await CountAsync("launch", Post("/api/sessions", JsonSerializer.SerializeToUtf8Bytes(new { quizId = quiz })));
        await CountAsync("replace", new(HttpMethod.Put, $"/api/quizzes/{quiz}")
        {
            Content = Json(file),
            Headers = { IfMatch = { EntityTagHeaderValue.Any } },
        });
        await CountAsync("delete", new(HttpMethod.Delete, $"/api/quizzes/{quiz}"));
        return costs;

        async Task<JsonElement> CountAsync(string name, HttpRequestMessage request)
        {
            var allocated = isMeasured ? await metrics.NextAsync(MetricsReceiver.Allocated) : 0;
            using var memory = new MemoryPeak(fixture.ProcessId!.Value);
            var (resident, cpu) = (fixture.ResidentBytes, fixture.Cpu);
            var answer = await SendAsync(http, request);
            await Task.Delay(Settling);
            var spent = fixture.Cpu - cpu;
            costs.Add(new(name, spent.TotalSeconds, (isMeasured ? await metrics.NextAsync(MetricsReceiver.Allocated) : 0) - allocated, memory.Bytes - resident));
            return answer;
        }
    }

    private static async Task<JsonElement> SendAsync(HttpClient http, HttpRequestMessage request)
    {
        using var message = request;
        using var answer = await http.SendAsync(message);
        var text = await answer.Content.ReadAsStringAsync();
        if (!answer.IsSuccessStatusCode)
            throw new HttpRequestException($"{request.Method} {request.RequestUri}: {(int)answer.StatusCode} {text}");
        return text.Length == 0 ? default : JsonSerializer.Deserialize<JsonElement>(text);
    }

    private static HttpRequestMessage Post(string path, byte[] body) => new(HttpMethod.Post, path) { Content = Json(body) };

    private static ByteArrayContent Json(byte[] body) => new(body) { Headers = { ContentType = new("application/json") } };

    private static void Print(List<RequestCost> costs, int questions, int options, int length, bool json)
    {
        var figures = costs.GroupBy(cost => cost.Request).Select(request => new
        {
            Request = request.Key,
            MedianCpuSeconds = Median(request.Select(cost => cost.CpuSeconds)),
            MostCpuSeconds = request.Max(cost => cost.CpuSeconds),
            AllocatedMiB = Median(request.Select(cost => cost.AllocatedBytes)) / Mebibyte,
            MostResidentMiB = request.Max(cost => cost.ResidentBytes) / Mebibyte,
        }).ToList();
        if (json)
        {
            Console.WriteLine(JsonSerializer.Serialize(figures, JsonSerializerOptions.Web));
            return;
        }
        AnsiConsole.WriteLine(string.Create(CultureInfo.InvariantCulture, $"A quiz of {questions} questions with {options} options, {length / Mebibyte:F1} MiB:"));
        var table = new Table().AddColumn("request");
        foreach (var column in (string[])["CPU median, s", "CPU most, s", "allocated, MiB", "RSS grows at most, MiB"])
            table.AddColumn(new TableColumn(column).RightAligned());
        foreach (var figure in figures)
        {
            FormattableString[] cells = [$"{figure.Request}", $"{figure.MedianCpuSeconds:F3}", $"{figure.MostCpuSeconds:F3}", $"{figure.AllocatedMiB:F1}", $"{figure.MostResidentMiB:F1}"];
            table.AddRow([.. cells.Select(cell => cell.ToString(CultureInfo.InvariantCulture))]);
        }
        AnsiConsole.Write(table);
    }

    private static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return sorted[sorted.Length / 2];
    }

    private sealed record RequestCost(string Request, double CpuSeconds, double AllocatedBytes, long ResidentBytes);
}
