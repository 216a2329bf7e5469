using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Arena.TestKit.Clients;

/// <summary>An author's side of the REST interface: brings a quiz and launches games of it.</summary>
public sealed class ArenaApi(HttpClient http)
{
    private static readonly JsonSerializerOptions WithoutNulls = new() { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    public HttpClient Http { get; } = http;

    /// <summary>Becomes a new author.</summary>
    public async Task<ArenaApi> SignInAsync()
    {
        using var minted = await Http.PostAsync(new Uri("/api/authors", UriKind.Relative), null);
        minted.EnsureSuccessStatusCode();
        var tokens = await minted.Content.ReadFromJsonAsync<JsonElement>();
        Http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", tokens.GetProperty("accessToken").GetString());
        return this;
    }

    /// <summary>Imports a file's text and gives the quiz's id.</summary>
    public async Task<Guid> ImportAsync(string title, byte[] file, bool skipInvalid = false)
    {
        using var body = new ByteArrayContent(file);
        using var imported = await Http.PostAsync(
            new Uri($"/api/quizzes/import?title={Uri.EscapeDataString(title)}&skipInvalid={skipInvalid}", UriKind.Relative), body);
        return (await ReadAsync(imported)).GetProperty("id").GetGuid();
    }

    /// <summary>A quiz of <paramref name="questions"/> questions with four options, of which the one at index <c>number % 4</c> is right.</summary>
    /// <param name="questions">How many.</param>
    /// <param name="timeLimitMs">Of each.</param>
    /// <param name="picture">The name of the picture that each has, or null.</param>
    public Task<Guid> CreateQuizAsync(int questions, int timeLimitMs = 20_000, string? picture = null)
    {
        var media = picture is null ? null : new { name = picture, kind = "picture" };
        var text = JsonSerializer.Serialize(new
        {
            arena = 1,
            title = "Counting",
            questions = Enumerable.Range(0, questions).Select(number => new
            {
                type = "singleChoice",
                prompt = $"Which of these is number {number % 4} of question {number}?",
                options = Enumerable.Range(0, 4).Select(option => new { label = $"Option {option} of {number}", correct = option == number % 4 }),
                timeLimitMs,
                points = 1000,
                media,
            }),
        }, WithoutNulls);
        return ImportAsync("Counting", Encoding.UTF8.GetBytes(text));
    }

    /// <summary>Launches a session.</summary>
    public async Task<Launch> LaunchAsync(Guid quizId, object? settings = null)
    {
        using var launched = await Http.PostAsJsonAsync("/api/sessions", new { quizId, settings });
        var reply = await ReadAsync(launched);
        return new(reply.GetProperty("sessionId").GetGuid(), reply.GetProperty("code").GetString()!, reply.GetProperty("hostKey").GetString()!);
    }

    private static async Task<JsonElement> ReadAsync(HttpResponseMessage response)
    {
        var text = await response.Content.ReadAsStringAsync();
        return response.IsSuccessStatusCode
            ? JsonSerializer.Deserialize<JsonElement>(text)
            : throw new HttpRequestException($"{(int)response.StatusCode}: {text}");
    }
}

/// <summary>A session that was launched.</summary>
public sealed record Launch(Guid SessionId, string Code, string HostKey);
