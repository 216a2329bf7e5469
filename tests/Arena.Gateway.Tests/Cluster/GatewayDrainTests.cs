using Arena.TestKit.Clients;
using Arena.TestKit.Processes;


namespace Arena.Gateway.Tests.Cluster;

/// <summary>A gateway that is asked to stop while people play.</summary>
public sealed class GatewayDrainTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("arena-drain-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_draining_gateway_is_not_ready_refuses_new_connections_moves_its_browsers_and_then_ends()
    {
        await using var arena = await ArenaProcess.StartAsync(_folder, new Dictionary<string, string> { ["Arena:Gateway:DrainMs"] = "2000" });
        using var http = arena.Http();
        var api = await new ArenaApi(http).SignInAsync();
        var launch = await api.LaunchAsync(await api.CreateQuizAsync(1));
        var players = new List<HubClient>();
        for (var i = 0; i < 5; i++)
        {
            players.Add(await HubClient.ConnectAsync(arena.Address));
            _ = await players[i].EnterAsync(launch.Code, $"Player {i}");
        }

        await arena.SignalAsync("TERM");
        HttpResponseMessage ready;
        do
            ready = await http.GetAsync(new Uri("/healthz/ready", UriKind.Relative));
        while (ready.IsSuccessStatusCode);
        Assert.Null((await players[0].CallAsync("Clock")).Refusal);
        var refused = await Assert.ThrowsAsync<System.Net.WebSockets.WebSocketException>(() => HubClient.ConnectAsync(arena.Address));
        Assert.Contains("503", refused.Message, StringComparison.Ordinal);

        foreach (var player in players)
            await player.FrameAsync(IsMove, "the word to move");
        await Task.WhenAll(players.Select(player => player.Closed));
        Assert.Equal(0, await arena.EndedAsync());
        foreach (var player in players)
            await player.DisposeAsync();
    }

    private static bool IsMove(HubFrame frame) => frame.Target == "Closed"
        && frame.Body.GetProperty("reason").GetString() == "draining" && frame.Body.GetProperty("reconnect").GetBoolean();
}
