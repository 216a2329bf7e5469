using System.Globalization;
using Arena.Load.Crowds;
using Spectre.Console;

namespace Arena.Load.Clusters;

/// <summary>Games on a cluster of real processes behind HAProxy, and a fault in each run.</summary>
internal static class ClusterScenario
{
    public static async Task<int> RunAsync(
        ClusterFault fault, int silos, int gateways, ConsumerPlace consumers, bool relays, ClusterLoad load, PowerUpRuns powerUps, int warmUp, int runs,
        int seed, CancellationToken cancel)
    {
        await using var fixture = await ClusterFixture.StartAsync(silos, gateways, consumers, relays);
        var reports = new List<ClusterReport>();
        for (var run = 0; run < warmUp + runs && !cancel.IsCancellationRequested; run++)
        {
            var own = load with { HasPowerUps = powerUps == PowerUpRuns.On || (powerUps == PowerUpRuns.Both && run % 2 == 1) };
            var report = await new ClusterRun(fixture, run < warmUp ? ClusterFault.None : fault, own, seed + run).RunAsync();
            Print(report, load.Questions);
            if (run >= warmUp)
                reports.Add(report);
        }
        if (powerUps == PowerUpRuns.Both)
            Compare(reports);
        Print(reports, fault, silos, gateways, consumers, load);
        return reports.Count == runs && reports.TrueForAll(report => report.IsClean) ? 0 : 1;
    }

    private static void Print(ClusterReport report, int questions)
    {
        Say($"seed {report.Seed}: {report.Acknowledged} acknowledged, lost {report.Lost}, double {report.Doubled}, unequal {report.Unequal}, refused {report.Refused}, stale writes {report.StaleWrites}, unfinished {report.Unfinished}; acknowledgement p99 {Percentile(report.Acknowledgements, 0.99):F0}, max {Most(report.Acknowledgements):F0} ms; CPU an answer {report.CpuPerAnswerMs:F2} ms; {report.Moves.Length} sessions moved, max {Most(report.Moves):F0} ms; {report.Returns.Length} players came back, p99 {Percentile(report.Returns, 0.99):F0} ms; {report.Took.TotalSeconds:F0} s{(report.IsClean ? "" : ", NOT CLEAN")}");
        if (report.HasPowerUps)
            Say($"  power-ups: {report.PowerUpsEarned} earned, {report.PowerUpsUsed} used, {report.PowerUpsAcknowledged} acknowledged, lost {report.PowerUpsLost}, double {report.PowerUpsDoubled}");
        foreach (var note in report.Notes)
            Console.WriteLine("  " + note);
        foreach (var refusal in report.Games.SelectMany(game => game.Refusals).Take(20))
            Console.WriteLine("  " + refusal);
        var unasked = report.Games.SelectMany(game => game.Unasked(questions)).ToArray();
        if (unasked.Length > 0)
            Say($"  {unasked.Length} x a player was not asked a question");
        foreach (var line in unasked.Take(5))
            Console.WriteLine("  " + line);
        foreach (var refusals in report.Games.SelectMany(game => game.Ledger.Answers.Values).Where(answer => answer.Refusal is not null).CountBy(answer => answer.Refusal!))
            Say($"  {refusals.Value} x refused: {refusals.Key}");
        foreach (var (what, count) in report.Games.SelectMany(game => game.Ledger.Faults).GroupBy(seen => seen.Key, (what, seen) => (what, seen.Sum(each => each.Value))))
            Say($"  {count} x {what}");
    }

    /// <summary>The same load with power-ups and without, in turns, so that both see the same machine.</summary>
    private static void Compare(List<ClusterReport> reports)
    {
        foreach (var some in reports.GroupBy(report => report.HasPowerUps))
        {
            var waits = some.SelectMany(report => report.Acknowledgements).ToArray();
            var cpu = some.Sum(report => report.Cpu.TotalMilliseconds) / Math.Max(1, some.Sum(report => report.Acknowledged));
            Say($"power-ups {(some.Key ? "on" : "off")}: {some.Sum(report => report.Acknowledged)} answers, acknowledgement p50 {Percentile(waits, 0.5):F1}, p99 {Percentile(waits, 0.99):F1} ms, CPU an answer {cpu:F3} ms");
        }
    }

