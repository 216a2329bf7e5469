using Arena.Grains;
using Arena.Grains.Ports;
using Arena.Grains.Session;
using Arena.Storage.Model;
using Microsoft.EntityFrameworkCore;

namespace Arena.Storage.Verification;

/// <summary>The rows of one session as they are stored.</summary>
internal sealed record SessionRows(
    GameSessionRow Session,
    Dictionary<Guid, PlayerJoining> Players,
    Dictionary<Guid, AnswerGiven> Answers,
    Dictionary<Guid, PlayerScore> Scores)
{
    /// <returns>Null if the retention has taken the session.</returns>
    public static async Task<SessionRows?> ReadAsync(ArenaDbContext context, Guid sessionId, CancellationToken cancel)
    {
        var session = await context.GameSessions.AsNoTracking()
            .SingleOrDefaultAsync(row => row.Id == sessionId && row.Status != SessionStatus.Expired, cancel);
        if (session is null)
            return null;
        var players = await context.GamePlayers.AsNoTracking().Where(row => row.SessionId == sessionId).ToListAsync(cancel);
        var answers = await context.PlayerAnswers.AsNoTracking().Where(row => row.SessionId == sessionId).ToListAsync(cancel);
        var scores = await context.ScoreAggregates.AsNoTracking().Where(row => row.SessionId == sessionId).ToListAsync(cancel);
        return new(
            session,
            players.ToDictionary(row => row.Id, row => new PlayerJoining(row.Id, row.Nickname, row.JoinAt.ToUnixTimeMilliseconds())),
            answers.ToDictionary(row => row.Id, row => new AnswerGiven(
                row.Id, row.QuestionId, row.PlayerId, row.AnswerPayload, row.AnsweredAt.ToUnixTimeMilliseconds(), row.LatencyMs, row.ScoreAwarded)),
            scores.ToDictionary(row => row.PlayerId, row => new PlayerScore(
                row.PlayerId, row.TotalScore, row.StreakCount, row.LastUpdate.ToUnixTimeMilliseconds(), row.FinalRank)));
    }

    /// <summary>What differs from the log, a line each.</summary>
    public List<string> CompareWith(ReplayedSession told) =>
    [
        .. told.Contradictions,
        .. Compare("started_at", told.StartedAtMs, Session.StartedAt?.ToUnixTimeMilliseconds()),
        .. Compare("ended_at", told.EndedAtMs, Session.EndedAt?.ToUnixTimeMilliseconds()),
        .. Compare("status", told.EndedAtMs is null ? SessionStatus.Live : SessionStatus.Ended, Session.Status),
        .. CompareRows("player", Erased(told.Players), Players),
        .. CompareRows("answer", Normal(told.Answers), Normal(Answers)),
        .. CompareRows("score of player", Timeless(told.Scores), Timeless(Scores)),
    ];

    private static IEnumerable<string> Compare<T>(string what, T told, T stored) =>
        EqualityComparer<T>.Default.Equals(told, stored) ? [] : [$"{what} is {stored}, the log tells {told}"];

    private static IEnumerable<string> CompareRows<T>(string what, IReadOnlyDictionary<Guid, T> told, Dictionary<Guid, T> stored) =>
    [
        .. told.Where(row => !stored.ContainsKey(row.Key)).Select(row => $"{what} {row.Key} is missing, the log tells {row.Value}"),
        .. stored.Where(row => !told.ContainsKey(row.Key)).Select(row => $"{what} {row.Key} is {row.Value}, the log tells of none"),
        .. told.Where(row => stored.ContainsKey(row.Key)).SelectMany(row => Compare($"{what} {row.Key}", row.Value, stored[row.Key])),
    ];

    /// <summary>The log still has the names that were erased from the rows.</summary>
    private Dictionary<Guid, PlayerJoining> Erased(IReadOnlyDictionary<Guid, PlayerJoining> players) => players.ToDictionary(
        row => row.Key,
        row => Players.GetValueOrDefault(row.Key)?.Nickname == GamePlayerRow.ErasedName ? row.Value with { Nickname = GamePlayerRow.ErasedName } : row.Value);

    /// <summary>A database, or an earlier release, may have written the answer in another way.</summary>
    private static Dictionary<Guid, AnswerGiven> Normal(IReadOnlyDictionary<Guid, AnswerGiven> answers) =>
        answers.ToDictionary(row => row.Key, row => row.Value with { PayloadJson = AnswerPayload.Normal(row.Value.PayloadJson) });

    /// <summary>When a score changed depends on which events shared an append.</summary>
    private static Dictionary<Guid, PlayerScore> Timeless(IReadOnlyDictionary<Guid, PlayerScore> scores) =>
        scores.ToDictionary(row => row.Key, row => row.Value with { AtMs = 0 });
}
