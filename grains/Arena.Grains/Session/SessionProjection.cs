using Arena.Game.Events;
using Arena.Game.State;
using Arena.Grains.Ports;

namespace Arena.Grains.Session;

/// <summary>What events change in the tables that people query. Pure: a replay of the log gives the same rows as the game did.</summary>
/// <remarks>
/// An answer's row is written when it is accepted, with what it earns; the score follows when its question is closed. An answer that is
/// dropped before that (the question was skipped and the skip stands, the player is kicked, the game ends) keeps its row, because it was acknowledged, and
/// awards nothing. So once a question is behind, every score is the sum of what its player's answers award.
/// </remarks>
internal static class SessionProjection
{
    /// <param name="before">The state before the events; null before the launch.</param>
    /// <param name="events">In order.</param>
    /// <param name="after">The state after them.</param>
    public static SessionChanges Of(GameState? before, IReadOnlyList<GameEvent> events, GameState after)
    {
        var moved = events.Any(happened => happened is not (AnswerAccepted or SecondAnswerAccepted or PlayerJoined or FaceChanged or HintUsed or PowerUpUsed));
        return new()
        {
            StartedAtMs = before?.Phase is null or Phase.Lobby ? events.OfType<GetReadyShown>().FirstOrDefault()?.AtMs : null,
            EndedAtMs = events.OfType<SessionFinished>().FirstOrDefault()?.AtMs,
            Joined = [.. events.OfType<PlayerJoined>().Select(joined => new PlayerJoining(
                RowIds.Player(after.SessionId, joined.Seat), after.PlayerAt(joined.Seat)?.Nickname ?? joined.Nickname, joined.AtMs))],
            Renamed = before is not null && events.Any(happened => happened is PlayerRenamed) ? Renamed(before, after) : [],
            Answers = [.. events.OfType<AnswerAccepted>().Select(accepted => Given(accepted, after))],
            Awards = moved && before is not null ? [.. Changed(before, after), .. events.OfType<TextAccepted>().SelectMany(accepted => Regraded(accepted, after))] : [],
            Scores = Scores(before, events, after, from: moved ? 0 : before?.Players.Count ?? 0),
        };
    }

    private static AnswerGiven Given(AnswerAccepted accepted, GameState after)
    {
        var answer = after.PlayerAt(accepted.Seat)?.AnswerTo(accepted.Answer.Round) is { IsSecond: true } second ? second : accepted.Answer;
        return new(
            RowIds.Answer(after.SessionId, accepted.Seat, answer.Round),
            after.Quiz.Questions[answer.Round].Id,
            RowIds.Player(after.SessionId, accepted.Seat),
            AnswerPayload.Write(answer.Value),
            answer.StampMs,
            answer.ElapsedMs,
            Holds(after, accepted.Seat, answer) ? answer.Points + answer.StreakBonus : 0);
    }

    /// <summary>Those who joined with these events are written with the name that they have after them.</summary>
    private static List<PlayerName> Renamed(GameState before, GameState after) =>
    [
        .. before.Players.Where(player => player.Nickname != after.Players[player.Seat].Nickname)
            .Select(player => new PlayerName(RowIds.Player(after.SessionId, player.Seat), after.Players[player.Seat].Nickname)),
    ];

    private static IEnumerable<AnswerAward> Regraded(TextAccepted accepted, GameState after) =>
        accepted.Regraded.Select(regraded => Award(after, regraded.Seat, regraded.Answer));

    /// <summary>A player with a second chance has one row: it becomes that of the answer that counts.</summary>
    private static AnswerAward Award(GameState state, int seat, Answer answer) =>
        new(RowIds.Answer(state.SessionId, seat, answer.Round), answer.Points + answer.StreakBonus)
        {
            Counted = answer.Other is null ? null : new(AnswerPayload.Write(answer.Value), answer.StampMs, answer.ElapsedMs),
        };

    /// <summary>Answers that are void now, and those of which another one counts.</summary>
    private static List<AnswerAward> Changed(GameState before, GameState after)
    {
        var changed = new List<AnswerAward>();
        foreach (var player in before.Players)
        {
            if (player.Pending is not { } answer)
                continue;
            if (after.PlayerAt(player.Seat) is { Pending: null } now && now.AnswerTo(answer.Round) is { IsSecond: true } second)
                changed.Add(Award(after, player.Seat, second));
            else if (!Holds(after, player.Seat, answer))
                changed.Add(new(RowIds.Answer(after.SessionId, player.Seat, answer.Round), 0));
        }
        if (before.Skipped is { } skipped)
            changed.AddRange(from given in skipped.Answers where !Holds(after, given.Key, given.Value) select new AnswerAward(RowIds.Answer(after.SessionId, given.Key, skipped.Round), 0));
        return changed;
    }

    private static List<PlayerScore> Scores(GameState? before, IReadOnlyList<GameEvent> events, GameState after, int from)
    {
        var scores = new List<PlayerScore>();
        for (var seat = from; seat < after.Players.Count; seat++)
        {
            var player = after.Players[seat];
            var known = before?.PlayerAt(seat);
            var finalRank = FinalRank(after, player);
            if (known is null || known.Score != player.Score || known.Streak != player.Streak || FinalRank(before!, known) != finalRank)
                scores.Add(new(RowIds.Player(after.SessionId, seat), player.Score, player.Streak, events[^1].AtMs, finalRank));
        }
        return scores;
    }

    private static int? FinalRank(GameState state, Player player) => state.Ended && player.Rank > 0 ? player.Rank : null;

    /// <summary>Whether the answer counts, or still may.</summary>
    private static bool Holds(GameState state, int seat, Answer answer) =>
        state.PlayerAt(seat)?.AnswerTo(answer.Round)?.OperationId == answer.OperationId
        || state.Skipped?.Answers.GetValueOrDefault(seat)?.OperationId == answer.OperationId;
}
