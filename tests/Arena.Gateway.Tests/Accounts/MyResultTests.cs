using System.Text.Json;
using Arena.Gateway.Tests.Play;
using Arena.Gateway.Tests.Quizzes;
using Arena.Storage.Model;
using Arena.TestKit.Clients;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Arena.Gateway.Tests.Accounts;

/// <summary>A guest's result moves to the account on signing in, and to no other.</summary>
public sealed class MyResultTests : IAsyncLifetime
{
    private const string Results = "/api/account/results";

    private readonly PlayHost _arena = new();

    public ValueTask InitializeAsync() => default;

    public ValueTask DisposeAsync() => _arena.DisposeAsync();

    [Fact]
    public async Task Results_of_a_guest_belong_to_the_account_after_the_claim()
    {
        var (winner, loser) = await PlayedAsync();
        using var ann = await NewAsync("Ann");
        Assert.Empty((await ann.GetAsync(Results)).EnumerateArray());
        Assert.Equal(1, await ClaimAsync(ann, winner));

        var result = Assert.Single((await ann.GetAsync(Results)).EnumerateArray());
        Assert.Equal(
            ("Counting", "Winner", 1, 2),
            (result.GetProperty("title").GetString(), result.GetProperty("nickname").GetString(), result.GetProperty("rank").GetInt32(), result.GetProperty("players").GetInt32()));
        Assert.InRange(result.GetProperty("score").GetInt64(), 1, 1_000);

        using var bob = await NewAsync("Bob");
        Assert.Equal(1, await ClaimAsync(bob, loser));
        var other = Assert.Single((await bob.GetAsync(Results)).EnumerateArray());
        Assert.Equal(("Loser", 2, 0), (other.GetProperty("nickname").GetString(), other.GetProperty("rank").GetInt32(), other.GetProperty("score").GetInt64()));
    }

    [Fact]
    public async Task A_seat_belongs_to_the_first_account_that_claims_it()
    {
        var (winner, loser) = await PlayedAsync();
        using var ann = await NewAsync("Ann");
        using var eve = await NewAsync("Eve");
        Assert.Equal(1, await ClaimAsync(ann, winner));
        Assert.Equal(1, await ClaimAsync(ann, winner, winner));
        Assert.Equal(1, await ClaimAsync(eve, winner, loser));
        Assert.Equal("Loser", Assert.Single((await eve.GetAsync(Results)).EnumerateArray()).GetProperty("nickname").GetString());
        Assert.Equal("Winner", Assert.Single((await ann.GetAsync(Results)).EnumerateArray()).GetProperty("nickname").GetString());
    }

    [Fact]
    public async Task Of_two_concurrent_claims_of_a_seat_one_succeeds()
    {
        var (winner, _) = await PlayedAsync();
        using var ann = await NewAsync("Ann");
        using var eve = await NewAsync("Eve");
        var claimed = await Task.WhenAll(Enumerable.Range(0, 8).Select(claim => ClaimAsync(claim % 2 == 0 ? ann : eve, winner)));
        Assert.Equal(4, claimed.Sum());
        var (anns, eves) = ((await ann.GetAsync(Results)).GetArrayLength(), (await eve.GetAsync(Results)).GetArrayLength());
        Assert.Equal(1, anns + eves);
    }

    [Fact]
    public async Task A_game_is_a_result_once_it_is_over()
    {
        await using var table = await _arena.OpenTableAsync();
        var token = await TokenAsync(table, "Ann");
        using var ann = await NewAsync("Ann");
        Assert.Equal(1, await ClaimAsync(ann, token));
        Assert.Empty((await ann.GetAsync(Results)).EnumerateArray());
        _ = (await table.CommandAsync("end")).Accepted;
        Assert.Single((await ann.GetAsync(Results)).EnumerateArray());
    }

    [Fact]
    public async Task An_invalid_seat_token_claims_no_result()
    {
        await using var table = await _arena.OpenTableAsync();
        var token = await TokenAsync(table, "Ann");
        using var eve = await NewAsync("Eve");
        Assert.Equal(0, await ClaimAsync(eve, "", "garbage", table.Launch.HostKey, token[..^2]));
        await using var context = Context();
        Assert.All(await context.GamePlayers.ToListAsync(), player => Assert.Null(player.UserId));
    }

