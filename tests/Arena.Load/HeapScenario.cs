using System.Diagnostics;
using System.Globalization;
using Arena.TestKit.Clients;
using Spectre.Console;

namespace Arena.Load;

/// <summary>Many small games at once. What they leave behind is measured on the heap, after everything idle has been collected.</summary>
internal static class HeapScenario
{
    private const int Launchers = 16;
    private const double Tolerance = 1.10;
    private static readonly TimeSpan Collected = TimeSpan.FromSeconds(15);

    public static async Task<int> RunAsync(int sessions, int players, int questions, CancellationToken cancel)
    {
        await using var arena = new ArenaInside();
        var server = arena.Address;
        var api = await new ArenaApi(new HttpClient { BaseAddress = server }).SignInAsync();
        var quiz = await api.CreateQuizAsync(questions);

        AnsiConsole.WriteLine("Warming up with as many, so that pools of buffers and threads have their size");
        var warm = await PlayAsync(server, api, quiz, sessions, players, cancel);
        var before = await SettleAsync(cancel);
        AnsiConsole.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Playing {sessions} sessions of {players} players"));
        var started = Stopwatch.GetTimestamp();
        var cpu = Process.GetCurrentProcess().TotalProcessorTime;
        var tally = await PlayAsync(server, api, quiz, sessions, players, cancel);
        var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        var cpuSeconds = (Process.GetCurrentProcess().TotalProcessorTime - cpu).TotalSeconds;
        var peak = GC.GetTotalMemory(forceFullCollection: false);
        var after = await SettleAsync(cancel);

        Print(sessions, players, questions, tally, seconds, cpuSeconds, before, peak, after);
        foreach (var (failure, count) in tally.Failures.Concat(warm.Failures))
            AnsiConsole.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{count} x {failure}"));
        return tally.Failures.Count + warm.Failures.Count == 0 && tally.Answers == sessions * players * questions && after <= before * Tolerance ? 0 : 1;
    }

    private static async Task<Counters> PlayAsync(Uri server, ArenaApi api, Guid quiz, int sessions, int players, CancellationToken cancel)
    {
        var tally = new Counters();
        var settings = new { autoAdvance = true, getReadyMs = 500, revealMs = 500, standingsMs = 500, questionCount = 200 };
        var launches = new Launch[sessions];
        await Parallel.ForAsync(0, sessions, new ParallelOptions { MaxDegreeOfParallelism = Launchers, CancellationToken = cancel },
            async (index, _) => launches[index] = await api.LaunchAsync(quiz, settings));
        await Task.WhenAll(launches.Select((launch, index) => new ScriptedGame(server, launch, players, index * players, tally).PlayAsync()));
        return tally;
    }

    /// <summary>The heap once idle activations are gone.</summary>
    private static async Task<long> SettleAsync(CancellationToken cancel)
    {
        await Task.Delay(Collected, cancel);
        for (var round = 0; round < 3; round++)
        {
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
            GC.WaitForPendingFinalizers();
        }
        return GC.GetTotalMemory(forceFullCollection: true);
    }

    private static void Print(
        int sessions, int players, int questions, Counters tally, double seconds, double cpuSeconds, long before, long peak, long after)
    {
        const double Mega = 1_048_576;
        var table = new Table().AddColumn("figure").AddColumn(new TableColumn("value").RightAligned());
        Row("sessions x players x questions", $"{sessions} x {players} x {questions}");
        Row("joins", $"{tally.Joins} of {sessions * players}");
        Row("answers acknowledged", $"{tally.Answers} of {sessions * players * questions}");
        Row("failures", $"{tally.Failures.Values.Sum()}");
        Row("lowest score of a player who was always right", $"{tally.LowestScore}");
        Row("acknowledgement p50 / p99 / max ms", $"{tally.AnswerMs(50):F1} / {tally.AnswerMs(99):F1} / {tally.AnswerMs(100):F1}");
        Row("wall s / CPU s, clients included", $"{seconds:F1} / {cpuSeconds:F1}");
        Row("heap before / at the end / after, MiB", $"{before / Mega:F1} / {peak / Mega:F1} / {after / Mega:F1}");
        Row("after / before", $"{after / (double)before:F3}");
        AnsiConsole.Write(table);

        void Row(string figure, FormattableString value) => table.AddRow(figure, value.ToString(CultureInfo.InvariantCulture));
    }
}
