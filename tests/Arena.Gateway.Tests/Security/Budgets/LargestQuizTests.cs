using System.Net.Http.Headers;
using System.Text.Json;
using Arena.Game.Vocabulary;
using Arena.Gateway.Configuration;
using Arena.Gateway.Quizzes.Writing;
using Arena.Gateway.Tests.Quizzes;
using Arena.Load.Crowds;
using Arena.TestKit.Processes;

namespace Arena.Gateway.Tests.Security.Budgets;

/// <summary>What the dearest requests of an author without an account cost a server of its own. <c>Arena.Load -- costs</c> prints more of it.</summary>
public sealed class LargestQuizTests : IDisposable
{
    private const double MostBytes = 32 * 1024 * 1024;
    private static readonly int Questions = new QuizOptions().MaxGuestQuestions;
    private static readonly int FileBytes = new QuizOptions().MaxImportBytes;

    private readonly string _folder = Directory.CreateTempSubdirectory("arena-costs-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task No_guest_request_allocates_more_than_32_MiB()
    {
        // Often enough to be quick, and seldom enough that sending them adds little to the figures.
        await using var metrics = await MetricsReceiver.StartAsync(everyMs: 200);
        await using var arena = await ArenaProcess.StartAsync(_folder, metrics.Settings);
        using var http = arena.Http();
        var author = await http.SendJsonAsync(HttpMethod.Post, "/api/authors", null, 200);
        http.DefaultRequestHeaders.Authorization = new("Bearer", author.GetProperty("accessToken").GetString());
        var file = File();
        // Allocations that happen once, as the code of the methods, count for no request.
        await SendAllAsync(Guid.CreateVersion7(), (_, send) => send());
        var allocated = await metrics.NextAsync(MetricsReceiver.Allocated);
        await SendAllAsync(Guid.CreateVersion7(), async (request, send) =>
        {
            await send();
            var now = await metrics.NextAsync(MetricsReceiver.Allocated);
            Assert.True(now - allocated <= MostBytes, $"{request}: {now - allocated} bytes");
            allocated = now;
        });

        async Task SendAllAsync(Guid id, Func<string, Func<Task>, Task> measure)
        {
            var quiz = $"/api/quizzes/{id}";
            await measure("preview", () => SendAsync(200, new(HttpMethod.Post, "/api/quizzes/import/preview") { Content = Json(file) }));
            var token = "";
            await measure("staged preview", async () => token = await StageAsync());
            await measure("confirmation", () => SendAsync(
                201, new(HttpMethod.Post, "/api/quizzes/import/confirm") { Content = Json(JsonSerializer.SerializeToUtf8Bytes(new { token, title = "Large" })) }));
            await measure("import", () => SendAsync(201, new(HttpMethod.Post, "/api/quizzes/import") { Content = Json(file) }));
            await measure("create", () => SendAsync(201, new(HttpMethod.Put, quiz) { Content = Json(file), Headers = { IfNoneMatch = { EntityTagHeaderValue.Any } } }));
            await measure("read", () => SendAsync(200, new(HttpMethod.Get, quiz)));
            foreach (var format in Enum.GetNames<ExportFormat>().Skip(1))
            {
                await measure($"losses of {format}", () => SendAsync(200, new(HttpMethod.Get, $"{quiz}/export/losses?format={format}")));
                await measure($"export as {format}", () => SendAsync(200, new(HttpMethod.Get, $"{quiz}/export?format={format}")));
            }
            await measure("replace", () => SendAsync(200, new(HttpMethod.Put, quiz) { Content = Json(file), Headers = { IfMatch = { EntityTagHeaderValue.Any } } }));
            await measure("launch", () => SendAsync(201, new(HttpMethod.Post, "/api/sessions") { Content = Json(JsonSerializer.SerializeToUtf8Bytes(new { quizId = id })) }));
            await measure("delete", () => SendAsync(204, new(HttpMethod.Delete, quiz)));
        }

        async Task<string> StageAsync()
        {
            using var body = Json(file);
            using var answer = await http.PostAsync("/api/quizzes/import/preview?stage=true", body);
            return JsonDocument.Parse(await answer.EnsureSuccessStatusCode().Content.ReadAsStringAsync()).RootElement.GetProperty("token").GetString()!;
        }

        async Task SendAsync(int status, HttpRequestMessage request)
        {
            using var message = request;
            using var answer = await http.SendAsync(message, HttpCompletionOption.ResponseHeadersRead);
            await answer.Content.CopyToAsync(Stream.Null);
            Assert.True(status == (int)answer.StatusCode, $"{message.Method} {message.RequestUri}: {(int)answer.StatusCode}");
        }
    }

    /// <summary>As many questions and options as permitted, with labels that fill the file.</summary>
    private static byte[] File()
    {
        var filler = new string('x', Math.Min(GameLimits.MaxOptionLength - 1, (FileBytes / (Questions * GameLimits.MaxOptions)) - 50));
        return JsonSerializer.SerializeToUtf8Bytes(new
        {
            arena = 1,
            title = "Large",
            questions = Enumerable.Range(0, Questions).Select(number => new
            {
                type = "singleChoice",
                prompt = $"Question {number}",
                options = Enumerable.Range(0, GameLimits.MaxOptions).Select(option => new { label = $"{option}{filler}", correct = option == 0 }),
            }),
        });
    }

    private static ByteArrayContent Json(byte[] body) => new(body) { Headers = { ContentType = new("application/json") } };
}
