using System.Net;
using System.Text;
using System.Text.Json;
using Arena.Gateway.Quizzes.Rest;
using Arena.Storage.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Arena.Gateway.Tests.Quizzes;

/// <summary>A file is sent once: the preview stages its quiz, and a token claims it.</summary>
public sealed class ImportConfirmationTests
{
    private const string Text = "#Q Capital of Fiji?\n^ Suva\nA Suva\nB Nadi\n\n#Q Broken\n";

    [Fact]
    public async Task A_staged_quiz_is_seen_from_its_confirmation_on()
    {
        await using AuthoringHost host = await AuthoringHost.StartAsync();
        using HttpClient author = await host.AuthorAsync();
        JsonElement preview = await StageAsync(author, "&fallbackTitle=rivers.txt");
        Assert.Equal(("rivers.txt", 1, 1), (preview.GetProperty("title").GetString(), preview.GetProperty("questionCount").GetInt32(), preview.GetProperty("skippedQuestions").GetInt32()));
        Assert.Equal(0, await QuizCountAsync(author));
        JsonElement quiz = await ConfirmAsync(author, preview, "  Islands ", 201);
        Assert.Equal(("Islands", 1), (quiz.GetProperty("title").GetString(), quiz.GetProperty("questionCount").GetInt32()));
        JsonElement read = await author.SendJsonAsync(HttpMethod.Get, $"/api/quizzes/{quiz.GetProperty("id")}", null, 200);
        Assert.Equal("Capital of Fiji?", read.GetProperty("questions")[0].GetProperty("prompt").GetString());
    }