    [Theory]
    [InlineData("""{}""", "invalidMessage")]
    [InlineData("""{"seatTokens":"x"}""", "invalidMessage")]
    [InlineData("""{"seatTokens":[null]}""", "invalidMessage")]
    [InlineData("""{"seatTokens":[7]}""", "invalidMessage")]
    public async Task A_claim_of_another_form_is_refused(string body, string code)
    {
        using var ann = await NewAsync("Ann");
        Assert.Equal(code, (await ann.SendAsync(HttpMethod.Post, $"{Results}/claims", JsonDocument.Parse(body).RootElement, 400)).Code());
    }

    [Fact]
    public async Task A_claim_has_an_end()
    {
        using var ann = await NewAsync("Ann");
        Assert.Equal("outOfRange", (await ann.SendAsync(HttpMethod.Post, $"{Results}/claims", new { seatTokens = Enumerable.Repeat("x", 101) }, 400)).Code());
        await ann.SendAsync(HttpMethod.Post, $"{Results}/claims", new { seatTokens = (string[])[new string('x', 70_000)] }, 413);
    }

    [Fact]
    public async Task The_export_has_the_results_and_a_deleted_account_leaves_a_guest()
    {
        var (winner, _) = await PlayedAsync();
        using var ann = await NewAsync("Ann");
        await ClaimAsync(ann, winner);
        var exported = Assert.Single((await ann.GetAsync("/api/account/export")).GetProperty("results").EnumerateArray());
        Assert.Equal("Winner", exported.GetProperty("nickname").GetString());

        await ann.SendAsync(HttpMethod.Post, "/api/account/deletion", new { password = Browser.Password }, 204);
        await using var context = Context();
        var players = await context.GamePlayers.ToListAsync();
        Assert.Equal(2, players.Count);
        Assert.All(players, player => Assert.Null(player.UserId));
    }

    [Fact]
    public async Task A_player_who_is_renamed_after_the_claim_keeps_the_account()
    {
        await using var table = await _arena.OpenTableAsync();
        using var ann = await NewAsync("Ann");
        await ClaimAsync(ann, await TokenAsync(table, "Rude"));
        _ = (await table.CommandAsync(new { kind = "rename", seat = 0, nickname = "Polite" })).Accepted;
        _ = (await table.CommandAsync("end")).Accepted;
        Assert.Equal("Polite", Assert.Single((await ann.GetAsync(Results)).EnumerateArray()).GetProperty("nickname").GetString());
    }

    /// <summary>One question, of which one of two players knows the answer.</summary>
    private async Task<(string Winner, string Loser)> PlayedAsync()
    {
        await using var table = await _arena.OpenTableAsync(questions: 1);
        var (winner, loser) = (await table.ConnectAsync(), await table.ConnectAsync());
        var tokens = (SeatToken(await winner.JoinAsync(table.Code, "Winner")), SeatToken(await loser.JoinAsync(table.Code, "Loser")));
        await table.OpenAsync(0);
        _ = (await winner.AnswerAsync(0, 0)).Accepted;
        _ = (await loser.AnswerAsync(0, 1)).Accepted;
        await table.CompleteAsync(0);
        _ = (await table.CommandAsync("end")).Accepted;
        await table.Host.PhaseAsync("podium");
        return tokens;
    }

    private static async Task<string> TokenAsync(Table table, string nickname) =>
        SeatToken(await (await table.ConnectAsync()).JoinAsync(table.Code, nickname));

    private static string SeatToken(HubReply joined) => joined.Accepted.GetProperty("seatToken").GetString()!;

    private async Task<Browser> NewAsync(string name)
    {
        var browser = new Browser(new HttpClient { BaseAddress = _arena.Address });
        await browser.RegisterAsync(name);
        return browser;
    }

    private static async Task<int> ClaimAsync(Browser browser, params string[] seatTokens) =>
        (await browser.SendAsync(HttpMethod.Post, $"{Results}/claims", new { seatTokens }, 200)).GetProperty("own").GetInt32();

    private ArenaDbContext Context() => _arena.Services.GetRequiredService<IDbContextFactory<ArenaDbContext>>().CreateDbContext();
}
