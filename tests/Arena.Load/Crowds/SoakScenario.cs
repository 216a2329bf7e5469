using System.Diagnostics;

namespace Arena.Load.Crowds;

/// <summary>Games one after the other for a long time: does the server need more and more?</summary>
internal static class SoakScenario
{
    private const int WithinMs = 3_000;
    private const int Questions = 5;
    private const double Tolerated = 1.15;

    /// <summary>Of a few dozen: pools breathe.</summary>
    private const int FewTolerated = 10;
    private const string Timers = "dotnet.timer.count";

    public static async Task<int> RunAsync(int minutes, int sessions, int players, RunOptions run)
    {
        MachineLimits.Require(sessions * (players + 1));
        await using var metrics = await MetricsReceiver.StartAsync();
        await using var fixture = await ArenaFixture.StartAsync(settings: metrics.Settings);
        var samples = await LoadProgress.ShowAsync("minutes", minutes, step => PlayAsync(fixture, metrics, minutes, sessions, players, run.Seed, step));

        var table = new Figures();
        foreach (var part in (double[])[0, 0.25, 0.5, 0.75, 1])
        {
            var sample = samples[(int)(part * (samples.Count - 1))];
            table.Column($"{sample.Minutes:F0} min")
                .Row("resident MiB", $"{sample.Size.ResidentBytes / 1_048_576.0:F0}")
                .Row("open files", $"{sample.Size.OpenFiles}")
                .Row("threads", $"{sample.Size.Threads}")
                .Row("timers", $"{sample.Size.Timers}");
        }
        table.Row("games, answers", $"{samples.Count * sessions}, {samples.Sum(sample => sample.Played.Waits.Count)}")
            .Row("rounds with losses or refusals", $"{samples.Count(sample => !sample.Played.IsWhole)}");
        var grown = Grown(samples);
        table.Row("grown in the second half", $"{(grown.Count == 0 ? "nothing" : string.Join(", ", grown))}");
        table.Print(run.Json);
        return grown.Count == 0 && samples.TrueForAll(sample => sample.Played.IsWhole) ? 0 : 1;
    }

    private static async Task<List<Sample>> PlayAsync(
        ArenaFixture fixture, MetricsReceiver metrics, int minutes, int sessions, int players, int seed, Action<double> step)
    {
        var samples = new List<Sample>();
        var began = Stopwatch.GetTimestamp();
        var told = 0.0;
        while (told < minutes)
        {
            var played = await SessionsScenario.PlayAsync(fixture, sessions, players, Questions, WithinMs, seed + samples.Count);
            var size = ServerSize.Of(fixture.ProcessId!.Value, (int)await metrics.NextAsync(Timers));
            var now = Stopwatch.GetElapsedTime(began).TotalMinutes;
            samples.Add(new(now, size, played));
            step(now - told);
            told = now;
        }
        return samples;
    }

    /// <summary>What a process needs is reached after a while: the second half must not need more than the first.</summary>
    private static List<string> Grown(List<Sample> samples)
    {
        var half = samples.Count / 2;
        return [.. ServerSize.Parts
            .Where(part => samples.Skip(half).Max(sample => part.Of(sample.Size))
                > FewTolerated + (samples.Take(half + 1).Max(sample => part.Of(sample.Size)) * Tolerated))
            .Select(part => part.Name)];
    }

    private sealed record Sample(double Minutes, ServerSize Size, GamesPlayed Played);

    /// <summary>What the kernel says of a process, and what it says of itself.</summary>
    private sealed record ServerSize(long ResidentBytes, int OpenFiles, int Threads, int Timers)
    {
        public static IReadOnlyList<(string Name, Func<ServerSize, double> Of)> Parts { get; } =
        [
            ("memory", size => size.ResidentBytes), ("files", size => size.OpenFiles), ("threads", size => size.Threads), ("timers", size => size.Timers),
        ];

        public static ServerSize Of(int processId, int timers)
        {
            using var process = Process.GetProcessById(processId);
            return new(process.WorkingSet64, Directory.GetFiles($"/proc/{processId}/fd").Length, process.Threads.Count, timers);
        }
    }
}
