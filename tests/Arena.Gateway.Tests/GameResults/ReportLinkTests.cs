using System.Text.Json;
using Arena.Gateway.GameResults;
using Arena.Gateway.Tests.Accounts;
using Arena.Gateway.Tests.Play;
using Arena.Gateway.Tests.Quizzes;
using Arena.Storage.Model;
using Arena.TestKit.Clients;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Arena.Gateway.Tests.GameResults;

/// <summary>The link to a public summary: what it shows, and when it ends.</summary>
public sealed class ReportLinkTests : IAsyncLifetime
{
    private readonly PlayHost _arena = new(PlayHost.Unlimited);
    private Browser _host = null!;
    private Browser _visitor = null!;

    public async ValueTask InitializeAsync()
    {
        (_host, _visitor) = (Browser(), Browser());
        await _host.RegisterAsync("Harriet");
    }

    public async ValueTask DisposeAsync()
    {
        _host.Dispose();
        _visitor.Dispose();
        await _arena.DisposeAsync();
    }

    [Fact]
    public async Task A_summary_has_figures_and_questions_but_no_names_and_no_answers()
    {
        var game = await PlayedAsync();
        var token = await LinkAsync(game, HttpMethod.Put);
        Assert.Equal(32, token!.Length);
        Assert.Equal(token, await LinkAsync(game, HttpMethod.Put));
        Assert.Equal(token, await LinkAsync(game, HttpMethod.Get));
        var exported = await _host.GetAsync("/api/account/export");
        Assert.Equal(token, exported.GetProperty("games")[0].GetProperty("summaryToken").GetString());

        using var reply = await _visitor.SendAsync(HttpMethod.Get, $"/api/summaries/{token}", null);
        Assert.Equal("noindex", Assert.Single(reply.Headers.GetValues("X-Robots-Tag")));
        var text = await reply.Content.ReadAsStringAsync();
        Assert.DoesNotContain("Ann", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Option", text, StringComparison.Ordinal);
        Assert.DoesNotContain("key", text, StringComparison.OrdinalIgnoreCase);
        var summary = JsonDocument.Parse(text).RootElement.GetProperty("summary");
        Assert.Equal(1, summary.GetProperty("totals").GetProperty("players").GetInt32());
        Assert.Equal(1, Assert.Single(summary.GetProperty("questions").EnumerateArray()).GetProperty("counts").GetProperty("right").GetInt32());
    }

    [Fact]
    public async Task A_link_that_was_withdrawn_opens_nothing_and_the_next_one_is_another()
    {
        var game = await PlayedAsync();
        var token = await LinkAsync(game, HttpMethod.Put);
        await _visitor.GetAsync($"/api/summaries/{token}");
        await _host.SendAsync(HttpMethod.Delete, Path(game), null, 204);
        await _host.SendAsync(HttpMethod.Delete, Path(game), null, 204);
        Assert.Null(await LinkAsync(game, HttpMethod.Get));
        await _visitor.GetAsync($"/api/summaries/{token}", 404);
        Assert.NotEqual(token, await LinkAsync(game, HttpMethod.Put));
    }

    [Fact]
    public async Task Of_many_who_follow_a_link_at_once_one_makes_the_summary_and_the_game_is_read_once()
    {
        var game = await PlayedAsync();
        var (games, summaries) = (_arena.Services.GetRequiredService<ReportedGames>(), _arena.Services.GetRequiredService<PublicSummaries>());
        var made = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => summaries.ReadAsync(game, default)));
        Assert.NotNull(made[0].Game);
        Assert.All(made, one => Assert.Same(made[0].Game, one.Game));

        var other = await PlayedAsync();
        var version = (await games.VersionAsync(other, default))!.Value;
        var states = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => games.ReadAsync(other, version, default)));
        Assert.NotNull(states[0]);
        Assert.All(states, state => Assert.Same(states[0], state));
        Assert.Same(states[0], await games.ReadAsync(other, version - 1, default));
    }

    [Fact]
    public async Task A_game_in_progress_has_no_link_and_a_stranger_makes_none()
    {
        await using var table = await _arena.OpenTableAsync(Api(), await Api().CreateQuizAsync(1), new { });
        Assert.Equal("notNow", (await _host.SendAsync(HttpMethod.Put, Path(table.Launch.SessionId), null, 409)).Code());
        await _visitor.RegisterAsync("Stranger");
        Assert.Equal("unknownSession", (await _visitor.SendAsync(HttpMethod.Put, Path(table.Launch.SessionId), null, 404)).Code());
    }

    [Fact]
    public async Task The_link_ends_with_the_account_of_the_host()
    {
        var token = await LinkAsync(await PlayedAsync(), HttpMethod.Put);
        await _host.SendAsync(HttpMethod.Post, "/api/account/deletion", new { password = Accounts.Browser.Password }, 204);
        await _visitor.GetAsync($"/api/summaries/{token}", 404);
        await using var context = await ContextAsync();
        Assert.Empty(await context.ReportLinks.ToListAsync());
    }

    [Fact]
    public async Task A_co_host_makes_no_link_after_the_account_of_the_host_was_deleted()
    {
        var game = await PlayedAsync();
        await _visitor.RegisterAsync("Colette");
        await using (var context = await ContextAsync())
        {
            context.SessionCoHosts.Add(new() { SessionId = game, UserId = await context.Users.Where(user => user.Username == "Colette").Select(user => user.Id).SingleAsync() });
            await context.SaveChangesAsync();
        }
        await _host.SendAsync(HttpMethod.Post, "/api/account/deletion", new { password = Accounts.Browser.Password }, 204);
        Assert.Equal("notNow", (await _visitor.SendAsync(HttpMethod.Put, Path(game), null, 409)).Code());
        await _visitor.GetAsync($"/api/games/{game}/report");
    }

    [Fact]
    public async Task The_link_ends_with_the_game()
    {
        var game = await PlayedAsync();
        var token = await LinkAsync(game, HttpMethod.Put);
        await using var context = await ContextAsync();
        await context.GameSessions.ExecuteUpdateAsync(set => set.SetProperty(row => row.Status, SessionStatus.Expired));
        await _visitor.GetAsync($"/api/summaries/{token}", 404);
        await context.GameSessions.Where(row => row.Id == game).ExecuteDeleteAsync();
        Assert.Empty(await context.ReportLinks.ToListAsync());
    }

    private async Task<Guid> PlayedAsync()
    {
        var api = Api();
        await using var table = await _arena.OpenTableAsync(api, await api.CreateQuizAsync(1), new { getReadyMs = 1000 });
        var ann = await table.SeatAsync("Ann");
        await table.OpenAsync(0);
        _ = (await ann.AnswerAsync(0, 0)).Accepted;
        await table.CompleteAsync(0);
        _ = (await table.CommandAsync("end")).Accepted;
        await table.Host.PhaseAsync("podium");
        return table.Launch.SessionId;
    }

    private async Task<string?> LinkAsync(Guid game, HttpMethod method) => (await _host.SendAsync(method, Path(game), null, 200)).GetProperty("token").GetString();

    private static string Path(Guid game) => $"/api/games/{game}/link";

    private ArenaApi Api()
    {
        var api = new ArenaApi(new HttpClient { BaseAddress = _arena.Address });
        api.Http.DefaultRequestHeaders.Authorization = new("Bearer", _host.AccessToken);
        return api;
    }

    private async Task<ArenaDbContext> ContextAsync() => await _arena.Services.GetRequiredService<IDbContextFactory<ArenaDbContext>>().CreateDbContextAsync();

    private Browser Browser() => new(new HttpClient { BaseAddress = _arena.Address });
}
