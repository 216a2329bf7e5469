using System.Globalization;
using Arena.Storage.Load.Databases;
using Spectre.Console;

namespace Arena.Storage.Load.Bench;

/// <summary>How many answers a second are durable, and how long a player waits for the acknowledgement. Prints two tables.</summary>
internal sealed class Benchmark(IReadOnlyList<BenchDatabase> databases, IReadOnlyList<int> playerCounts, string folder, int rounds)
{
    private static readonly (int Sessions, int PlayersEach, int Questions)[] Closed = [(1, 1, 200), (1, 100, 50), (100, 100, 10)];
    private static readonly (int Sessions, int PlayersEach)[] Open = [(100, 100), (1, 10_000)];
    private static readonly TimeSpan Within = TimeSpan.FromSeconds(2);

    public async Task RunAsync()
    {
        var closed = new Table().Title("Whole questions, as fast as they go").AddColumns(
            "database", "players", "sessions", "answers a round", "durable answers/s (min .. max)", "ack p50 ms", "p99 ms", "max ms",
            "a commit each, /s", "gain", "bare fsync/s");
        var open = new Table().Title("10,000 answers at random moments within 2 s").AddColumns(
            "database", "sessions", "ack p50 ms", "p99 ms (min .. max)", "max ms", "all acknowledged after the last arrival, ms");
        foreach (var column in closed.Columns.Concat(open.Columns).Skip(1))
            column.RightAligned();
        foreach (var database in databases)
        {
            foreach (var (sessions, players, questions) in Closed.Where(shape => playerCounts.Contains(shape.Sessions * shape.PlayersEach)))
                closed.AddRow(await ClosedRowAsync(database, sessions, players, questions));
            foreach (var (sessions, players) in Open.Where(shape => playerCounts.Contains(shape.Sessions * shape.PlayersEach)))
                open.AddRow(await OpenRowAsync(database, sessions, players));
        }
        AnsiConsole.Profile.Width = 220;
        AnsiConsole.MarkupLine(Text($"Medians of {rounds} rounds after one that does not count; waits are of the median round."));
        AnsiConsole.Write(closed);
        AnsiConsole.Write(open);
    }

    private async Task<string[]> ClosedRowAsync(BenchDatabase database, int sessions, int players, int questions)
    {
        var name = await database.NewAsync();
        var commits = new List<double>();
        var syncs = new List<double>();
        var runs = await RoundsAsync(async round =>
        {
            commits.Add(await database.WithJournalAsync(name, journal => OneCommitEach.RunAsync(journal, sessions, 1_000), oneCommitEach: true));
            syncs.Add(BareSync.Run(folder));
            return await database.WithJournalAsync(name, journal => ClosedLoop.RunAsync(journal, sessions, players, questions));
        });
        var sorted = runs.OrderBy(run => run.AnswersPerSecond).ToList();
        var median = sorted[sorted.Count / 2];
        return
        [
            database.Name, Text($"{sessions * players:N0}"), Text($"{sessions:N0}"), Text($"{sessions * players * questions:N0}"),
            Text($"{median.AnswersPerSecond:N0} ({sorted[0].AnswersPerSecond:N0} .. {sorted[^1].AnswersPerSecond:N0})"),
            Text($"{median.Wait.P50:N1}"), Text($"{median.Wait.P99:N1}"), Text($"{median.Wait.Max:N1}"),
            Text($"{Median(commits):N0}"), Text($"{median.AnswersPerSecond / Median(commits):N1} x"), Text($"{Median(syncs):N0}"),
        ];
    }

    private async Task<string[]> OpenRowAsync(BenchDatabase database, int sessions, int players)
    {
        var name = await database.NewAsync();
        var runs = await RoundsAsync(round => database.WithJournalAsync(name, journal => OpenLoop.RunAsync(journal, sessions, players, Within, seed: round)));
        var sorted = runs.OrderBy(run => run.Wait.P99).ToList();
        var median = sorted[sorted.Count / 2];
        return
        [
            database.Name, Text($"{sessions:N0}"), Text($"{median.Wait.P50:N1}"),
            Text($"{median.Wait.P99:N1} ({sorted[0].Wait.P99:N1} .. {sorted[^1].Wait.P99:N1})"), Text($"{median.Wait.Max:N1}"), Text($"{median.DrainedMs:N1}"),
        ];
    }

    private async Task<List<T>> RoundsAsync<T>(Func<int, Task<T>> run)
    {
        var results = new List<T>();
        for (var round = 0; round <= rounds; round++)
        {
            var result = await run(round);
            if (round > 0)
                results.Add(result);
        }
        return results;
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
