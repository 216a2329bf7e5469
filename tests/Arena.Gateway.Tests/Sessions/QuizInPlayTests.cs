using System.Text.Json;
using Arena.Gateway.Tests.Accounts;
using Arena.Gateway.Tests.Play;
using Arena.Gateway.Tests.Quizzes;
using Arena.Storage.Model;
using Arena.TestKit.Clients;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Arena.Gateway.Tests.Sessions;

/// <summary>While a public quiz is played, no player can look its key up.</summary>
public sealed class QuizInPlayTests : IAsyncLifetime
{
    private readonly PlayHost _arena = new();
    private Browser _ann = null!;
    private Browser _stranger = null!;
    private Guid _quiz;

    public async ValueTask InitializeAsync()
    {
        var api = await _arena.ApiAsync();
        _quiz = await api.CreateQuizAsync(1);
        _ann = New(Token(api.Http));
        await _ann.RegisterAsync("Ann");
        _stranger = New(Token((await _arena.ApiAsync()).Http));
    }

    public async ValueTask DisposeAsync()
    {
        _ann.Dispose();
        _stranger.Dispose();
        await _arena.DisposeAsync();
    }

    [Theory]
    [InlineData("public")]
    [InlineData("unlisted")]
    [Asvs("8.1.2")]
    public async Task Its_key_is_for_its_owner_and_co_authors_until_the_game_is_over(string visibility)
    {
        using var bob = New(token: null);
        await bob.RegisterAsync("Bob");
        await _ann.SendAsync(HttpMethod.Put, $"/api/quizzes/{_quiz}/co-authors/Bob", null, 204);
        await PublishAsync(visibility);
        await _stranger.GetAsync(Path);
        var hostKey = await LaunchAsync(_ann);

        Assert.Equal("quizInPlay", (await _stranger.GetAsync(Path, 409)).Code());
        await _ann.GetAsync(Path);
        await bob.GetAsync(Path);

        await EndAsync(hostKey);
        await _stranger.GetAsync(Path);
    }

    [Fact]
    public async Task Another_host_reads_no_key_and_can_still_host_the_quiz()
    {
        await PublishAsync("public");
        await LaunchAsync(_ann);
        await LaunchAsync(_stranger);
        Assert.Equal("quizInPlay", (await _stranger.GetAsync(Path, 409)).Code());
        var summary = await _stranger.GetAsync($"{Path}/summary");
        Assert.Equal((_quiz, 1), (summary.GetProperty("id").GetGuid(), summary.GetProperty("questionCount").GetInt32()));
    }

    [Fact]
    public async Task A_private_quiz_that_is_being_played_is_not_disclosed()
    {
        await LaunchAsync(_ann);
        Assert.Equal("unknownQuiz", (await _stranger.GetAsync(Path, 404)).Code());
        Assert.Equal("unknownQuiz", (await _stranger.GetAsync($"{Path}/summary", 404)).Code());
    }

    [Fact]
    public async Task An_abandoned_game_hides_the_answer_key_for_at_most_one_day()
    {
        await PublishAsync("public");
        await LaunchAsync(_ann);
        var launched = _arena.Time.GetUtcNow().AddDays(-1).AddMinutes(-1);
        await using (var context = _arena.Services.GetRequiredService<IDbContextFactory<ArenaDbContext>>().CreateDbContext())
            await context.GameSessions.ExecuteUpdateAsync(set => set.SetProperty(row => row.CreatedAt, launched));
        await _stranger.GetAsync(Path);
    }

    private string Path => $"/api/quizzes/{_quiz}";

    private Browser New(string? token) => new(new HttpClient { BaseAddress = _arena.Address }) { AccessToken = token };

    private static string? Token(HttpClient http) => http.DefaultRequestHeaders.Authorization!.Parameter;

    private Task<JsonElement> PublishAsync(string visibility) =>
        _ann.SendAsync(HttpMethod.Put, $"{Path}/visibility", new { visibility }, 204);

    private async Task<string> LaunchAsync(Browser host) =>
        (await host.SendAsync(HttpMethod.Post, "/api/sessions", new { quizId = _quiz }, 201)).GetProperty("hostKey").GetString()!;

    private async Task EndAsync(string hostKey)
    {
        await using var host = await _arena.ConnectAsync();
        var step = (await host.AttachAsync(hostKey)).Accepted.GetProperty("session").GetProperty("step").GetInt32();
        Assert.Null((await host.HostAsync("end", step)).Refusal);
    }
}
