using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Arena.Storage.Model;
using Arena.Storage.Verification;
using Arena.TestKit.Clients;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Arena.Gateway.Tests.Play;

/// <summary>A player earns and uses power-ups, over the real hub, grains and storage.</summary>
public sealed class PowerUpTests : IAsyncDisposable
{
    private readonly PlayHost _arena = new();

    public ValueTask DisposeAsync() => _arena.DisposeAsync();

    /// <summary>The third right answer in a row earns a second chance; its second answer counts, also in the row of the answer.</summary>
    [Fact]
    public async Task A_power_up_is_earned_used_once_survives_a_refresh_and_is_stored()
    {
        await using var table = await OpenTableAsync(new { kinds = new[] { "secondChance" }, earning = "streak" });
        var ann = await table.ConnectAsync();
        var token = (await ann.JoinAsync(table.Code, "Ann")).Accepted.GetProperty("seatToken").GetString();
        var bob = await table.SeatAsync("Bob");
        for (var round = 0; round < 3; round++)
        {
            await table.OpenAsync(round);
            Assert.Null((await ann.AnswerAsync(round, Choice(0))).Refusal);
            Assert.Null((await bob.AnswerAsync(round, Choice(1))).Refusal);
            await table.RevealAsync(round);
            await table.StandingsAsync(round);
        }
        await table.OpenAsync(3);
        Assert.Equal("secondChance", Assert.Single((await bob.PhaseAsync("asking", 3)).Phase.GetProperty("powerUps").EnumerateArray()).GetString());

        var operation = Guid.NewGuid();
        Assert.Equal("noPowerUp", (await Use(bob, 3, "secondChance", Guid.NewGuid())).Refusal);
        Assert.Equal("noPowerUp", (await Use(ann, 3, "shield", Guid.NewGuid())).Refusal);
        Assert.Null((await ann.AnswerAsync(3, Choice(1))).Refusal);
        Assert.Null((await Use(ann, 3, "secondChance", operation)).Refusal);
        Assert.Null((await Use(ann, 3, "secondChance", operation)).Refusal);
        Assert.Equal("powerUpInUse", (await Use(ann, 3, "secondChance", Guid.NewGuid())).Refusal);

        await using var refreshed = await table.ConnectAsync();
        var seat = (await refreshed.CallAsync("Resume", new { seatToken = token })).Accepted.GetProperty("seat");
        Assert.Equal("secondChance", seat.GetProperty("powerUp").GetProperty("effect").GetProperty("kind").GetString());
        Assert.Empty(seat.GetProperty("powerUps").EnumerateArray());
        Assert.Null((await refreshed.AnswerAsync(3, Choice(0))).Refusal);
        Assert.Equal("alreadyAnswered", (await refreshed.AnswerAsync(3, Choice(2))).Refusal);
        Assert.Null((await bob.AnswerAsync(3, Choice(0))).Refusal);
        var reveal = await table.RevealAsync(3);
        Assert.Equal(1, reveal.Phase.GetProperty("powerUps").GetInt32());
        var result = (await Table.ResultAsync(refreshed, 3)).GetProperty("result");
        Assert.Equal((500, true, "secondChance"), (result.GetProperty("points").GetInt32(), result.GetProperty("isSecond").GetBoolean(), result.GetProperty("powerUp").GetString()));
        Assert.All(bob.Dump, frame => Assert.DoesNotContain("\"powerUp\":{", frame, StringComparison.Ordinal));
        await StoredAsync();
    }

    [Fact]
    public async Task A_game_without_them_a_stranger_and_a_call_without_identity_are_refused_and_so_are_settings_outside_their_limits()
    {
        await using var table = await OpenTableAsync(null);
        var ann = await table.SeatAsync("Ann");
        await table.OpenAsync(0);
        Assert.Equal("noPowerUp", (await Use(ann, 0, "doublePoints", Guid.NewGuid())).Refusal);
        Assert.Equal("invalidMessage", (await Use(ann, 0, "doublePoints", Guid.Empty)).Refusal);
        Assert.Equal("notSeated", (await Use(await table.ConnectAsync(), 0, "doublePoints", Guid.NewGuid())).Refusal);
        var api = await _arena.ApiAsync();
        var quizId = await api.ImportAsync("Choices", Encoding.UTF8.GetBytes(Quiz));
        foreach (var kinds in new string[][] { [], ["shield", "shield"] })
        {
            using var refused = await api.Http.PostAsJsonAsync(
                "/api/sessions", new { quizId, settings = new { powerUps = new { kinds } } }, TestContext.Current.CancellationToken);
            var problem = await refused.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
            Assert.Equal("outOfRange", problem.GetProperty("code").GetString());
        }
    }

    private static string Quiz => JsonSerializer.Serialize(new
    {
        arena = 1,
        title = "Choices",
        questions = Enumerable.Range(0, 5).Select(number => new
        {
            type = "singleChoice",
            prompt = $"Question {number}?",
            timeLimitMs = (int?)null,
            options = "ABCD".Select(label => new { label = $"{label}", correct = label == 'A' }),
        }),
    });

    private static object Choice(int option) => new { kind = "choice", option };

    private static Task<HubReply> Use(HubClient player, int round, string kind, Guid operationId) =>
        player.CallAsync("UsePowerUp", new { round, kind, operationId });

    private async Task<Table> OpenTableAsync(object? powerUps)
    {
        var api = await _arena.ApiAsync();
        return await _arena.OpenTableAsync(api, await api.ImportAsync("Choices", Encoding.UTF8.GetBytes(Quiz)), new { getReadyMs = 500, streakBonus = false, powerUps });
    }

    /// <summary>The row of an answer is that of the answer that counts, and the log says the same.</summary>
    private async Task StoredAsync()
    {
        await using var context = await _arena.Services.GetRequiredService<IDbContextFactory<ArenaDbContext>>()
            .CreateDbContextAsync(TestContext.Current.CancellationToken);
        var payloads = await context.PlayerAnswers.Where(row => row.ScoreAwarded == 500).Select(row => row.AnswerPayload).ToListAsync(TestContext.Current.CancellationToken);
        Assert.Contains("0", Assert.Single(payloads), StringComparison.Ordinal);
        var result = await ActivatorUtilities.CreateInstance<StorageVerifier>(_arena.Services)
            .VerifyAsync("the test", _ => { }, TestContext.Current.CancellationToken);
        Assert.Equal(0, result.Differences);
    }
}
