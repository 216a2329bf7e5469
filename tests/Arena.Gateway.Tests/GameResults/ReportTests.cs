using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Arena.Gateway.Tests.Accounts;
using Arena.Gateway.Tests.Play;
using Arena.Gateway.Tests.Quizzes;
using Arena.Storage.Model;
using Arena.TestKit.Clients;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Arena.Gateway.Tests.GameResults;

/// <summary>The report of a game over REST: who sees it, and when it says what.</summary>
public sealed class ReportTests : IAsyncDisposable
{
    private const string HostKeyHeader = "Arena-Host-Key";

    private readonly PlayHost _arena = new(PlayHost.Unlimited);

    public ValueTask DisposeAsync() => _arena.DisposeAsync();

    [Fact]
    public async Task A_question_is_in_the_report_once_it_is_closed_and_its_key_not_before()
    {
        var api = await _arena.ApiAsync();
        await using var table = await _arena.OpenTableAsync(api, await api.CreateQuizAsync(2), new { getReadyMs = 1000, formula = "flat", streakBonus = false });
        var (ann, bob) = (await table.SeatAsync("Ann"), await table.SeatAsync("Bob"));
        Assert.Equal((0, 2), Size(await ReportAsync(api, table)));

        await table.OpenAsync(0);
        _ = (await ann.AnswerAsync(0, 0)).Accepted;
        var before = await ReportTextAsync(api, table);
        Assert.DoesNotContain("Option 0 of 0", before, StringComparison.Ordinal);
        Assert.Equal((0, 2), Size(JsonDocument.Parse(before).RootElement));

        _ = (await bob.AnswerAsync(0, 1)).Accepted;
        await table.CompleteAsync(0);
        var closed = await ReportAsync(api, table);
        var question = closed.GetProperty("report").GetProperty("questions")[0];
        Assert.Equal("[0]", question.GetProperty("key").GetProperty("correct").GetRawText());
        Assert.Equal("[1,1,0,0]", question.GetProperty("tally").GetProperty("counts").GetRawText());
        Assert.Equal("""{"asked":2,"right":1,"partly":0,"wrong":1,"unscored":0,"none":0}""", question.GetProperty("counts").GetRawText());
        Assert.Equal(2, question.GetProperty("times").GetProperty("of").GetInt32());
        var players = closed.GetProperty("report").GetProperty("players");
        Assert.Equal([("Ann", 1_000, 1, "r"), ("Bob", 0, 2, "w")], players.EnumerateArray().Select(player => (
            player.GetProperty("nickname").GetString()!, player.GetProperty("score").GetInt32(), player.GetProperty("rank").GetInt32(), player.GetProperty("outcomes").GetString()!)));

        _ = (await table.CommandAsync(new { kind = "kick", seat = 1 })).Accepted;
        _ = (await table.CommandAsync("end")).Accepted;
        await table.Host.PhaseAsync("podium");
        var over = await ReportAsync(api, table);
        Assert.True(over.GetProperty("isOver").GetBoolean());
        Assert.Equal((1, 1), Size(over));
    }

    [Fact]
    public async Task The_report_is_sent_again_only_when_it_differs()
    {
        var api = await _arena.ApiAsync();
        await using var table = await _arena.OpenTableAsync(api, await api.CreateQuizAsync(1), new { getReadyMs = 1000 });
        var ann = await table.SeatAsync("Ann");
        await table.SeatAsync("Bob");
        await table.OpenAsync(0);
        using var first = await GetAsync(api, table, null);
        using var same = await GetAsync(api, table, first.Headers.ETag);
        Assert.Equal((HttpStatusCode.NotModified, first.Headers.ETag), (same.StatusCode, same.Headers.ETag));
        _ = (await ann.AnswerAsync(0, 0)).Accepted;
        using var answered = await GetAsync(api, table, first.Headers.ETag);
        Assert.Equal(HttpStatusCode.NotModified, answered.StatusCode);
        await table.RevealAsync(0);
        using var closed = await GetAsync(api, table, first.Headers.ETag);
        Assert.Equal(HttpStatusCode.OK, closed.StatusCode);
        Assert.Equal("gzip", Assert.Single(closed.Content.Headers.ContentEncoding));
    }

