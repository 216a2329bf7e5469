using System.Text.Json;
using Arena.Gateway.Quizzes.Rest;
using Arena.Gateway.Tests.Accounts;
using Microsoft.Extensions.DependencyInjection;

namespace Arena.Gateway.Tests.Quizzes;

/// <summary>What may be stored for nothing has an end.</summary>
public sealed class QuotaTests
{
    private const string Quiz = """
        {"arena":1,"title":"Capitals","questions":[{"type":"singleChoice","prompt":"Capital of Australia?","options":[{"label":"Canberra","correct":true},{"label":"Sydney","correct":false}]}]}
        """;

    private const string Longer = """
        {"arena":1,"title":"Capitals and more of them","questions":[{"type":"singleChoice","prompt":"Capital of Australia?","options":[{"label":"Canberra","correct":true},{"label":"Sydney","correct":false}]}]}
        """;

    private static readonly int QuizBytes = 4 * 150 + 2 * ("Capitals".Length + "Capital of Australia?".Length) + "Canberra".Length + "Sydney".Length;

    [Fact]
    public async Task An_author_without_an_account_keeps_so_many_bytes_and_an_account_more()
    {
        await using AuthoringHost host = await AuthoringHost.StartAsync(("Arena:Quizzes:MaxGuestBytes", $"{2 * QuizBytes}"));
        using HttpClient guest = await host.AuthorAsync();
        JsonElement first = await guest.SendJsonAsync(HttpMethod.Post, "/api/quizzes", Quiz, 201);
        await guest.SendJsonAsync(HttpMethod.Post, "/api/quizzes", Quiz, 201);
        foreach (string path in (string[])["/api/quizzes", "/api/quizzes/import"])
        {
            JsonElement refused = await guest.SendJsonAsync(HttpMethod.Post, path, Quiz, 409);
            Assert.Equal(("storageFull", 2 * QuizBytes), (refused.Code(), refused.GetProperty("limit").GetInt64()));
        }
        string id = first.GetProperty("id").GetString()!;
        Assert.Equal("storageFull", (await guest.SendJsonAsync(HttpMethod.Put, $"/api/quizzes/{id}", Longer, 409, ifMatch: "*")).Code());
        await guest.SendJsonAsync(HttpMethod.Put, $"/api/quizzes/{id}", Quiz, 200, ifMatch: "*");

        await guest.SendJsonAsync(HttpMethod.Delete, $"/api/quizzes/{id}", null, 204);
        await guest.SendJsonAsync(HttpMethod.Post, "/api/quizzes", Quiz, 201);
        using HttpClient other = await host.AuthorAsync();
        await other.SendJsonAsync(HttpMethod.Post, "/api/quizzes", Quiz, 201);

        using var account = new Browser(host.Stranger());
        await account.RegisterAsync("Ann");
        for (var quiz = 0; quiz < 3; quiz++)
            await account.SendAsync(HttpMethod.Post, "/api/quizzes", JsonDocument.Parse(Quiz).RootElement, 201);
    }

    [Fact]
    public async Task Quizzes_without_an_account_have_a_lower_limit_of_questions()
    {
        await using AuthoringHost host = await AuthoringHost.StartAsync(("Arena:Quizzes:MaxGuestQuestions", "2"));
        using HttpClient guest = await host.AuthorAsync();
        JsonElement made = await guest.SendJsonAsync(HttpMethod.Post, "/api/quizzes", QuizOf(2), 201);
        string path = $"/api/quizzes/{made.GetProperty("id").GetString()}";
        JsonElement[] refused =
        [
            await guest.SendJsonAsync(HttpMethod.Post, "/api/quizzes", QuizOf(3), 422),
            await guest.SendJsonAsync(HttpMethod.Post, "/api/quizzes/import?skipInvalid=true", QuizOf(3), 422),
            await guest.SendJsonAsync(HttpMethod.Put, path, QuizOf(3), 422, ifMatch: "*"),
            await guest.SendJsonAsync(HttpMethod.Post, "/api/quizzes/import/preview", QuizOf(3), 200),
        ];
        foreach (JsonElement reply in refused)
        {
            JsonElement error = Assert.Single(reply.GetProperty("errors").EnumerateArray());
            Assert.Equal(("tooManyQuestionsForGuest", 2), (error.Code(), error.GetProperty("limit").GetInt32()));
        }
        using var account = new Browser(host.Stranger());
        await account.RegisterAsync("Ann");
        await account.SendAsync(HttpMethod.Post, "/api/quizzes", JsonDocument.Parse(QuizOf(3)).RootElement, 201);
    }

