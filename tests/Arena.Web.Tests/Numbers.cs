using System.Globalization;

namespace Arena.Web.Tests;

/// <summary>The whole numbers in a text, however its language groups their digits.</summary>
internal static class Numbers
{
    public static IReadOnlyList<int> In(string text) =>
        [.. Patterns.WholeNumber().Matches(text).Select(match => int.Parse(string.Concat(match.Value.Where(char.IsDigit)), CultureInfo.InvariantCulture))];
}
