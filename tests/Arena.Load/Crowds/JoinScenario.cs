using System.Diagnostics;

namespace Arena.Load.Crowds;

/// <summary>All players join at once, twice on the same server, while another game is played on it.</summary>
internal static class JoinScenario
{
    private const int OtherPlayers = 50;

    public static async Task<int> RunAsync(int players, int atOnce, RunOptions run)
    {
        MachineLimits.Require(players + OtherPlayers);
        var failed = 0;
        var table = new Figures();
        foreach (var floor in (bool[])[false, true])
        {
            await using var fixture = await CrowdRun.StartAsync(floor, run.Server);
            foreach (var pass in (string[])["cold", "warm", "warm again"])
            {
                table.Column($"{fixture.Name}, {pass}");
                failed += await LoadProgress.ShowAsync(
                    $"{players} join {fixture.Name}, {pass}", players, step => JoinAsync(fixture, players, atOnce, run.Seed, table, step));
            }
        }
        table.Print(run.Json);
        return failed == 0 ? 0 : 1;
    }

    private static async Task<int> JoinAsync(IFixture fixture, int players, int atOnce, int seed, Figures table, Action<double> step)
    {
        await using var game = fixture is ArenaFixture arena ? await OtherGame.StartAsync(arena, OtherPlayers, seed) : null;
        await using var stage = await fixture.OpenAsync(2, players);
        using var crowd = new Crowd(fixture.Address, stage.Code, players, seed, first: 1_000) { ServerClock = stage.Clock };
        var calm = game is null ? null : await game.QuestionAsync();
        var cpu = fixture.Cpu;
        var began = Stopwatch.GetTimestamp();
        var joined = await crowd.JoinAllAsync(atOnce, step);
        var seconds = Stopwatch.GetElapsedTime(began).TotalSeconds;
        table
            .Row("players, joins under way at once", $"{players}, {atOnce}")
            .Row("all joined after s", $"{seconds:F2}")
            .Row("failed", $"{crowd.Faults.Values.Sum()}")
            .Row("a join, p50 / p99 / max ms", $"{joined.At(50):F0} / {joined.At(99):F0} / {joined.Max:F0}")
            .Row("server CPU us a join", $"{(fixture.Cpu - cpu).TotalMicroseconds / players:F0}");
        if (game is not null)
        {
            var crowded = game.Since(began);
            table.Row("another game's answers: p99 ms before, during", $"{calm!.At(99):F1}, {(crowded.Count == 0 ? 0 : crowded.At(99)):F1}");
        }
        foreach (var (fault, count) in crowd.Faults)
            Console.WriteLine($"{count} x {fault}");
        return crowd.Faults.Values.Sum();
    }
}
