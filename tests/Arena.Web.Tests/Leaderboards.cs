namespace Arena.Web.Tests;

/// <summary>The pages that show a leaderboard.</summary>
internal static class Leaderboards
{
    /// <summary>Opens a leaderboard, and again until the bus has delivered the end of the game.</summary>
    public static async Task OpenAsync(IPage page, string path)
    {
        for (var attempt = 0; attempt < 50; attempt++)
        {
            var read = await page.RunAndWaitForResponseAsync(() => page.GotoAsync(path), IsBoard);
            if (!(await read.TextAsync()).Contains("\"count\":0", StringComparison.Ordinal))
                return;
        }
    }

    private static bool IsBoard(IResponse answer) =>
        answer.Url.Contains("/api/boards?", StringComparison.Ordinal) || answer.Url.Contains("/board?", StringComparison.Ordinal);
}
