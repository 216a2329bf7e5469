namespace Arena.Gateway.Quizzes.Reading.Tables;

/// <summary>
/// An apostrophe before what a spreadsheet would take for a formula when it opens separated values, and run. An apostrophe of the text itself is kept:
/// texts that begin so already get one more.
/// </summary>
internal static class CellGuard
{
    private const char Guard = '\'';
    private const string Starts = "=+-@\t\r";

    public static string Added(string text) => IsFormula(text) ? Guard + text : text;

    public static string Removed(string text) => text.StartsWith(Guard) && IsFormula(text) ? text[1..] : text;

    /// <summary>Whether a spreadsheet may run the text, behind apostrophes or not.</summary>
    public static bool IsFormula(string text) => text.AsSpan().TrimStart(Guard) is [var first, ..] && Starts.Contains(first);
}