    private static void Print(List<ClusterReport> reports, ClusterFault fault, int silos, int gateways, ConsumerPlace consumers, ClusterLoad load)
    {
        var moves = reports.SelectMany(report => report.Moves).Order().ToArray();
        var returns = reports.SelectMany(report => report.Returns).Order().ToArray();
        var waits = reports.SelectMany(report => report.Acknowledgements).Order().ToArray();
        var played = reports.Sum(report => report.Played.TotalSeconds);
        var table = new Table().AddColumn($"{fault}, {silos} silos, {gateways} gateways").AddColumn(new TableColumn("value").RightAligned());
        Row("runs x sessions x players x questions", $"{reports.Count} x {load.Sessions} x {load.Players} x {load.Questions}");
        Row("answers acknowledged", $"{reports.Sum(report => report.Acknowledged)}");
        Row("  of them lost", $"{reports.Sum(report => report.Lost)}");
        Row("  there twice", $"{reports.Sum(report => report.Doubled)}");
        Row("scores unequal to the sum of answers, or differences by verify", $"{reports.Sum(report => report.Unequal)}");
        if (reports.Exists(report => report.HasPowerUps))
        {
            Row("power-ups earned / used / acknowledged", $"{reports.Sum(report => report.PowerUpsEarned)} / {reports.Sum(report => report.PowerUpsUsed)} / {reports.Sum(report => report.PowerUpsAcknowledged)}");
            Row("  of them lost / there twice", $"{reports.Sum(report => report.PowerUpsLost)} / {reports.Sum(report => report.PowerUpsDoubled)}");
        }
        Row("answers refused", $"{reports.Sum(report => report.Refused)}");
        Row("writes of a superseded owner", $"{reports.LastOrDefault()?.StaleWrites ?? 0}");
        Row("stale frames shown, or other faults seen", $"{reports.Sum(report => report.Faults)}");
        Row("sessions dropped", $"{reports.Sum(report => report.Unfinished)}");
        Row("sessions that moved", $"{moves.Length}");
        Row("  fault to the next state, p50 / p90 / p99 / max ms", $"{Percentile(moves, 0.5):F0} / {Percentile(moves, 0.9):F0} / {Percentile(moves, 0.99):F0} / {Most(moves):F0}");
        Row("players who lost their connection", $"{returns.Length}");
        Row("  seat again, p50 / p99 / max ms", $"{Percentile(returns, 0.5):F0} / {Percentile(returns, 0.99):F0} / {Most(returns):F0}");
        Row("  within 5 s", $"{(returns.Length == 0 ? 100 : 100.0 * returns.Count(wait => wait <= 5_000) / returns.Length):F1} %");
        Row("acknowledgement p50 / p99 ms", $"{Percentile(waits, 0.5):F1} / {Percentile(waits, 0.99):F1}");
        Row("answers a second while playing", $"{reports.Sum(report => report.Acknowledged) / played:F0}");
        // A process that was replaced takes its processor time along.
        if (fault is ClusterFault.None or ClusterFault.Postgres)
        {
            Row("CPU of silos and gateways a second", $"{reports.Sum(report => report.Cpu.TotalSeconds) / played:F2}");
            Row("  and an answer, ms", $"{reports.Sum(report => report.Cpu.TotalMilliseconds) / Math.Max(1, reports.Sum(report => report.Acknowledged)):F2}");
        }
        Row("consumers", $"{consumers}");
        if (consumers != ConsumerPlace.Off)
            Row("  games whose summary equals the raw rows, or not", $"{reports.Sum(report => report.Consumed.Summaries)} / {reports.Sum(report => report.Consumed.Wrong)}");
        if (consumers != ConsumerPlace.Off)
            Row("  from the last game to its summary, max ms", $"{reports.Select(report => report.Consumed.Caught.TotalMilliseconds).DefaultIfEmpty().Max():F0}");
        if (consumers == ConsumerPlace.Apart)
        {
            var ages = new Latencies(reports.SelectMany(report => report.Consumed.Ages));
            Row("  events, age p50 / p99 / max ms", $"{ages.Count}, {ages.At(50):F0} / {ages.At(99):F0} / {ages.Max:F0}");
            Row("  events that came again", $"{reports.LastOrDefault()?.Consumed.Repeated ?? 0}");
        }
        if (reports.LastOrDefault()?.Consumed is { Relayed: { } relayed } last)
        {
            Row("events in the log / in NATS, that was killed in each run", $"{last.Events} / {relayed.Events}");
            Row("  that are there again / out of order", $"{relayed.Repeated} / {relayed.Disordered}");
        }
        Row("sessions a silo, last run", $"{string.Join(" / ", reports.LastOrDefault()?.SessionsPerSilo ?? [])}");
        AnsiConsole.Write(table);

        void Row(string figure, FormattableString value) => table.AddRow(figure, value.ToString(CultureInfo.InvariantCulture));
    }

    private static void Say(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));

    private static double Percentile(double[] values, double share)
    {
        var sorted = values.Order().ToArray();
        return sorted.Length == 0 ? 0 : sorted[(int)((sorted.Length - 1) * share)];
    }

    private static double Most(double[] values) => values.Length == 0 ? 0 : values.Max();
}
