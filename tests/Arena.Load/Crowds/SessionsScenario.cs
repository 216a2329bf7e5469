using System.Diagnostics;

namespace Arena.Load.Crowds;

/// <summary>Many games at once, each at its own time.</summary>
internal static class SessionsScenario
{
    private const int StaggerMs = 5_000;

    public static async Task<int> RunAsync(int sessions, int players, int questions, int withinMs, bool json, int seed)
    {
        MachineLimits.Require(sessions * (players + 1));
        var random = new Random(seed);
        await using var house = await ArenaHouse.StartAsync();
        var games = new (ArenaStage Stage, Crowd Crowd)[sessions];
        var began = Stopwatch.GetTimestamp();
        await Parallel.ForAsync(0, sessions, new ParallelOptions { MaxDegreeOfParallelism = 16 }, async (number, _) =>
        {
            var stage = await house.OpenRunningAsync(questions, players);
            var crowd = new Crowd(house.Address, stage.Code, players, seed + number, number * players) { ServerClock = stage.Clock, LatestMs = withinMs };
            await crowd.JoinAllAsync(players);
            games[number] = (stage, crowd);
        });
        var seated = Stopwatch.GetElapsedTime(began).TotalSeconds;
        var (cpu, own, wall) = (house.Cpu, Environment.CpuUsage.TotalTime, Stopwatch.GetTimestamp());
        await Task.WhenAll(games.Select(async game =>
        {
            await Task.Delay(random.Next(StaggerMs));
            await game.Stage.AskAsync(game.Crowd, 0);
            await game.Crowd.SeenAsync("podium", -1, players);
        }));
        var played = Stopwatch.GetElapsedTime(wall).TotalSeconds;
        (cpu, own) = (house.Cpu - cpu, Environment.CpuUsage.TotalTime - own);
        var waits = new Latencies(games.SelectMany(game => game.Crowd.Questions).SelectMany(question => question.Due.Zip(
            question.Acknowledged,
            (due, acknowledged) => acknowledged == 0 ? double.PositiveInfinity : Timeline.Milliseconds(due, acknowledged))));
        var late = new Latencies((await Task.WhenAll(games.SelectMany(game => game.Crowd.Late))).Select(question => question.Max));
        var faults = games.SelectMany(game => game.Crowd.Faults).GroupBy(fault => fault.Key).ToDictionary(fault => fault.Key, fault => fault.Sum(each => each.Value));
        var table = new Figures().Column("Arena")
            .Row("sessions x players x questions", $"{sessions} x {players} x {questions}")
            .Row("seated in s", $"{seated:F1}")
            .Row("played in s, answers a second", $"{played:F1}, {waits.Count / played:F0}")
            .Row("acknowledged, p50 / p99 / max ms", $"{waits.At(50):F1} / {waits.At(99):F1} / {waits.Max:F1}")
            .Row("server CPU us a player and question", $"{cpu.TotalMicroseconds / waits.Count:F0}")
            .Row("generator: late max ms, cores", $"{late.Max:F1}, {own.TotalSeconds / played:F2}");
        foreach (var (fault, count) in faults)
            table.Row(fault, $"{count}");
        table.Print(json);
        foreach (var (stage, crowd) in games)
        {
            crowd.Dispose();
            await stage.DisposeAsync();
        }
        return faults.Count == 0 && waits.Count == sessions * players * questions && !double.IsInfinity(waits.Max) ? 0 : 1;
    }
}
