using System.Globalization;

namespace Arena.GrainInterfaces;

/// <summary>The key of an <see cref="IPlayerGrain"/>: <c>code/seat</c>.</summary>
public static class PlayerKey
{
    /// <summary>The key of a seat.</summary>
    public static string Of(string code, int seat) => string.Create(CultureInfo.InvariantCulture, $"{code}/{seat}");
}

/// <summary>Which games a board is about: those of one quiz or of all, in one season or ever. The key of an <see cref="ILeaderboardGrain"/>.</summary>
/// <param name="QuizId">The quiz, or null for all.</param>
/// <param name="Season">The month in UTC, as <c>2026-11</c>, or null for all.</param>
public readonly record struct BoardKey(Guid? QuizId, string? Season)
{
    /// <summary>Lines that a reader gets, beside the own one.</summary>
    public const int MaxTop = 100;

    /// <summary>The season of an instant.</summary>
    public static string SeasonOf(DateTimeOffset at) => at.UtcDateTime.ToString(SeasonForm, CultureInfo.InvariantCulture);

    /// <summary>Whether a text names a season.</summary>
    public static bool IsSeason(string text) => DateTime.TryParseExact(text, SeasonForm, CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    /// <summary>The board of a key.</summary>
    public static BoardKey Parse(string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        var parts = key.Split(Separator);
        return new(parts[0].Length > 0 ? Guid.ParseExact(parts[0], "N") : null, parts[1].Length > 0 ? parts[1] : null);
    }

    /// <inheritdoc/>
    public override string ToString() => $"{QuizId:N}{Separator}{Season}";

    private const string SeasonForm = "yyyy-MM";
    private const char Separator = ':';
}
