using System.Diagnostics;
using Arena.Load.Crowds;

namespace Arena.Load.Attacks;

/// <summary>
/// A game is played on a server with its default limits: some questions undisturbed, some under attack by one client, once per attack. The
/// players' acknowledgements are compared within the same game.
/// </summary>
internal static class AttackScenario
{
    private const int Warming = 3;
    private const int SeatsOfOther = 2_000;

    /// <summary>An attack has begun to work before the questions that count.</summary>
    private static readonly TimeSpan Onset = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(1);

    public static async Task<int> RunAsync(int players, int questions, string? only, RunOptions run)
    {
        MachineLimits.Require(players + SeatsOfOther);
        var table = new Figures();
        var failed = 0;
        foreach (var attack in Attacks.All.Where(attack => only is null || attack.Name.Contains(only, StringComparison.OrdinalIgnoreCase)))
            failed += await LoadProgress.ShowAsync(attack.Name, Warming + (2 * questions), step => PlayAsync(attack, players, questions, run, table, step));
        table.Print(run.Json);
        return failed == 0 ? 0 : 1;
    }

    private static async Task<int> PlayAsync(Attack attack, int players, int questions, RunOptions run, Figures table, Action<double> step)
    {
        await using var house = await ArenaHouse.StartLimitedAsync();
        await using var other = await house.LaunchAsync(1, new { maxPlayers = SeatsOfOther });
        await using var stage = await house.LaunchAsync(Warming + (2 * questions) + 1, new
        {
            getReadyMs = 500, streakBonus = false, questionCount = Warming + (2 * questions) + 1, maxPlayers = players,
        });
        using var crowd = new Crowd(house.Address, stage.Code, players, run.Seed) { ServerClock = stage.Clock };
        await crowd.JoinAllAsync(200);
        var calm = await AskAsync(house, stage, crowd, Warming, questions, step);
        using var stop = new CancellationTokenSource();
        var attacking = attack.RunAsync(new(house.Address, other.Code), stop.Token);
        await Task.WhenAny(attacking, Task.Delay(Onset));
        var attacked = await AskAsync(house, stage, crowd, 0, questions, step, from: Warming + questions);
        await stop.CancelAsync();
        var tally = await attacking;
        var (calmMs, attackedMs) = (calm.Waits.At(99), attacked.Waits.At(99));
        table.Column(attack.Name)
            .Row("acknowledged, p50 ms: in peace / attacked", $"{calm.Waits.At(50):F1} / {attacked.Waits.At(50):F1}")
            .Row("acknowledged, p99 ms: in peace / attacked", $"{calmMs:F1} / {attackedMs:F1}")
            .Row("... times", $"{attackedMs / calmMs:F2}")
            .Row("never acknowledged", $"{attacked.Waits.Infinite}")
            .Row("server's cores: in peace / attacked", $"{calm.Cores:F2} / {attacked.Cores:F2}")
            .Row("resident MiB: in peace / attacked", $"{calm.ResidentMiB:F0} / {attacked.ResidentMiB:F0}")
            .Row("answers to the attacker", $"{tally.Count}");
        Console.WriteLine($"{attack.Name}: {tally}");
        return calm.Waits.Infinite + attacked.Waits.Infinite;
    }

    private static async Task<Played> AskAsync(
        ArenaHouse house, ArenaStage stage, Crowd crowd, int warming, int questions, Action<double> step, int from = 0)
    {
        var waits = new List<double>();
        var (began, cpu, peak) = (Stopwatch.GetTimestamp(), house.Cpu, 0L);
        for (var round = from; round < from + warming + questions; round++)
        {
            if (round == from + warming)
                (began, cpu) = (Stopwatch.GetTimestamp(), house.Cpu);
            await stage.AskAsync(crowd, round);
            await stage.FinishAsync(crowd, round);
            if (round >= from + warming)
                waits.AddRange(crowd.Questions[round].Waits);
            peak = Math.Max(peak, house.ResidentBytes);
            await crowd.KeepAliveAsync(Rest);
            step(1);
        }
        return new(new(waits), (house.Cpu - cpu) / Stopwatch.GetElapsedTime(began), peak / 1_048_576.0);
    }

    private sealed record Played(Latencies Waits, double Cores, double ResidentMiB);
}
