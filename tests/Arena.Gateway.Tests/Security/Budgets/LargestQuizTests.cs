using System.Net.Http.Headers;
using System.Text.Json;
using Arena.Game;
using Arena.Gateway.Configuration;
using Arena.Gateway.Tests.Play;
using Arena.Gateway.Tests.Quizzes;

namespace Arena.Gateway.Tests.Security.Budgets;

/// <summary>What the dearest requests of an author without an account cost. <c>Arena.Load -- costs</c> prints it for a server of its own.</summary>
[Collection(WorkBudget.Alone)]
public sealed class LargestQuizTests
{
    private const long MostBytes = 32 * 1024 * 1024;
    private static readonly int Questions = new QuizOptions().MaxGuestQuestions;
    private static readonly int FileBytes = new QuizOptions().MaxImportBytes;

    [Fact]
    public async Task No_guest_request_needs_more_than_32_MiB_of_memory()
    {
        await using var arena = new PlayHost(PlayHost.Unlimited);
        using var http = new HttpClient { BaseAddress = arena.Address };
        var author = await http.SendJsonAsync(HttpMethod.Post, "/api/authors", null, 200);
        http.DefaultRequestHeaders.Authorization = new("Bearer", author.GetProperty("accessToken").GetString());
        var file = File();
        // What is made once, as the code of the methods, counts for no request.
        await http.PostAsync("/api/quizzes/import/preview", Json(file));
        var quiz = $"/api/quizzes/{Guid.CreateVersion7()}";
        await WithinAsync("preview", 200, () => new(HttpMethod.Post, "/api/quizzes/import/preview") { Content = Json(file) });
        await WithinAsync("import", 201, () => new(HttpMethod.Post, "/api/quizzes/import") { Content = Json(file) });
        await WithinAsync("create", 201, () => new(HttpMethod.Put, quiz) { Content = Json(file), Headers = { IfNoneMatch = { EntityTagHeaderValue.Any } } });
        await WithinAsync("read", 200, () => new(HttpMethod.Get, quiz));
        await WithinAsync("replace", 200, () => new(HttpMethod.Put, quiz) { Content = Json(file), Headers = { IfMatch = { EntityTagHeaderValue.Any } } });
        await WithinAsync("launch", 201, () => new(HttpMethod.Post, "/api/sessions") { Content = Json(JsonSerializer.SerializeToUtf8Bytes(new { quizId = quiz[^36..] })) });
        await WithinAsync("delete", 204, () => new(HttpMethod.Delete, quiz));

        async Task WithinAsync(string what, int status, Func<HttpRequestMessage> request)
        {
            var peak = await LiveMemory.PeakAsync(async () =>
            {
                using var message = request();
                using var answer = await http.SendAsync(message, HttpCompletionOption.ResponseHeadersRead);
                await answer.Content.CopyToAsync(Stream.Null);
                Assert.True(status == (int)answer.StatusCode, $"{what}: {(int)answer.StatusCode}");
            });
            TestContext.Current.TestOutputHelper!.WriteLine($"{what}: {peak / 1048576.0:F1} MiB");
            Assert.True(peak <= MostBytes, $"{what}: {peak} bytes");
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
