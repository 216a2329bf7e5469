using System.Globalization;
using Arena.Gateway.Quizzes.Content;

namespace Arena.Gateway.Quizzes.Reading.Tables;

/// <summary>A time limit in a table: seconds, with or without a unit.</summary>
internal readonly record struct TableTime(Sourced<int>? Limit)
{
    private const int MillisecondsASecond = 1_000;
    private const double MostSeconds = 1_000_000;

    private static readonly string[] Units = ["", "s", "sec", "secs", "sec.", "second", "seconds", "seconde", "secondes", "sekunden", "segundos"];

    /// <returns>The time limit, or the default if there is none; null if the cell is not a time, which is reported.</returns>
    public static TableTime? Read(TableRow row, int? column, DraftCollector draft)
    {
        string text = row[column].Text.Trim();
        if (text.Length == 0)
            return new(null);
        if (Milliseconds(text) is { } limit)
            return new(new Sourced<int>(limit, row.At(column)));
        draft.LeaveOut(row.At(column), QuizErrorCode.UnknownValue, text, "timeLimitMs");
        return null;
    }

    /// <summary>The time that a text gives in seconds, or null if it gives none.</summary>
    public static int? Milliseconds(string text)
    {
        int digits = text.TakeWhile(sign => char.IsAsciiDigit(sign) || sign is '.' or ',').Count();
        string number = text[..digits].Replace(',', '.');
        string unit = text[digits..].Trim().ToLowerInvariant();
        if (Array.IndexOf(Units, unit) >= 0
            && double.TryParse(number, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double seconds) && seconds <= MostSeconds)
            return (int)Math.Round(seconds * MillisecondsASecond);
        return null;
    }
}
