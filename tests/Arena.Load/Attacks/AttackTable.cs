using System.Globalization;
using System.Text.Json;
using Spectre.Console;

namespace Arena.Load.Attacks;

/// <summary>What a game noticed of an attack.</summary>
/// <param name="Attack">Its name.</param>
/// <param name="PeaceMs">The 99th percentile of the waits for an acknowledgement before it.</param>
/// <param name="AttackedMs">The same under it.</param>
/// <param name="PeaceCores">Processor cores that the server used before it.</param>
/// <param name="AttackedCores">The same under it.</param>
/// <param name="PeaceMiB">The most memory that the server had before it.</param>
/// <param name="AttackedMiB">The same under it.</param>
/// <param name="AttackerCores">What the attacker itself used of the same machine.</param>
/// <param name="Lost">Answers that were never acknowledged.</param>
/// <param name="Answers">What came back to the attacker.</param>
internal sealed record AttackFigures(
    string Attack, double PeaceMs, double AttackedMs, double PeaceCores, double AttackedCores, double PeaceMiB, double AttackedMiB,
    double AttackerCores, int Lost, AttackCounters Answers);

/// <summary>A line for each attack.</summary>
internal static class AttackTable
{
    private const int Width = 160;

    public static void Print(IEnumerable<AttackFigures> attacks, bool json)
    {
        if (json)
        {
            Console.WriteLine(JsonSerializer.Serialize(attacks.Select(attack => new
            {
                attack.Attack,
                attack.PeaceMs,
                attack.AttackedMs,
                Ratio = attack.AttackedMs / attack.PeaceMs,
                attack.PeaceCores,
                attack.AttackedCores,
                attack.PeaceMiB,
                attack.AttackedMiB,
                attack.AttackerCores,
                attack.Lost,
                Answers = attack.Answers.Count,
                Refusals = attack.Answers.Refused,
            }), JsonSerializerOptions.Web));
            return;
        }
        var table = new Table().AddColumn("attack");
        foreach (var column in (string[])["p99 peace, ms", "p99 attacked, ms", "ratio", "server CPU, cores", "RSS peak, MiB", "attacker CPU, cores", "never acknowledged", "answers", "refusals"])
            table.AddColumn(new TableColumn(column).RightAligned());
        foreach (var attack in attacks)
        {
            FormattableString[] cells =
            [
                $"{Markup.Escape(attack.Attack)}", $"{attack.PeaceMs:F1}", $"{attack.AttackedMs:F1}", $"{attack.AttackedMs / attack.PeaceMs:F2}",
                $"{attack.PeaceCores:F2} / {attack.AttackedCores:F2}", $"{attack.PeaceMiB:F0} / {attack.AttackedMiB:F0}", $"{attack.AttackerCores:F2}", $"{attack.Lost}",
                $"{attack.Answers.Count}", $"{attack.Answers.Refused}",
            ];
            table.AddRow([.. cells.Select(cell => cell.ToString(CultureInfo.InvariantCulture))]);
        }
        AnsiConsole.Profile.Width = Math.Max(AnsiConsole.Profile.Width, Width);
        AnsiConsole.Write(table);
    }
}
