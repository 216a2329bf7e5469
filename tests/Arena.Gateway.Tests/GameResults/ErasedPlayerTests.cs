using System.Net;
using System.Net.Http.Headers;
using Arena.Game.Vocabulary;
using Arena.Gateway.GameResults;
using Arena.Gateway.GameResults.Reports;
using Arena.Gateway.Tests.Accounts;
using Arena.Gateway.Tests.Play;
using Arena.Grains.Session;
using Arena.Storage.Model;
using Arena.TestKit.Clients;
using Arena.TestKit.Games;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Arena.Gateway.Tests.GameResults;

/// <summary>A player whose account was deleted is in no report any more: neither by name nor by words.</summary>
public sealed class ErasedPlayerTests : IAsyncDisposable
{
    private readonly PlayHost _arena = new(PlayHost.Unlimited);

    public ValueTask DisposeAsync() => _arena.DisposeAsync();

    [Fact]
    public async Task A_report_that_was_read_before_has_no_name_after_the_account_was_deleted_and_its_files_have_none()
    {
        var api = await _arena.ApiAsync();
        await using var table = await _arena.OpenTableAsync(api, await api.CreateQuizAsync(1), new { getReadyMs = 1000 });
        var ann = await table.ConnectAsync();
        var token = (await ann.JoinAsync(table.Code, "Annabel")).Accepted.GetProperty("seatToken").GetString()!;
        await table.SeatAsync("Bob");
        await table.OpenAsync(0);
        _ = (await ann.AnswerAsync(0, 0)).Accepted;
        await table.RevealAsync(0);
        _ = (await table.CommandAsync("end")).Accepted;
        await table.Host.PhaseAsync("podium");
        var report = $"/api/games/{table.Launch.SessionId}/report";
        using var browser = new Browser(new HttpClient { BaseAddress = _arena.Address });
        await browser.RegisterAsync("Ann");
        await browser.SendAsync(HttpMethod.Post, "/api/account/results/claims", new { seatTokens = (string[])[token] }, 200);
        using var before = await SendAsync(report, null);
        Assert.Contains("Annabel", await before.Content.ReadAsStringAsync(), StringComparison.Ordinal);

        await browser.SendAsync(HttpMethod.Post, "/api/account/deletion", new { password = Browser.Password }, 204);

        using var after = await SendAsync(report, before.Headers.ETag);
        Assert.Equal(HttpStatusCode.OK, after.StatusCode);
        var text = await after.Content.ReadAsStringAsync();
        Assert.DoesNotContain("Annabel", text, StringComparison.Ordinal);
        Assert.Contains("Bob", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Annabel", await api.Http.GetStringAsync($"{report}/file?format=csv"), StringComparison.Ordinal);
        await using var context = await _arena.Services.GetRequiredService<IDbContextFactory<ArenaDbContext>>().CreateDbContextAsync();
        Assert.Equal(["", "Bob"], await context.GamePlayers.OrderBy(player => player.Nickname).Select(player => player.Nickname).ToListAsync());

        async Task<HttpResponseMessage> SendAsync(string path, EntityTagHeaderValue? seen)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, path);
            if (seen is not null)
                request.Headers.IfNoneMatch.Add(seen);
            return await api.Http.SendAsync(request);
        }
    }

    [Fact]
    public void Without_the_names_and_words_of_its_players_a_report_has_the_same_figures() => RandomGames.All(play =>
    {
        var game = play.Final;
        var erased = game.Players.Where(player => player.Seat % 2 == 0).Select(player => RowIds.Player(game.SessionId, player.Seat)).ToHashSet();
        var without = ErasedPlayers.Without(game, erased);
        Assert.All(without.Players, player => Assert.Equal(player.Seat % 2 == 0, player.Nickname.Length == 0));
        Assert.DoesNotContain(
            without.Players.Where(player => player.Seat % 2 == 0).SelectMany(player => player.Answers),
            answer => answer.Value is TextAnswer or WordsAnswer { Words.Length: > 0 });
        var (before, after) = (GameReport.Of(game), GameReport.Of(without));
        Assert.Equal(before.Totals, after.Totals);
        Assert.Equal(before.Questions.Select(question => question.Counts), after.Questions.Select(question => question.Counts));
        Assert.Equal(before.Players.Select(player => (player.Seat, player.Score, player.Outcomes)), after.Players.Select(player => (player.Seat, player.Score, player.Outcomes)));
    });
}
