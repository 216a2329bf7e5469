using System.Diagnostics;

namespace Arena.Load.Crowds;

/// <summary>Many games at once, each at its own time.</summary>
internal static class SessionsScenario
{
    private const int StaggerMs = 5_000;

    public static async Task<int> RunAsync(int sessions, int players, int questions, int withinMs, RunOptions run)
    {
        MachineLimits.Require(sessions * (players + 1));
        await using var fixture = await ArenaFixture.StartAsync(run.Server);
        var played = await LoadProgress.ShowAsync(
            $"{sessions} games", 2 * sessions, step => PlayAsync(fixture, sessions, players, questions, withinMs, run.Seed, step));
        var table = new Figures().Column("Arena")
            .Row("sessions x players x questions", $"{sessions} x {players} x {questions}")
            .Row("seated in s", $"{played.SeatedSeconds:F1}")
            .Row("played in s, answers a second", $"{played.Seconds:F1}, {played.Waits.Count / played.Seconds:F0}")
            .Row("acknowledged, p50 / p99 / max ms", $"{played.Waits.At(50):F1} / {played.Waits.At(99):F1} / {played.Waits.Max:F1}")
            .Row("server CPU us a player and question", $"{played.Cpu.TotalMicroseconds / played.Waits.Count:F0}")
            .Row("generator: late max ms, cores", $"{played.Late.Max:F1}, {played.Own.TotalSeconds / played.Seconds:F2}");
        foreach (var (fault, count) in played.Faults)
            table.Row(fault, $"{count}");
        table.Print(run.Json);
        return played.IsWhole ? 0 : 1;
    }

    /// <summary>Opens the games, plays each to its end, and leaves.</summary>
    public static async Task<GamesPlayed> PlayAsync(ArenaFixture fixture, int sessions, int players, int questions, int withinMs, int seed, Action<double>? step = null)
    {
        var random = new Random(seed);
        var games = new (ArenaStage Stage, Crowd Crowd)[sessions];
        var began = Stopwatch.GetTimestamp();
        await Parallel.ForAsync(0, sessions, new ParallelOptions { MaxDegreeOfParallelism = 16 }, async (number, _) =>
        {
            var stage = await fixture.OpenRunningAsync(questions, players);
            var crowd = new Crowd(fixture.Address, stage.Code, players, seed + number, number * players) { ServerClock = stage.Clock, LatestMs = withinMs };
            await crowd.JoinAllAsync(players);
            games[number] = (stage, crowd);
            step?.Invoke(1);
        });
        var seated = Stopwatch.GetElapsedTime(began).TotalSeconds;
        var (cpu, own, wall) = (fixture.Cpu, Environment.CpuUsage.TotalTime, Stopwatch.GetTimestamp());
        await Task.WhenAll(games.Select(async game =>
        {
            await Task.Delay(random.Next(StaggerMs));
            await game.Stage.AskAsync(game.Crowd, 0);
            await game.Crowd.SeenAsync("podium", -1, players);
            step?.Invoke(1);
        }));
        var seconds = Stopwatch.GetElapsedTime(wall).TotalSeconds;
        (cpu, own) = (fixture.Cpu - cpu, Environment.CpuUsage.TotalTime - own);
        var waits = new Latencies(games.SelectMany(game => game.Crowd.Questions).SelectMany(question => question.Due.Zip(
            question.Acknowledged,
            (due, acknowledged) => acknowledged == 0 ? double.PositiveInfinity : Timeline.Milliseconds(due, acknowledged))));
        var late = new Latencies((await Task.WhenAll(games.SelectMany(game => game.Crowd.Late))).Select(question => question.Max));
        var faults = games.SelectMany(game => game.Crowd.Faults).GroupBy(fault => fault.Key).ToDictionary(fault => fault.Key, fault => fault.Sum(each => each.Value));
        foreach (var (stage, crowd) in games)
        {
            crowd.Dispose();
            await stage.DisposeAsync();
        }
        return new(sessions * players * questions, seated, seconds, waits, late, cpu, own, faults);
    }
}

/// <summary>Many games that have been played.</summary>
/// <param name="Answers">That there should be.</param>
/// <param name="SeatedSeconds">Until everyone had a seat.</param>
/// <param name="Seconds">From then to the last podium.</param>
/// <param name="Waits">From the intended moment of each answer to its acknowledgement, in milliseconds.</param>
/// <param name="Late">How late the generator was.</param>
/// <param name="Cpu">Of the server.</param>
/// <param name="Own">Of the generator.</param>
/// <param name="Faults">Refusals and losses, counted.</param>
internal sealed record GamesPlayed(
    int Answers, double SeatedSeconds, double Seconds, Latencies Waits, Latencies Late, TimeSpan Cpu, TimeSpan Own, Dictionary<string, int> Faults)
{
    public bool IsWhole => Faults.Count == 0 && Waits.Count == Answers && !double.IsInfinity(Waits.Max);
}
