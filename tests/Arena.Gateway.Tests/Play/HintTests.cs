using System.Text;
using System.Text.Json;
using Arena.Storage.Model;
using Arena.Storage.Verification;
using Arena.TestKit.Clients;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Arena.Gateway.Tests.Play;

/// <summary>A player uses the hint of a question, over the real hub, grains and storage.</summary>
public sealed class HintTests : IAsyncDisposable
{
    private const string Help = "A very large stone.";

    private static readonly string Quiz = $$"""
        {"arena":1,"title":"Hints","questions":[
          {"type":"typedAnswer","prompt":"Which mountain?","accepted":["Uluru"],"timeLimitMs":null,"hint":{"text":"{{Help}}"} },
          {"type":"typedAnswer","prompt":"Which lake?","accepted":["Eyre"],"timeLimitMs":null}]}
        """;

    private readonly PlayHost _arena = new();

    public ValueTask DisposeAsync() => _arena.DisposeAsync();

    [Fact]
    public async Task Only_the_player_who_asks_sees_it_also_after_a_refresh_and_pays_for_it_once()
    {
        await using var table = await OpenTableAsync();
        var ann = await table.ConnectAsync();
        var token = (await ann.JoinAsync(table.Code, "Ann")).Accepted.GetProperty("seatToken").GetString();
        var bob = await table.SeatAsync("Bob");
        await table.SeatAsync("Zoe");
        await table.OpenAsync(0);
        Assert.Equal(25, (await bob.PhaseAsync("asking", 0)).Phase.GetProperty("hintCostPercent").GetInt32());

        var operation = Guid.NewGuid();
        Assert.Null((await ann.CallAsync("UseHint", new { round = 0, operationId = operation })).Refusal);
        await ann.FrameAsync(HasHint, "the hint");
        Assert.Null((await ann.CallAsync("UseHint", new { round = 0, operationId = operation })).Refusal);
        await using var refreshed = await table.ConnectAsync();
        var welcome = (await refreshed.CallAsync("Resume", new { seatToken = token })).Accepted;
        Assert.Equal(Help, welcome.GetProperty("seat").GetProperty("hint").GetString());

        Assert.Null((await refreshed.AnswerAsync(0, Uluru)).Refusal);
        Assert.Null((await bob.AnswerAsync(0, Uluru)).Refusal);
        Assert.Equal("alreadyAnswered", (await bob.CallAsync("UseHint", new { round = 0, operationId = Guid.NewGuid() })).Refusal);
        await table.RevealAsync(0);
        var (hers, his) = ((await Table.ResultAsync(refreshed, 0)).GetProperty("result"), (await Table.ResultAsync(bob, 0)).GetProperty("result"));
        Assert.Equal((750, true), (hers.GetProperty("points").GetInt32(), hers.GetProperty("usedHint").GetBoolean()));
        Assert.Equal((1000, false), (his.GetProperty("points").GetInt32(), his.GetProperty("usedHint").GetBoolean()));
        Assert.All(bob.Dump.Concat(table.Host.Dump), frame => Assert.DoesNotContain(Help, frame, StringComparison.Ordinal));
        await StoredAsync();
    }

    [Fact]
    public async Task A_question_without_one_a_stranger_and_a_call_without_identity_are_refused()
    {
        await using var table = await OpenTableAsync();
        var ann = await table.SeatAsync("Ann");
        await table.SeatAsync("Bob");
        await table.OpenAsync(0);
        Assert.Equal("invalidMessage", (await ann.CallAsync("UseHint", new { round = 0, operationId = Guid.Empty })).Refusal);
        Assert.Equal("tooEarly", (await ann.CallAsync("UseHint", new { round = 1, operationId = Guid.NewGuid() })).Refusal);
        Assert.Equal("notSeated", (await (await table.ConnectAsync()).CallAsync("UseHint", new { round = 0, operationId = Guid.NewGuid() })).Refusal);
        Assert.Null((await ann.AnswerAsync(0, Uluru)).Refusal);
        await table.RevealAsync(0);
        await table.StandingsAsync(0);
        await table.OpenAsync(1);
        Assert.Equal("noHint", (await ann.CallAsync("UseHint", new { round = 1, operationId = Guid.NewGuid() })).Refusal);
    }

    private static object Uluru => new { kind = "text", text = "Uluru" };

    private static bool HasHint(HubFrame frame) =>
        frame.Target == "Seat" && frame.Body.GetProperty("view").GetProperty("hint").ValueKind == JsonValueKind.String;

    private async Task<Table> OpenTableAsync()
    {
        var api = await _arena.ApiAsync();
        return await _arena.OpenTableAsync(api, await api.ImportAsync("Hints", Encoding.UTF8.GetBytes(Quiz)), new { getReadyMs = 1000 });
    }

    /// <summary>The row of an answer is worth what the hint left, and the log says the same.</summary>
    private async Task StoredAsync()
    {
        await using var context = await _arena.Services.GetRequiredService<IDbContextFactory<ArenaDbContext>>()
            .CreateDbContextAsync(TestContext.Current.CancellationToken);
        Assert.Equal([750, 1000], await context.PlayerAnswers.Select(row => row.ScoreAwarded).Order().ToListAsync(TestContext.Current.CancellationToken));
        var result = await ActivatorUtilities.CreateInstance<StorageVerifier>(_arena.Services)
            .VerifyAsync("the test", _ => { }, TestContext.Current.CancellationToken);
        Assert.Equal(0, result.Differences);
    }
}
