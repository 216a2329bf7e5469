using System.Globalization;
using Arena.TestKit.Processes;
using Spectre.Console;

namespace Arena.Load.Campaigns;

/// <summary>PostgreSQL stops during a game: the game is suspended, no acknowledged answer is lost, and the game resumes.</summary>
internal static class OutageScenario
{
    public static async Task<int> RunAsync(int players, int questions, int seconds, int seed)
    {
        await using var server = new PostgresServer { Durable = true };
        await using var database = await CampaignDatabase.NewAsync(server);
        var report = await OutageRun.RunAsync(server, database, players, questions, seed, TimeSpan.FromSeconds(seconds));
        Print(report, players, questions, seconds);
        return report.IsClean ? 0 : 1;
    }

    private static void Print(OutageReport report, int players, int questions, int seconds)
    {
        const double Mega = 1_048_576;
        var table = new Table().AddColumn("PostgreSQL gone").AddColumn(new TableColumn("value").RightAligned());
        Row("seconds x players x questions", $"{seconds} x {players} x {questions}");
        Row("answers acknowledged", $"{report.Acknowledged} of {report.Given}");
        Row("  while it was gone", $"{report.AcknowledgedMeanwhile}");
        Row("  lost / there twice", $"{report.Audit.Lost} / {report.Audit.Doubled}");
        Row("scores unequal to the sum of answers", $"{report.Audit.Unequal}");
        Row("differences found by arena db verify", $"{report.Audit.Differences.Count}");
        Row("told to hold on / still at the end", $"{report.Suspended} / {report.SuspendedAtTheEnd} players");
        Row("  from the stop to the last of them, ms", $"{Ms(report.ToSuspension)}");
        Row("answers waiting at most / at the end", $"{report.Waiting} / {report.Backlog}");
        Row("ready to the first of them acknowledged, ms", $"{Ms(report.ToFirst)}");
        Row("ready to all told that the game goes on, ms", $"{Ms(report.ToGo)}");
        Row("ready to the last of them acknowledged, ms", $"{Ms(report.ToLast)}");
        Row("memory before / peak / after, MiB", $"{report.Before / Mega:F0} / {report.Peak / Mega:F0} / {report.After / Mega:F0}");
        Row("lines logged meanwhile", $"{report.LogLines}");
        Row("game finished", $"{(report.Audit.Finished ? "yes" : "no")}");
        AnsiConsole.Write(table);
        foreach (var (fault, count) in report.Faults)
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{count} x {fault}"));
        foreach (var difference in report.Audit.Differences)
            Console.WriteLine(difference);

        void Row(string figure, FormattableString value) => table.AddRow(figure, value.ToString(CultureInfo.InvariantCulture));
    }

    private static string Ms(TimeSpan? span) => span is { } known ? known.TotalMilliseconds.ToString("F0", CultureInfo.InvariantCulture) : "never";
}
