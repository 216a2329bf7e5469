using System.Diagnostics;
using System.Text.Json;
using Arena.TestKit.Clients;

namespace Arena.Load;

/// <summary>One game, played by the clock: a host who starts it, players who answer each question once at a random moment.</summary>
internal sealed class ScriptedGame(Uri server, Launch launch, int players, int seed, Counters tally)
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    public async Task PlayAsync()
    {
        var clients = new List<HubClient>();
        try
        {
            var host = await HubClient.ConnectAsync(server);
            clients.Add(host);
            _ = (await host.AttachAsync(launch.HostKey)).Accepted;
            for (var number = 0; number < players; number++)
            {
                var player = await HubClient.ConnectAsync(server);
                clients.Add(player);
                var random = new Random(seed + number);
                player.OnFrame = frame => OnFrame(player, frame, random);
                await player.EnterAsync(launch.Code, $"Player {number}");
                tally.Joined();
            }
            _ = (await host.HostAsync("start", 0)).Accepted;
            var podiums = await Task.WhenAll(clients.Select(client => client.PhaseAsync("podium", patience: Longest)));
            Check(podiums[0].Phase);
        }
        catch (Exception failed) when (failed is InvalidOperationException or TimeoutException or IOException or System.Net.WebSockets.WebSocketException)
        {
            tally.Failed(failed.Message);
        }
        finally
        {
            foreach (var client in clients)
                await client.DisposeAsync();
        }
    }

    private void OnFrame(HubClient player, HubFrame frame, Random random)
    {
        if (frame.Kind != "asking")
            return;
        var opensInMs = frame.Phase.GetProperty("opensAtMs").GetInt64() - frame.Body.GetProperty("nowMs").GetInt64();
        _ = AnswerAsync(player, frame.Phase.GetProperty("round").GetInt32(), (int)Math.Max(0, opensInMs) + random.Next(20, 1_000));
    }

    private async Task AnswerAsync(HubClient player, int round, int afterMs)
    {
        try
        {
            await Task.Delay(afterMs);
            var sent = Stopwatch.GetTimestamp();
            var reply = await player.AnswerAsync(round, round % 4);
            tally.Answered(reply.Refusal, Stopwatch.GetElapsedTime(sent));
        }
        catch (Exception failed) when (failed is TimeoutException or IOException or System.Net.WebSockets.WebSocketException or ObjectDisposedException)
        {
            tally.Failed(failed.Message);
        }
    }

    /// <summary>All players answered every question right: every score must match.</summary>
    private void Check(JsonElement podium)
    {
        foreach (var line in podium.GetProperty("podium").EnumerateArray())
            tally.Scored(line.GetProperty("score").GetInt32());
        if (podium.GetProperty("podium").GetArrayLength() != Math.Min(10, players))
            tally.Failed("a player is missing from the podium");
    }
}
