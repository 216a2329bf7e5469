using System.Globalization;
using Arena.TestKit.Processes;
using Spectre.Console;

namespace Arena.Load.Campaigns;

/// <summary>
/// <c>kill -9</c> at seeded random moments of a game with real connections: acknowledged answers are there, once, and the game continues.
/// </summary>
internal static class KillScenario
{
    public static async Task<int> RunAsync(bool postgres, int players, int questions, int runs, int seed, CancellationToken cancel)
    {
        await using var server = postgres ? new PostgresServer { Durable = true } : null;
        var reports = new List<KillReport>();
        for (var run = 0; run < runs && !cancel.IsCancellationRequested; run++)
        {
            await using var database = await CampaignDatabase.NewAsync(server);
            var report = await KillRun.RunAsync(database, seed + run, players, questions);
            reports.Add(report);
            Print(report);
        }
        Print(reports, postgres ? "PostgreSQL" : "SQLite", players, questions);
        return reports.Count == runs && reports.TrueForAll(report => report.IsClean) ? 0 : 1;
    }

    private static void Print(KillReport report)
    {
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"seed {report.Seed}: killed at {report.When}; {report.Acknowledged} of {report.Given} answers acknowledged, back after {Ms(report.Back)} ms, {report.Took.TotalSeconds:F1} s{(report.IsClean ? "" : ", NOT CLEAN")}"));
        foreach (var (fault, count) in report.Faults)
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {count} x {fault}"));
        foreach (var difference in report.Audit.Differences)
            Console.WriteLine("  " + difference);
    }

    private static void Print(List<KillReport> reports, string database, int players, int questions)
    {
        var back = reports.Where(report => report.Back is not null).Select(report => report.Back!.Value.TotalMilliseconds).Order().ToArray();
        var took = reports.Select(report => report.Took.TotalSeconds).Order().ToArray();
        var table = new Table().AddColumn($"kill -9, {database}").AddColumn(new TableColumn("value").RightAligned());
        Row("runs x players x questions", $"{reports.Count} x {players} x {questions}");
        Row("answers given", $"{reports.Sum(report => report.Given)}");
        Row("answers acknowledged", $"{reports.Sum(report => report.Acknowledged)}");
        Row("  of them lost", $"{reports.Sum(report => report.Audit.Lost)}");
        Row("  there twice", $"{reports.Sum(report => report.Audit.Doubled)}");
        Row("scores unequal to the sum of answers", $"{reports.Sum(report => report.Audit.Unequal)}");
        Row("differences found by arena db verify", $"{reports.Sum(report => report.Audit.Differences.Count)}");
        Row("acknowledged operations repeated after the kill", $"{reports.Sum(report => report.Repeated)}");
        Row("  answered otherwise, or other faults seen", $"{reports.Sum(report => report.Faults.Values.Sum())}");
        Row("games finished", $"{reports.Count(report => report.Audit.Finished)} of {reports.Count}");
        Row("kill to the first player back, p50 / max ms", $"{Middle(back):F0} / {back.LastOrDefault():F0}");
        Row("seconds a run, p50 / max", $"{Middle(took):F1} / {took.LastOrDefault():F1}");
        AnsiConsole.Write(table);

        void Row(string figure, FormattableString value) => table.AddRow(figure, value.ToString(CultureInfo.InvariantCulture));
    }

    private static string Ms(TimeSpan? span) => span is { } known ? known.TotalMilliseconds.ToString("F0", CultureInfo.InvariantCulture) : "-";

    private static double Middle(double[] sorted) => sorted.Length == 0 ? 0 : sorted[sorted.Length / 2];
}
