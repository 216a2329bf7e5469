using Arena.Game.Views;
using Arena.Game.Vocabulary;

namespace Arena.Game.Questions;

/// <summary>Counts texts: those with one key count as one, under the first that has it.</summary>
internal static class TextTallies
{
    /// <param name="texts">In the order of seats.</param>
    /// <param name="keyOf">What two texts share that count as one.</param>
    /// <param name="isCorrect">Whether a text is accepted, or null.</param>
    public static TextsTally Count(IEnumerable<string> texts, Func<string, string> keyOf, Func<string, bool?> isCorrect)
    {
        var lines = new SortedDictionary<string, (string Text, int Count)>(StringComparer.Ordinal);
        var total = 0;
        foreach (var text in texts)
        {
            var key = keyOf(text);
            lines[key] = lines.TryGetValue(key, out var line) ? line with { Count = line.Count + 1 } : (text, 1);
            total++;
        }
        TextLine[] most =
        [
            .. lines.Values.OrderByDescending(line => line.Count).ThenBy(line => line.Text, StringComparer.Ordinal).Take(GameLimits.MaxTallyLines)
                .Select(line => new TextLine(line.Text, line.Count, isCorrect(line.Text))),
        ];
        return new([.. most], total - most.Sum(line => line.Count));
    }
}
