using System.Globalization;

namespace Arena.Gateway.Quizzes.Reading.Tables;

/// <summary>Reads which options are correct: their numbers, their letters, or the text of one.</summary>
internal static class AnswerKey
{
    private const int MaxLength = 600;

    private static readonly char[] Between = [',', ';', '&', '+', '/', '|'];
    private static readonly char[] Around = [' ', '\t', '\u00A0', '.', ')', '(', '#'];

    /// <param name="key">The cell's text.</param>
    /// <param name="options">The options by position; blank where there is none.</param>
    /// <returns>The positions; null if the key names no option.</returns>
    public static IReadOnlyList<int>? Find(string key, IReadOnlyList<string> options)
    {
        string whole = key.Trim();
        if (whole.Length is 0 or > MaxLength)
            return whole.Length == 0 ? [] : null;
        if (Position(whole, options) is { } single)
            return [single];
        int[] sameText = [.. Enumerable.Range(0, options.Count).Where(index => IsSame(options[index], whole))];
        if (sameText.Length > 0)
            return sameText;
        var positions = new SortedSet<int>();
        foreach (string part in whole.Split(Between, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (Position(part, options) is not { } position)
                return null;
            positions.Add(position);
        }
        return positions.Count == 0 ? null : [.. positions];
    }

    /// <summary>A number or letter, also as the last word of "Answer 2" or "Option B".</summary>
    private static int? Position(string part, IReadOnlyList<string> options)
    {
        string bare = part.Trim(Around);
        int space = bare.LastIndexOf(' ');
        if (space > 0 && HeaderWords.RoleOf(bare) == ColumnRole.Option)
            bare = bare[(space + 1)..];
        int position = bare is [(>= 'A' and <= 'J') or (>= 'a' and <= 'j')]
            ? char.ToUpperInvariant(bare[0]) - 'A'
            : int.TryParse(bare, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number - 1 : -1;
        return position >= 0 && position < options.Count && !string.IsNullOrWhiteSpace(options[position]) ? position : null;
    }

    private static bool IsSame(string option, string key) => option.Trim().Equals(key, StringComparison.OrdinalIgnoreCase) && key.Length > 0;
}
