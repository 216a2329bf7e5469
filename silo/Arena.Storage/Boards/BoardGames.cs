using System.Text.Json;
using Arena.Game.Views;
using Arena.Game.Vocabulary;
using Arena.GrainInterfaces;
using Arena.Grains;
using Arena.Grains.Events;
using Arena.Grains.Ports;
using Arena.Storage.Events;
using Arena.Storage.Model;
using Arena.Storage.Writing;
using Microsoft.EntityFrameworkCore;

namespace Arena.Storage.Boards;

/// <summary>
/// Records which games count on boards: those that ended and were not abandoned, in which each player's points are earned by that player's
/// answers (bets make other points, and a shared device is no single player's), against others: homework and practice do not count. Who played them, and for how many points, the journal has
/// written in the transactions of their events; a seat is an account's as soon as the account claims it, before or after the game.
/// </summary>
public sealed class BoardGames(EventInbox inbox, IDbContextFactory<ArenaDbContext> contexts) : IReplayableEventConsumer
{
    private const string Record = """
        INSERT INTO board_game (session_id, quiz_id, season)
        SELECT s.id, s.quiz_id, CAST($2 AS text) FROM game_session AS s WHERE s.id = $1
        ON CONFLICT (session_id) DO NOTHING
        """;

    private const string Remove = "DELETE FROM board_game WHERE session_id = $1";

    public string Name => "boards";

    public async Task HandleAsync(SessionEvents events, CancellationToken cancel)
    {
        var counts = events.Events.Any(happened => happened.Type == SessionEventTypes.Finished) && await IsComparableAsync(events.SessionId, cancel);
        await inbox.ApplyOnceAtEndAsync(Name, events, finished => counts ? Effect(finished) : [], cancel);
    }

    public Task ForgetAsync(Guid sessionId, CancellationToken cancel) => inbox.ForgetAsync(Name, sessionId, [new(Remove, sessionId)], cancel);

    private async Task<bool> IsComparableAsync(Guid sessionId, CancellationToken cancel)
    {
        await using var context = await contexts.CreateDbContextAsync(cancel);
        var settings = await context.GameSessions.Where(row => row.Id == sessionId).Select(row => row.ConfigJson).SingleAsync(cancel);
        return SessionReplay.ReadSettings(settings) is { Pace: null, PowerUps: null, Mode: not (ConfidenceMode or SharedDeviceMode) };
    }

    private static IReadOnlyList<BatchStatement> Effect(SessionEvent finished) => ReasonOf(finished) == EndReason.Abandoned
        ? []
        : [new(Record, finished.SessionId, BoardKey.SeasonOf(DateTimeOffset.FromUnixTimeMilliseconds(finished.AtMs)))];

    private static EndReason ReasonOf(SessionEvent finished)
    {
        using var payload = JsonDocument.Parse(finished.PayloadJson);
        return Enum.Parse<EndReason>(payload.RootElement.GetProperty("reason").GetString()!, ignoreCase: true);
    }
}
