using System.Globalization;
using System.Text.RegularExpressions;

namespace Arena.Web.Tests;

/// <summary>What texts on the pages look like.</summary>
internal static partial class Patterns
{
    /// <summary>A join code as it is shown.</summary>
    [GeneratedRegex("[0-9A-HJKMNP-TV-Z]{3}-[0-9A-HJKMNP-TV-Z]{3}")]
    public static partial Regex Code();

    /// <summary>A whole number with comma, space or narrow space between groups of three digits.</summary>
    [GeneratedRegex("\\d{1,3}(?:[,\\u00a0\\u202f]\\d{3})+|\\d+")]
    public static partial Regex WholeNumber();

    /// <summary>How much space an author's media take.</summary>
    [GeneratedRegex("^\\d[\\d.,]* [KM]B of \\d[\\d.,]* MB$")]
    public static partial Regex Space();

    /// <summary>A corner of a polygon, by name.</summary>
    [GeneratedRegex("^Corner 3 of 3, ")]
    public static partial Regex Corner();

    /// <summary>The address of a quiz that is stored.</summary>
    [GeneratedRegex("/quizzes/[0-9a-f-]{36}$")]
    public static partial Regex Quiz();

    /// <summary>Where a fault of a file is.</summary>
    [GeneratedRegex("Line [\\d,]+")]
    public static partial Regex Line();

    /// <summary>The address of a quiz that is not stored yet.</summary>
    [GeneratedRegex("/quizzes/new$")]
    public static partial Regex NewQuiz();

    /// <summary>An address from which the host key can be read.</summary>
    [GeneratedRegex("#key=")]
    public static partial Regex HostKeyInAddress();

    /// <summary>What most questions are worth, in a quiz's file.</summary>
    [GeneratedRegex("\"points\": 1000")]
    public static partial Regex NormalPoints();

    /// <summary>Points that an answer took.</summary>
    [GeneratedRegex("^\\s*-\\d+\\s*$")]
    public static partial Regex Loss();

    /// <summary>A text that begins as given.</summary>
    public static Regex Beginning(string text) => new("^" + Regex.Escape(text));

    /// <summary>A text that begins with a number from <paramref name="least"/> to 99.</summary>
    public static Regex AtLeast(int least) => new(
        "^(" + string.Join('|', Enumerable.Range(least, 100 - least).Select(number => number.ToString(CultureInfo.InvariantCulture))) + ")\\D");

    /// <summary>A text that begins with a number from 1 to <paramref name="most"/>.</summary>
    public static Regex AtMost(int most) => new(
        "^(" + string.Join('|', Enumerable.Range(1, most).Select(number => number.ToString(CultureInfo.InvariantCulture))) + ")\\D");
}
