using System.Text;
using System.Text.Json;
using Arena.Gateway.Tests.Accounts;
using Arena.Gateway.Tests.Play;
using Arena.TestKit.Clients;

namespace Arena.Gateway.Tests.Homework;

/// <summary>An account that sets homework.</summary>
internal sealed class Teacher(PlayHost arena, Browser browser) : IDisposable
{
    private const string Path = "/api/homework";

    public Browser Browser => browser;

    public static async Task<Teacher> RegisterAsync(PlayHost arena, string name = "Teacher")
    {
        var browser = new Browser(new HttpClient { BaseAddress = arena.Address });
        await browser.RegisterAsync(name);
        return new(arena, browser);
    }

    public void Dispose() => browser.Dispose();

    /// <summary>The account's side of the REST interface.</summary>
    public ArenaApi Api()
    {
        var http = new HttpClient { BaseAddress = arena.Address };
        http.DefaultRequestHeaders.Authorization = new("Bearer", browser.AccessToken);
        return new(http);
    }

    /// <summary>A quiz of questions whose first option is right, without a time limit, each with an explanation.</summary>
    public Task<Guid> WriteAsync(int questions, int? timeLimitMs = null) => Api().ImportAsync("Rivers", Encoding.UTF8.GetBytes(JsonSerializer.Serialize(new
    {
        arena = 1,
        title = "Rivers",
        questions = Enumerable.Range(0, questions).Select(number => new
        {
            type = "singleChoice",
            prompt = $"Question {number}?",
            options = (object[])[new { label = "Right", correct = true }, new { label = "Wrong", correct = false }],
            timeLimitMs,
            points = 1000,
            explanation = $"Because of {number}.",
        }),
    })));

    public async Task<(Guid Id, string Link)> SetAsync(Guid quizId, TimeSpan due, bool acceptsLate = false, int? maxAttempts = null, bool feedbackAtEnd = false, bool shuffle = false)
    {
        var set = await browser.SendAsync(
            HttpMethod.Post, Path, new { quizId, dueAt = arena.Time.GetUtcNow() + due, acceptsLate, maxAttempts, feedbackAtEnd, shuffle }, 201);
        return (set.GetProperty("id").GetGuid(), set.GetProperty("link").GetString()!.Split("/h/")[1]);
    }

    public Task<JsonElement> ResultsAsync(Guid id) => browser.GetAsync($"{Path}/{id}");

    /// <summary>The attempts of a player, as the results have them.</summary>
    public async Task<JsonElement[]> AttemptsAsync(Guid id, string name) =>
        [.. (await ResultsAsync(id)).GetProperty("players").EnumerateArray().Single(player => player.GetProperty("name").GetString() == name).GetProperty("attempts").EnumerateArray()];

    /// <summary>Lets time pass until the results have so many attempts that are over.</summary>
    public async Task WaitAsync(Guid id, int over)
    {
        for (var second = 0; second < 60 && await OverAsync() < over; second++)
            await arena.AdvanceAsync(TimeSpan.FromSeconds(1));
        Assert.Equal(over, await OverAsync());

        async Task<int> OverAsync() => (await ResultsAsync(id)).GetProperty("players").EnumerateArray()
            .Sum(player => player.GetProperty("attempts").EnumerateArray().Count(attempt => attempt.TryGetProperty("endedAt", out _)));
    }
}
