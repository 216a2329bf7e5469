using System.Globalization;

namespace Arena.GrainInterfaces;

/// <summary>The key of an <see cref="IPlayerGrain"/>: <c>code/seat</c>.</summary>
public static class PlayerKey
{
    /// <summary>The key of a seat.</summary>
    public static string Of(string code, int seat) => string.Create(CultureInfo.InvariantCulture, $"{code}/{seat}");
}

/// <summary>Keys of an <see cref="ILeaderboardGrain"/> other than a join code.</summary>
public static class BoardKey
{
    private const string QuizPrefix = "quiz:";

    /// <summary>The best results ever on a quiz.</summary>
    public static string OfQuiz(Guid quizId) => QuizPrefix + quizId.ToString("N");

    /// <summary>Whether the board outlives a game.</summary>
    public static bool IsLasting(string key) => key.Contains(':', StringComparison.Ordinal);
}
