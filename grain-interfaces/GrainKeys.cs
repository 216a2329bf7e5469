using System.Globalization;

namespace Arena.GrainInterfaces;

/// <summary>The key of an <see cref="IPlayerGrain"/>: <c>code/seat</c>.</summary>
public static class PlayerKey
{
    /// <summary>The key of a seat.</summary>
    public static string Of(string code, int seat) => string.Create(CultureInfo.InvariantCulture, $"{code}/{seat}");
}

/// <summary>
/// Which games a board is about: those of one quiz or of all, in one season or ever; and whom it lists. The key of an <see cref="ILeaderboardGrain"/>.
/// </summary>
/// <param name="QuizId">The quiz, or null for all.</param>
/// <param name="Season">The month in UTC, as <c>2026-11</c>, or null for all.</param>
/// <param name="GroupId">The group whose members it lists, with the games of the group's host, or null for all accounts and games.</param>
public readonly record struct BoardKey(Guid? QuizId, string? Season, Guid? GroupId = null)
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
        return new(IdIn(parts[0]), parts[1].Length > 0 ? parts[1] : null, parts.Length > 2 ? IdIn(parts[2]) : null);
    }

    /// <inheritdoc/>
    public override string ToString() => GroupId is { } group ? $"{QuizId:N}{Separator}{Season}{Separator}{group:N}" : $"{QuizId:N}{Separator}{Season}";

    private const string SeasonForm = "yyyy-MM";
    private const char Separator = ':';

    private static Guid? IdIn(string part) => part.Length > 0 ? Guid.ParseExact(part, "N") : null;
}
