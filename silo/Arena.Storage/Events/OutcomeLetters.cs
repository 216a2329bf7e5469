using System.Collections.Immutable;
using Arena.Game.Results;

namespace Arena.Storage.Events;

/// <summary>Outcomes as a column keeps them: a letter for each question.</summary>
public static class OutcomeLetters
{
    private const string Letters = "-NWPRU";

    /// <summary>Writes outcomes.</summary>
    public static string Write(IEnumerable<Outcome> outcomes) => string.Concat(outcomes.Select(outcome => Letters[(int)outcome]));

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    public static ImmutableArray<Outcome> Read(string letters) => [.. letters.Select(letter => (Outcome)Letters.IndexOf(letter, StringComparison.Ordinal))];
}