    [Fact]
    public async Task A_browser_with_the_host_key_sees_the_report_without_an_account_and_no_other_game()
    {
        var api = await _arena.ApiAsync();
        await using var table = await _arena.OpenTableAsync(api, await api.CreateQuizAsync(1), new { getReadyMs = 1000 });
        await using var other = await _arena.OpenTableAsync(1);
        Assert.Equal(HttpStatusCode.OK, await WithKeyAsync(table, table.Launch.HostKey));
        Assert.Equal(HttpStatusCode.NotFound, await WithKeyAsync(other, table.Launch.HostKey));
        Assert.Equal(HttpStatusCode.NotFound, await WithKeyAsync(table, "garbage"));
        Assert.Equal(HttpStatusCode.NotFound, await WithKeyAsync(table, ""));
        Assert.Equal(HttpStatusCode.Unauthorized, await WithKeyAsync(table, null));
    }

    [Fact]
    public async Task A_host_key_ends_with_the_sign_in_that_it_was_given_to()
    {
        using var ann = Browser();
        await ann.RegisterAsync("Ann");
        var api = new ArenaApi(new HttpClient { BaseAddress = _arena.Address });
        api.Http.DefaultRequestHeaders.Authorization = new("Bearer", ann.AccessToken);
        await using var table = await _arena.OpenTableAsync(api, await api.CreateQuizAsync(1), new { });
        Assert.Equal(HttpStatusCode.OK, await WithKeyAsync(table, table.Launch.HostKey));
        await ann.SendAsync(HttpMethod.Delete, "/api/account/sessions/current", null, 204);
        Assert.Equal(HttpStatusCode.NotFound, await WithKeyAsync(table, table.Launch.HostKey));
    }

    [Fact]
    public async Task A_game_of_every_type_has_something_to_say_of_each()
    {
        var api = await _arena.ApiAsync();
        var quiz = await api.ImportAsync("All", Encoding.UTF8.GetBytes(EveryTypeQuiz.Json));
        await using var table = await _arena.OpenTableAsync(api, quiz, new { getReadyMs = 1000, questionCount = 14 });
        await table.SeatAsync("Ann");
        for (var round = 0; round < 13; round++)
            await NextAsync(table, round);
        // A slide has no result.
        await table.OpenAsync(13);
        _ = (await table.CommandAsync("advance")).Accepted;
        await table.Host.PhaseAsync("podium");
        var report = (await ReportAsync(api, table)).GetProperty("report");
        var questions = report.GetProperty("questions").EnumerateArray().ToList();
        Assert.Equal(14, questions.Select(question => question.GetProperty("type").GetString()).Distinct().Count());
        Assert.All(questions, question =>
        {
            Assert.Equal(question.GetProperty("type").GetString(), question.GetProperty("task").GetProperty("type").GetString());
            Assert.Equal(question.GetProperty("type").GetString() == "slide" ? 0 : 1, question.GetProperty("counts").GetProperty("none").GetInt32());
            Assert.Equal(question.GetProperty("isScored").GetBoolean(), question.GetProperty("key").ValueKind == JsonValueKind.Object);
            Assert.Equal(JsonValueKind.Object, question.GetProperty("tally").ValueKind);
        });
        Assert.Equal("nnnnnnnnnnnnn-", report.GetProperty("players")[0].GetProperty("outcomes").GetString());
    }

