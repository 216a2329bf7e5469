using System.Diagnostics;
using Arena.Load.Crowds;

namespace Arena.Load.Attacks;

/// <summary>
/// A game is played on a server with its default limits: some questions undisturbed, some under attack by one client, for each attack on
/// a server of its own. The players' acknowledgements are compared within the same game.
/// </summary>
internal static class AttackScenario
{
    private const int Warming = 3;
    private const int SeatsOfOther = 2_000;

    /// <summary>An attack has worked for so long before the questions that count.</summary>
    private static readonly TimeSpan Onset = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(1);

    public static async Task<int> RunAsync(int players, int questions, string? only, RunOptions run)
    {
        MachineLimits.Require(players + SeatsOfOther);
        var figures = new List<AttackFigures>();
        foreach (var attack in Attacks.All.Where(attack => only is null || attack.Name.Contains(only, StringComparison.OrdinalIgnoreCase)))
        {
            figures.Add(await LoadProgress.ShowAsync(attack.Name, Warming + (2 * questions), step => PlayAsync(attack, players, questions, run, step)));
            if (!run.Json)
                Console.WriteLine($"{attack.Name}: {figures[^1].Answers}");
        }
        AttackTable.Print(figures, run.Json);
        return figures.Sum(attack => attack.Lost) == 0 ? 0 : 1;
    }

    private static async Task<AttackFigures> PlayAsync(Attack attack, int players, int questions, RunOptions run, Action<double> step)
    {
        await using var fixture = await ArenaFixture.StartLimitedAsync();
        await using var other = await fixture.LaunchAsync(1, new { maxPlayers = SeatsOfOther });
        await using var stage = await fixture.LaunchAsync(Warming + (2 * questions) + 1, new
        {
            getReadyMs = 500,
            streakBonus = false,
            questionCount = Warming + (2 * questions) + 1,
            maxPlayers = players,
        });
        using var crowd = new Crowd(fixture.Address, stage.Code, players, run.Seed) { ServerClock = stage.Clock };
        await crowd.JoinAllAsync(200);
        await AskAsync(fixture, stage, crowd, 0, Warming, step);
        var calm = await AskAsync(fixture, stage, crowd, Warming, questions, step);
        await using var attacker = await AttackerProcess.StartAsync(attack, new(fixture.Address, other.Code));
        await crowd.KeepAliveAsync(Onset);
        var (began, used) = (Stopwatch.GetTimestamp(), attacker.Cpu);
        var attacked = await AskAsync(fixture, stage, crowd, Warming + questions, questions, step);
        var attackerCores = (attacker.Cpu - used) / Stopwatch.GetElapsedTime(began);
        var answers = await attacker.StopAsync();
        return new(
            attack.Name, calm.Waits.At(99), attacked.Waits.At(99), calm.Cores, attacked.Cores, calm.PeakMiB, attacked.PeakMiB,
            attackerCores, calm.Waits.Infinite + attacked.Waits.Infinite, answers);
    }

    private static async Task<Played> AskAsync(ArenaFixture fixture, ArenaStage stage, Crowd crowd, int first, int questions, Action<double> step)
    {
        var waits = new List<double>();
        using var memory = new MemoryPeak(fixture.ProcessId!.Value);
        var (began, cpu) = (Stopwatch.GetTimestamp(), fixture.Cpu);
        for (var round = first; round < first + questions; round++)
        {
            await stage.AskAsync(crowd, round);
            await stage.FinishAsync(crowd, round);
            waits.AddRange(crowd.Questions[round].Waits);
            await crowd.KeepAliveAsync(Rest);
            step(1);
        }
        return new(new(waits), (fixture.Cpu - cpu) / Stopwatch.GetElapsedTime(began), memory.Bytes / 1_048_576.0);
    }

    private sealed record Played(Latencies Waits, double Cores, double PeakMiB);
}
