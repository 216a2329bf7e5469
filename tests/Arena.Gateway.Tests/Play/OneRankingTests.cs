using System.Text.Json;
using Arena.Gateway.Tests.Accounts;
using Arena.TestKit.Clients;

namespace Arena.Gateway.Tests.Play;

/// <summary>Wherever a player's rank is shown after a game, it is the one of the podium.</summary>
public sealed class OneRankingTests : IAsyncDisposable
{
    private readonly PlayHost _arena = new(PlayHost.Unlimited);

    public ValueTask DisposeAsync() => _arena.DisposeAsync();

    [Fact]
    public async Task All_rankings_agree_with_a_tie_a_removed_player_and_a_name_that_waits_for_approval()
    {
        using var host = Browser();
        await host.RegisterAsync("Harriet");
        var api = new ArenaApi(new HttpClient { BaseAddress = _arena.Address });
        api.Http.DefaultRequestHeaders.Authorization = new("Bearer", host.AccessToken);
        var launch = await api.LaunchAsync(
            await api.CreateQuizAsync(2), new { getReadyMs = 1000, formula = "flat", streakBonus = false, approveNames = true });
        var hub = await _arena.ConnectAsync();
        _ = (await hub.AttachAsync(launch.HostKey)).Accepted;
        await using var table = new Table(_arena, launch, hub);
        var tokens = new List<string>();
        var players = new List<HubClient>();
        foreach (var nickname in (string[])["Ann", "Removed", "Waiting", "Cid"])
        {
            players.Add(await table.ConnectAsync());
            tokens.Add((await players[^1].JoinAsync(launch.Code, nickname)).Accepted.GetProperty("seatToken").GetString()!);
        }
        _ = (await table.CommandAsync(new { kind = "approve", seat = 0 })).Accepted;
        await table.OpenAsync(0);
        foreach (var (player, choice) in players.Zip([0, 0, 0, 1]))
            _ = (await player.AnswerAsync(0, choice)).Accepted;
        await table.CompleteAsync(0);
        _ = (await table.CommandAsync(new { kind = "kick", seat = 1 })).Accepted;
        _ = (await table.CommandAsync("end")).Accepted;
        (long, int?)[] ranking = [(1_000, 1), (1_000, 1), (0, 3)];

        var podium = (await hub.PhaseAsync("podium")).Phase.GetProperty("podium");
        Assert.Equal(ranking, Lines(podium));
        Assert.Equal(["Ann", "", ""], podium.EnumerateArray().Select(line => line.GetProperty("nickname").GetString()));
        await _arena.AdvanceAsync(TimeSpan.FromSeconds(1));
        var roster = (await hub.AttachAsync(launch.HostKey)).Accepted.GetProperty("host").GetProperty("changed").EnumerateArray().ToList();
        Assert.Equal(ranking, roster.Where(line => !line.GetProperty("kicked").GetBoolean()).Select(Line));

        var results = (await host.GetAsync($"/api/games/{launch.SessionId}/results")).EnumerateArray().ToList();
        Assert.Equal([.. ranking, (1_000, null)], results.Select(Line));
        Assert.Equal("Removed", results[^1].GetProperty("nickname").GetString());
        var own = new List<(long, int?)>();
        foreach (var (token, name) in tokens.Zip(["Agnes", "Rupert", "Wendy", "Cyril"]))
        {
            using var player = Browser();
            await player.RegisterAsync(name);
            await player.SendAsync(HttpMethod.Post, "/api/account/results/claims", new { seatTokens = (string[])[token] }, 200);
            var result = Assert.Single((await player.GetAsync("/api/account/results")).EnumerateArray());
            Assert.Equal(3, result.GetProperty("players").GetInt32());
            own.Add(Line(result));
        }
        Assert.Equal([(1_000, 1), (1_000, null), (1_000, 1), (0, 3)], own);
    }

    private static IEnumerable<(long Score, int? Rank)> Lines(JsonElement lines) => lines.EnumerateArray().Select(Line);

    private static (long Score, int? Rank) Line(JsonElement line) =>
        (line.GetProperty("score").GetInt64(), line.TryGetProperty("rank", out var rank) ? rank.GetInt32() : null);

    private Browser Browser() => new(new HttpClient { BaseAddress = _arena.Address });
}