    [Fact]
    public async Task The_list_of_games_is_searched_by_title_and_code_and_paged_by_time()
    {
        var api = await _arena.ApiAsync();
        var quiz = await api.CreateQuizAsync(1);
        await using var first = await _arena.OpenTableAsync(api, quiz, new { });
        await _arena.AdvanceAsync(TimeSpan.FromSeconds(1));
        await using var second = await _arena.OpenTableAsync(api, quiz, new { });
        Assert.Equal([second.Code, first.Code], await CodesAsync(api, ""));
        Assert.Equal([second.Code, first.Code], await CodesAsync(api, "?search=cOUNT"));
        Assert.Equal([first.Code], await CodesAsync(api, $"?search={first.Code.ToLowerInvariant()}"));
        Assert.Empty(await CodesAsync(api, "?search=nothing"));
        var games = JsonDocument.Parse(await api.Http.GetStringAsync(new Uri("/api/games", UriKind.Relative))).RootElement;
        Assert.Equal([first.Code], await CodesAsync(api, $"?before={Uri.EscapeDataString(games[0].GetProperty("createdAt").GetString()!)}"));
        using var refused = await api.Http.GetAsync(new Uri($"/api/games?search={new string('x', 121)}", UriKind.Relative));
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
    }

    [Fact]
    public async Task A_game_that_is_too_old_has_no_report_although_it_was_read_before()
    {
        var api = await _arena.ApiAsync();
        await using var table = await _arena.OpenTableAsync(api, await api.CreateQuizAsync(1), new { });
        await ReportAsync(api, table);
        await using (var context = await _arena.Services.GetRequiredService<IDbContextFactory<ArenaDbContext>>().CreateDbContextAsync())
            await context.GameSessions.ExecuteUpdateAsync(set => set.SetProperty(row => row.Status, SessionStatus.Expired));
        using var gone = await GetAsync(api, table, null);
        Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, await WithKeyAsync(table, table.Launch.HostKey));
    }

    private static async Task NextAsync(Table table, int round)
    {
        if (round > 0 && table.Host.Frames.Any(frame => frame.Target == "Session") && IsScored(table))
            await table.StandingsAsync(round - 1);
        await table.OpenAsync(round);
        await table.RevealAsync(round);
    }

    /// <summary>Standings follow scored questions alone.</summary>
    private static bool IsScored(Table table) =>
        table.Host.Frames.Last(frame => frame.Target == "Session").Body.GetProperty("view").GetProperty("phase").GetProperty("key").ValueKind == JsonValueKind.Object;

    private static (int Questions, int Players) Size(JsonElement reply) =>
        (reply.GetProperty("report").GetProperty("questions").GetArrayLength(), reply.GetProperty("report").GetProperty("players").GetArrayLength());

    private static async Task<IEnumerable<string>> CodesAsync(ArenaApi api, string query) =>
        JsonDocument.Parse(await api.Http.GetStringAsync(new Uri($"/api/games{query}", UriKind.Relative))).RootElement.EnumerateArray()
            .Select(game => game.GetProperty("code").GetString()!).ToList();

    private static async Task<JsonElement> ReportAsync(ArenaApi api, Table table) => JsonDocument.Parse(await ReportTextAsync(api, table)).RootElement;

    private static Task<string> ReportTextAsync(ArenaApi api, Table table) =>
        api.Http.GetStringAsync(new Uri($"/api/games/{table.Launch.SessionId}/report", UriKind.Relative));

    private static async Task<HttpResponseMessage> GetAsync(ArenaApi api, Table table, EntityTagHeaderValue? seen)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/games/{table.Launch.SessionId}/report");
        request.Headers.AcceptEncoding.Add(new("gzip"));
        if (seen is not null)
            request.Headers.IfNoneMatch.Add(seen);
        return await api.Http.SendAsync(request);
    }

    private async Task<HttpStatusCode> WithKeyAsync(Table table, string? key)
    {
        using var http = new HttpClient { BaseAddress = _arena.Address };
        if (key is not null)
            http.DefaultRequestHeaders.Add(HostKeyHeader, key);
        using var reply = await http.GetAsync(new Uri($"/api/games/{table.Launch.SessionId}/report", UriKind.Relative));
        return reply.StatusCode;
    }

    private Browser Browser() => new(new HttpClient { BaseAddress = _arena.Address });
}