    [Fact]
    public async Task A_second_confirmation_makes_no_second_quiz()
    {
        await using AuthoringHost host = await AuthoringHost.StartAsync();
        using HttpClient author = await host.AuthorAsync();
        JsonElement preview = await StageAsync(author);
        JsonElement[] replies = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => ConfirmAsync(author, preview, "Islands", 201)));
        string id = Assert.Single(replies.Select(reply => reply.GetProperty("id").GetString()!).Distinct());
        Assert.Equal(1, await QuizCountAsync(author));
        await author.SendJsonAsync(HttpMethod.Delete, $"/api/quizzes/{id}", null, 204);
        Assert.Equal("importExpired", (await ConfirmAsync(author, preview, "Islands", 410)).Code());
        Assert.Equal(0, await QuizCountAsync(author));
    }

    [Fact]
    public async Task A_quiz_that_is_being_deleted_is_not_claimed_again()
    {
        await using AuthoringHost host = await AuthoringHost.StartAsync();
        using HttpClient author = await host.AuthorAsync();
        JsonElement preview = await StageAsync(author);
        Guid id = (await ConfirmAsync(author, preview, "Islands", 201)).GetProperty("id").GetGuid();
        // As a deletion that was cut short leaves it.
        await using ArenaDbContext context = await ContextAsync(host);
        await context.Quizzes.Where(quiz => quiz.Id == id)
            .ExecuteUpdateAsync(set => set.SetProperty(quiz => quiz.OwnerId, (Guid?)null), TestContext.Current.CancellationToken);
        Assert.Equal("importExpired", (await ConfirmAsync(author, preview, "Islands", 410)).Code());
    }

    [Fact]
    public async Task A_confirmation_after_half_an_hour_is_refused()
    {
        await using AuthoringHost host = await AuthoringHost.StartAsync();
        using HttpClient author = await host.AuthorAsync();
        JsonElement preview = await StageAsync(author);
        // As long as the sign-in is good: a fresh one would be another author.
        host.Clock.Ahead += TimeSpan.FromMinutes(30);
        using HttpResponseMessage refused = await author.SendAsync(HttpMethod.Post, "/api/quizzes/import/confirm", Body(preview, "Islands"));
        string code = JsonDocument.Parse(await refused.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).RootElement.Code();
        Assert.Equal((HttpStatusCode.Gone, "importExpired"), (refused.StatusCode, code));
    }

    [Fact]
    public async Task Another_author_cannot_claim_a_quiz_and_a_changed_token_is_none()
    {
        await using AuthoringHost host = await AuthoringHost.StartAsync();
        using HttpClient author = await host.AuthorAsync();
        using HttpClient other = await host.AuthorAsync();
        JsonElement preview = await StageAsync(author);
        Assert.Equal("unknownQuiz", (await ConfirmAsync(other, preview, "Mine", 404)).Code());
        string changed = JsonSerializer.Serialize(new { token = $"{preview.GetProperty("token").GetString()}A", title = "Mine" });
        Assert.Equal("unknownQuiz", (await author.SendJsonAsync(HttpMethod.Post, "/api/quizzes/import/confirm", changed, 404)).Code());
        await ConfirmAsync(author, preview, "Islands", 201);
        Assert.Equal(0, await QuizCountAsync(other));
    }

    [Fact]
    public async Task A_staged_quiz_is_as_the_retention_finds_it_and_cannot_be_claimed_once_removed()
    {
        await using AuthoringHost host = await AuthoringHost.StartAsync();
        using HttpClient author = await host.AuthorAsync();
        JsonElement preview = await StageAsync(author);
        await using ArenaDbContext context = await ContextAsync(host);
        QuizRow staged = await context.Quizzes.AsNoTracking().SingleAsync(TestContext.Current.CancellationToken);
        Assert.Equal((null, QuizVisibility.Private), (staged.OwnerId, staged.Visibility));
        await host.Services.GetRequiredService<QuizStaging>().RemoveAsync(staged.Id);
        Assert.Equal("importExpired", (await ConfirmAsync(author, preview, "Islands", 410)).Code());
        Assert.Equal((0, 0), (await context.Quizzes.CountAsync(TestContext.Current.CancellationToken), await context.Questions.CountAsync(TestContext.Current.CancellationToken)));
    }

    [Theory]
    [InlineData("", "empty")]
    [InlineData("a\u0000b", "controlCharacter")]
    public async Task A_title_that_a_quiz_may_not_have_is_refused_and_the_quiz_stays_staged(string title, string fault)
    {
        await using AuthoringHost host = await AuthoringHost.StartAsync();
        using HttpClient author = await host.AuthorAsync();
        JsonElement preview = await StageAsync(author);
        Assert.Equal([$"1 {fault}"], (await ConfirmAsync(author, preview, title, 422)).Faults());
        await ConfirmAsync(author, preview, "Islands", 201);
    }

    [Fact]
    public async Task Storing_is_counted_once_and_the_quota_of_quizzes_when_it_is_confirmed()
    {
        // Both files are of the same size, and the title of the second is longer.
        int bytes = (4 * 150) + (2 * ("T".Length + "Capital of Fiji?".Length)) + "Suva".Length + "Nadi".Length;
        await using AuthoringHost host = await AuthoringHost.StartAsync(
            ("Arena:Quizzes:StoredBytesPerDay", $"{2 * bytes}"), ("Arena:Quizzes:MaxQuizzesPerAuthor", "1"));
        using HttpClient author = await host.AuthorAsync();
        JsonElement first = await StageAsync(author, "&title=T");
        JsonElement second = await StageAsync(author, "&title=T");
        await ConfirmAsync(author, first, "T", 201);
        Assert.Equal("outOfRange", (await ConfirmAsync(author, second, "T", 409)).Code());
        Assert.Equal("outOfRange", (await PreviewAsync(author, "?stage=true&title=T", 409)).Code());
        using HttpClient neighbour = await host.AuthorAsync();
        Assert.Equal("dailyStorageSpent", (await PreviewAsync(neighbour, "?stage=true&title=T", 429)).Code());
        Assert.False((await PreviewAsync(neighbour, "?title=T", 200)).TryGetProperty("token", out _));
    }

    [Theory]
    [InlineData("""{"token":null,"title":"Mine"}""")]
    [InlineData("""{"token":"garbage","title":null}""")]
    [InlineData("{}")]
    public async Task A_confirmation_that_says_nothing_is_refused(string body)
    {
        await using AuthoringHost host = await AuthoringHost.StartAsync();
        using HttpClient author = await host.AuthorAsync();
        Assert.Equal("invalidMessage", (await author.SendJsonAsync(HttpMethod.Post, "/api/quizzes/import/confirm", body, 400)).Code());
    }

    [Fact]
    public async Task A_file_that_cannot_be_imported_gives_no_token()
    {
        await using AuthoringHost host = await AuthoringHost.StartAsync();
        using HttpClient author = await host.AuthorAsync();
        Assert.False((await PreviewAsync(author, "?stage=true", 200)).TryGetProperty("token", out _));
        await using ArenaDbContext context = await ContextAsync(host);
        Assert.Equal(0, await context.Quizzes.CountAsync(TestContext.Current.CancellationToken));
    }

    private static async Task<JsonElement> StageAsync(HttpClient author, string query = "&fallbackTitle=Islands") =>
        await PreviewAsync(author, $"?stage=true{query}", 200);

    private static async Task<JsonElement> PreviewAsync(HttpClient author, string query, int expected)
    {
        using HttpResponseMessage response = await author.PostAsync($"/api/quizzes/import/preview{query}", new StringContent(Text, Encoding.UTF8));
        string body = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(expected == (int)response.StatusCode, $"{(int)response.StatusCode} {body}");
        return JsonDocument.Parse(body).RootElement;
    }

    private static Task<JsonElement> ConfirmAsync(HttpClient author, JsonElement preview, string title, int expected) =>
        author.SendJsonAsync(HttpMethod.Post, "/api/quizzes/import/confirm", Body(preview, title), expected);

    private static string Body(JsonElement preview, string title) =>
        JsonSerializer.Serialize(new { token = preview.GetProperty("token").GetString(), title });

    private static async Task<int> QuizCountAsync(HttpClient author) => (await author.SendJsonAsync(HttpMethod.Get, "/api/quizzes", null, 200)).GetArrayLength();

    private static Task<ArenaDbContext> ContextAsync(AuthoringHost host) =>
        host.Services.GetRequiredService<IDbContextFactory<ArenaDbContext>>().CreateDbContextAsync(TestContext.Current.CancellationToken);
}
