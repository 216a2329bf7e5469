using Spectre.Console;

namespace Arena.Evening;

/// <summary>The result of an evening.</summary>
/// <param name="Lines">One for each page.</param>
/// <param name="WhileAway">What a player's page showed while the host was away, and since when.</param>
/// <param name="IsPauseKept">Whether the question was still paused when the pause should end.</param>
/// <param name="IsRevealKept">Whether the game was where the host left it when the host returned.</param>
/// <param name="Notice">The notice that the host saw on returning, or null.</param>
internal sealed record EveningReport(
    IReadOnlyList<EveningReport.Line> Lines, IReadOnlyList<string> WhileAway, bool IsPauseKept, bool IsRevealKept, string? Notice)
{
    /// <summary>A page sees a question open, pause and resume some frames later than the server: 40 ms are worth a point.</summary>
    private const int Tolerated = 10;

    private bool IsRight => IsPauseKept && IsRevealKept && Notice is not null
        && Lines.All(line => line.Page.Cuts.Count == 0 && (line.Points is not { } points || points.Lost <= Tolerated));

    /// <returns>The exit code.</returns>
    public int Print()
    {
        var table = new Table().AddColumns("page", "connections", "cut", "ended while away", "banners", "back after", "points", "by the tap", "lost");
        foreach (var (page, notes, points) in Lines)
        {
            table.AddRow(
                page.Name, $"{page.Opened}", page.Cuts.Count == 0 ? "0" : $"{page.Cuts.Count}: {string.Join(", ", page.Cuts)}", $"{page.ClosedWhileAway}",
                notes.Banners.Count == 0 ? "0" : $"{notes.Banners.Count}, longest {notes.Banners.Max() / 1_000:F1} s",
                string.Join("\n", page.Returns.Select(back => $"{back.What}: {back.Back.TotalSeconds:F2} s")),
                points is null ? "" : $"{points.Scored}", points is null ? "" : $"{points.ByTap}", points is null ? "" : $"{points.Lost}");
        }
        AnsiConsole.Profile.Width = Math.Max(AnsiConsole.Profile.Width, 160);
        AnsiConsole.Write(table);
        Console.WriteLine($"the pause held: {(IsPauseKept ? "yes" : "NO")}");
        Console.WriteLine($"the game waited for the host: {(IsRevealKept ? "yes" : "NO")}; players saw {string.Join(", ", WhileAway)}");
        Console.WriteLine($"the host was told: {Notice ?? "NOTHING"}");
        Console.WriteLine(IsRight ? "nothing cut, nothing moved on, no point lost" : "NOT as it should be");
        return IsRight ? 0 : 1;
    }

    /// <param name="Page">Where.</param>
    /// <param name="Notes">What the page noted.</param>
    /// <param name="Points">A player's.</param>
    public sealed record Line(WatchedPage Page, PageNotes Notes, Points? Points = null);

    /// <param name="Scored">What the game's end says.</param>
    /// <param name="ByTap">What answers at the moments of the taps earn.</param>
    public sealed record Points(int Scored, int ByTap)
    {
        public int Lost => ByTap - Scored;
    }
}
