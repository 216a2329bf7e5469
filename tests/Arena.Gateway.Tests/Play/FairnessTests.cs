using Arena.Game.Questions;
using Arena.Game.Rules;
using Arena.Game.Vocabulary;
using Arena.TestKit.Clients;

namespace Arena.Gateway.Tests.Play;

/// <summary>What a client gains that lies about its link or its clock: at most the published cap on compensation.</summary>
public sealed class FairnessTests : IAsyncDisposable
{
    private const int CapMs = 150;
    private const int TimeLimitMs = 20_000;
    private const int AnsweredAtMs = 2_000;
    private const int Probes = 8;

    private readonly PlayHost _arena = new(new() { ["Arena:Gateway:PingIntervalMs"] = "1000" });

    public ValueTask DisposeAsync() => _arena.DisposeAsync();

    [Fact]
    public async Task A_player_who_pongs_immediately_is_granted_no_delay()
    {
        var result = await PlayAsync(async (client, nonce) => await client.SendAsync("Pong", nonce));
        Assert.Equal((AnsweredAtMs, Fair(AnsweredAtMs)), result);
    }

    [Fact]
    public async Task A_player_who_delays_every_pong_gains_no_more_than_the_cap()
    {
        var result = await PlayAsync(async (client, nonce) =>
        {
            await _arena.AdvanceAsync(TimeSpan.FromMilliseconds(400));
            await client.SendAsync("Pong", nonce);
        });
        Assert.Equal((AnsweredAtMs - CapMs, Fair(AnsweredAtMs - CapMs)), result);
        // In points, of a question of 20 s that is worth 1,000.
        Assert.Equal(4, result.Points - Fair(AnsweredAtMs));
    }

    [Fact]
    public async Task A_player_who_repeats_an_old_pong_gains_nothing()
    {
        var first = -1L;
        var result = await PlayAsync(async (client, nonce) =>
        {
            first = first < 0 ? nonce : first;
            await client.SendAsync("Pong", nonce);
            _ = (await client.CallAsync("Clock")).Accepted;
            await _arena.AdvanceAsync(TimeSpan.FromMilliseconds(400));
            await client.SendAsync("Pong", nonce);
            await client.SendAsync("Pong", first);
            await client.SendAsync("Pong", 42);
        });
        Assert.Equal((AnsweredAtMs, Fair(AnsweredAtMs)), result);
    }

    [Fact]
    public async Task A_player_who_never_pongs_is_granted_no_delay()
    {
        var result = await PlayAsync((_, _) => Task.CompletedTask);
        Assert.Equal((AnsweredAtMs, Fair(AnsweredAtMs)), result);
    }

    [Fact]
    public async Task A_client_clock_is_ignored()
    {
        var result = await PlayAsync(
            async (client, nonce) => await client.SendAsync("Pong", nonce),
            new() { ["stampMs"] = 0, ["elapsedMs"] = 1, ["linkDelayMs"] = 9_000, ["sentAtMs"] = 0 });
        Assert.Equal((AnsweredAtMs, Fair(AnsweredAtMs)), result);
    }

    private static int Fair(int elapsedMs) => Scoring.Points(
        ScoringFormula.Speed, new SingleChoiceQuestion(Guid.Empty, "", [], TimeLimitMs, 1_000), elapsedMs);

    /// <summary>One client is probed, does with the nonces what it likes, and answers right two seconds after the opening.</summary>
    private async Task<(int ElapsedMs, int Points)> PlayAsync(Func<HubClient, long, Task> echo, Dictionary<string, object>? claims = null)
    {
        await using var table = await _arena.OpenTableAsync(questions: 1, new { getReadyMs = 1000, streakBonus = false });
        var client = await table.SeatAsync("Eve");
        for (var probe = 0; probe < Probes; probe++)
        {
            await echo(client, await ProbeAsync(client, probe));
            // The reply shows that the echo has been processed.
            _ = (await client.CallAsync("Clock")).Accepted;
        }
        await table.OpenAsync(0);
        await _arena.AdvanceAsync(TimeSpan.FromMilliseconds(AnsweredAtMs - 1));
        var answer = new Dictionary<string, object>(claims ?? []) { ["round"] = 0, ["answer"] = new { kind = "choice", option = 0 }, ["operationId"] = Guid.NewGuid() };
        Assert.Null((await client.CallAsync("Answer", answer)).Refusal);
        await table.CompleteAsync(0);
        var result = (await Table.ResultAsync(client, 0)).GetProperty("result");
        return (result.GetProperty("elapsedMs").GetInt32(), result.GetProperty("points").GetInt32());
    }

    /// <summary>The next probe, received at the moment it is sent.</summary>
    private async Task<long> ProbeAsync(HubClient client, int number)
    {
        while (true)
        {
            _arena.Time.Advance(TimeSpan.FromMilliseconds(100));
            _ = (await client.CallAsync("Clock")).Accepted;
            if (client.Frames.Where(frame => frame.Target == "Ping").ElementAtOrDefault(number) is { } probe)
                return probe.Body.GetInt64();
        }
    }
}
