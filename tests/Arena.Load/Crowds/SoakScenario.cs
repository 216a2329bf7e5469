using System.Diagnostics;

namespace Arena.Load.Crowds;

/// <summary>Games one after the other for a long time: does the server need more and more?</summary>
internal static class SoakScenario
{
    private const int WithinMs = 3_000;
    private const int Questions = 5;
    private const double Tolerated = 1.15;

    public static async Task<int> RunAsync(int minutes, int sessions, int players, bool json, int seed)
    {
        MachineLimits.Require(sessions * (players + 1));
        await using var house = await ArenaHouse.StartAsync();
        var samples = new List<(double Minutes, ServerSize Size, GamesPlayed Played)>();
        var began = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(began).TotalMinutes < minutes)
        {
            var played = await SessionsScenario.PlayAsync(house, sessions, players, Questions, WithinMs, seed + samples.Count);
            samples.Add((Stopwatch.GetElapsedTime(began).TotalMinutes, ServerSize.Of(house.ProcessId), played));
        }

        var table = new Figures();
        foreach (var part in (double[])[0, 0.25, 0.5, 0.75, 1])
        {
            var (at, size, _) = samples[(int)(part * (samples.Count - 1))];
            table.Column($"{at:F0} min")
                .Row("resident MiB", $"{size.ResidentBytes / 1_048_576.0:F0}")
                .Row("open files", $"{size.OpenFiles}")
                .Row("threads", $"{size.Threads}");
        }
        table.Row("games, answers", $"{samples.Count * sessions}, {samples.Sum(sample => sample.Played.Waits.Count)}")
            .Row("rounds with losses or refusals", $"{samples.Count(sample => !sample.Played.IsWhole)}");
        table.Print(json);

        // What a process needs is reached after a while: the second half must not need more than the first.
        var first = samples.Take((samples.Count / 2) + 1).Max(sample => sample.Size.ResidentBytes);
        var second = samples.Skip(samples.Count / 2).Max(sample => sample.Size.ResidentBytes);
        return second <= first * Tolerated && samples.TrueForAll(sample => sample.Played.IsWhole) ? 0 : 1;
    }

    /// <summary>What the kernel says of a process.</summary>
    private sealed record ServerSize(long ResidentBytes, int OpenFiles, int Threads)
    {
        public static ServerSize Of(int processId)
        {
            using var process = Process.GetProcessById(processId);
            return new(process.WorkingSet64, Directory.GetFiles($"/proc/{processId}/fd").Length, process.Threads.Count);
        }
    }
}