    [Fact]
    public async Task Authors_without_an_account_share_a_daily_storage_quota_per_network()
    {
        await using AuthoringHost host = await AuthoringHost.StartAsync(("Arena:Quizzes:StoredBytesPerDay", $"{2 * QuizBytes}"));
        using HttpClient one = await host.AuthorAsync();
        using HttpClient neighbour = await host.AuthorAsync();
        JsonElement made = await one.SendJsonAsync(HttpMethod.Post, "/api/quizzes", Quiz, 201);
        string path = $"/api/quizzes/{made.GetProperty("id").GetString()}";
        // A quiz that is no larger than before costs nothing, and a deleted one has cost.
        for (var save = 0; save < 5; save++)
            await one.SendJsonAsync(HttpMethod.Put, path, Quiz, 200, ifMatch: "*");
        await one.SendJsonAsync(HttpMethod.Delete, path, null, 204);
        await neighbour.SendJsonAsync(HttpMethod.Post, "/api/quizzes", Quiz, 201);
        using (HttpResponseMessage refused = await neighbour.SendAsync(HttpMethod.Post, "/api/quizzes", Quiz))
        {
            Assert.Equal(429, (int)refused.StatusCode);
            Assert.Equal(TimeSpan.FromHours(1), refused.Headers.RetryAfter!.Delta);
            Assert.Equal("dailyStorageSpent", JsonDocument.Parse(await refused.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).RootElement.Code());
        }

        using HttpClient elsewhere = await host.AuthorAsync();
        elsewhere.DefaultRequestHeaders.Add(AuthoringHost.AddressHeader, "203.0.113.9");
        await elsewhere.SendJsonAsync(HttpMethod.Post, "/api/quizzes", Quiz, 201);
        using var account = new Browser(host.Stranger());
        await account.RegisterAsync("Ann");
        await account.SendAsync(HttpMethod.Post, "/api/quizzes", JsonDocument.Parse(Quiz).RootElement, 201);

        host.Clock.Ahead += TimeSpan.FromDays(1);
        await neighbour.SendJsonAsync(HttpMethod.Post, "/api/quizzes", Quiz, 201);
    }

    private static string QuizOf(int questions) => JsonSerializer.Serialize(new
    {
        arena = 1,
        title = "Capitals",
        questions = Enumerable.Repeat(new { type = "singleChoice", prompt = "?", options = new object[] { new { label = "a", correct = true }, new { label = "b" } } }, questions),
    });

    [Fact]
    [Asvs("15.1.3", "15.2.2")]
    public async Task A_quiz_that_finds_no_place_in_the_queue_is_refused_with_when_to_try_again()
    {
        await using AuthoringHost host = await AuthoringHost.StartAsync(
            ("Arena:Quizzes:ConcurrentImports", "1"), ("Arena:Quizzes:QueuedImports", "0"));
        using HttpClient author = await host.AuthorAsync();
        using (await host.Services.GetRequiredService<ImportQueue>().EnterAsync(TestContext.Current.CancellationToken))
        {
            foreach (string path in (string[])["/api/quizzes", "/api/quizzes/import", "/api/quizzes/import/preview"])
            {
                using HttpResponseMessage refused = await author.SendAsync(HttpMethod.Post, path, Quiz);
                Assert.Equal(503, (int)refused.StatusCode);
                Assert.Equal(TimeSpan.FromSeconds(5), refused.Headers.RetryAfter!.Delta);
                Assert.Equal("overloaded", JsonDocument.Parse(await refused.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).RootElement.Code());
            }
        }
        await author.SendJsonAsync(HttpMethod.Post, "/api/quizzes", Quiz, 201);
    }
}
