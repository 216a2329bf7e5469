using System.Text;
using Arena.Storage.Model;
using Arena.Storage.Verification;
using Arena.TestKit.Clients;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Arena.Gateway.Tests.Play;

/// <summary>Players bet on their answers, over the real hub, grains and storage.</summary>
public sealed class StakeTests : IAsyncDisposable
{
    private const string Quiz = """
        {"arena":1,"title":"Bets","questions":[
          {"type":"typedAnswer","prompt":"Which mountain?","accepted":["Uluru"],"timeLimitMs":null},
          {"type":"typedAnswer","prompt":"Which lake?","accepted":["Eyre"],"timeLimitMs":null}]}
        """;

    private readonly PlayHost _arena = new();

    public ValueTask DisposeAsync() => _arena.DisposeAsync();

    [Fact]
    public async Task A_stake_is_won_or_lost_kept_over_a_refresh_and_stored()
    {
        await using var table = await OpenTableAsync(new { kind = "confidence" });
        var ann = await table.ConnectAsync();
        var token = (await ann.JoinAsync(table.Code, "Ann")).Accepted.GetProperty("seatToken").GetString();
        var bob = await table.SeatAsync("Bob");
        await table.OpenAsync(0);
        Assert.Null((await BetAsync(ann, 0, "Uluru", 500)).Refusal);
        await using var refreshed = await table.ConnectAsync();
        var seat = (await refreshed.CallAsync("Resume", new { seatToken = token })).Accepted.GetProperty("seat");
        Assert.Equal(500, seat.GetProperty("stake").GetInt32());
        // A client that knows no bets makes none.
        Assert.Null((await bob.AnswerAsync(0, Text("Uluru"))).Refusal);
        await table.RevealAsync(0);
        var (hers, his) = ((await Table.ResultAsync(refreshed, 0)).GetProperty("result"), (await Table.ResultAsync(bob, 0)).GetProperty("result"));
        Assert.Equal((1_500, 500), (hers.GetProperty("points").GetInt32(), hers.GetProperty("stake").GetInt32()));
        Assert.Equal((1_000, 0), (his.GetProperty("points").GetInt32(), his.GetProperty("stake").GetInt32()));

        await table.StandingsAsync(0);
        await table.OpenAsync(1);
        Assert.Null((await BetAsync(refreshed, 1, "Titicaca", 250)).Refusal);
        Assert.Null((await BetAsync(bob, 1, "Titicaca", 1_000)).Refusal);
        await table.RevealAsync(1);
        Assert.Equal(-250, (await Table.ResultAsync(refreshed, 1)).GetProperty("result").GetProperty("points").GetInt32());
        Assert.Equal(0, (await Table.ResultAsync(bob, 1)).GetProperty("score").GetInt32());
        await StoredAsync();
    }

    [Fact]
    public async Task A_stake_that_there_is_not_and_any_in_another_mode_are_refused()
    {
        await using var bets = await OpenTableAsync(new { kind = "confidence" });
        var ann = await bets.SeatAsync("Ann");
        await bets.OpenAsync(0);
        Assert.Equal("stakeUnfit", (await BetAsync(ann, 0, "Uluru", 1)).Refusal);
        Assert.Equal("stakeUnfit", (await BetAsync(ann, 0, "Uluru", -250)).Refusal);
        Assert.Null((await BetAsync(ann, 0, "Uluru", 1_000)).Refusal);

        await using var classic = await OpenTableAsync(new { kind = "classic" });
        var bob = await classic.SeatAsync("Bob");
        await classic.OpenAsync(0);
        Assert.Equal("stakeUnfit", (await BetAsync(bob, 0, "Uluru", 250)).Refusal);
    }

    private static object Text(string text) => new { kind = "text", text };

    private static Task<HubReply> BetAsync(HubClient client, int round, string text, int stake) =>
        client.CallAsync("Answer", new { round, answer = Text(text), operationId = Guid.NewGuid(), stake });

    private async Task<Table> OpenTableAsync(object mode)
    {
        var api = await _arena.ApiAsync();
        return await _arena.OpenTableAsync(
            api, await api.ImportAsync("Bets", Encoding.UTF8.GetBytes(Quiz)), new { getReadyMs = 1000, streakBonus = false, mode });
    }

    /// <summary>The rows hold what the stakes made of the points, and the log says the same.</summary>
    private async Task StoredAsync()
    {
        await using var context = await _arena.Services.GetRequiredService<IDbContextFactory<ArenaDbContext>>()
            .CreateDbContextAsync(TestContext.Current.CancellationToken);
        Assert.Equal([-1_000, -250, 1_000, 1_500], await context.PlayerAnswers.Select(row => row.ScoreAwarded).Order().ToListAsync(TestContext.Current.CancellationToken));
        var result = await ActivatorUtilities.CreateInstance<StorageVerifier>(_arena.Services)
            .VerifyAsync("the test", _ => { }, TestContext.Current.CancellationToken);
        Assert.Equal(0, result.Differences);
    }
}
