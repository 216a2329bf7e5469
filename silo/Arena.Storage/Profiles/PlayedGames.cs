using Arena.Game.Profiles;
using Arena.Game.State;
using Arena.Game.Views;
using Arena.Grains.Events;
using Arena.Grains.Session;
using Arena.Storage.Events;
using Arena.Storage.Model;
using Arena.Storage.Writing;
using Microsoft.EntityFrameworkCore;

namespace Arena.Storage.Profiles;

/// <summary>
/// Keeps what each seat made of a game that ended and was not abandoned; homework and practice are no games against others, and do not count. Profiles are computed from these rows. A row does not say whose the seat is:
/// an account may claim it after the game as well.
/// </summary>
public sealed class PlayedGames(EventInbox inbox, IBatchWriter writer, IDbContextFactory<ArenaDbContext> contexts) : IReplayableEventConsumer
{
    private const int SeatsAWrite = 100;

    private const string Record = """
        INSERT INTO played_game (
            player_id, session_id, ended_at, points, rank, players, asked, "right", partly, wrong, opinions, quick, streak, climbed)
        SELECT p.id, p.session_id, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13 FROM game_player AS p WHERE p.id = $1
        ON CONFLICT (player_id) DO NOTHING
        """;

    // Not what an account keeps of a game that was deleted: its log is gone.
    private const string Remove = "DELETE FROM played_game WHERE session_id = $1 AND user_id IS NULL";

    public string Name => "profiles";

    public async Task HandleAsync(SessionEvents events, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(events);
        if (events.Events.LastOrDefault(happened => happened.Type == SessionEventTypes.Finished) is not { } finished)
            return;
        var seats = await GameReplay.ReadAsync(contexts, finished, cancel) is var (_, ended)
            && ended is { Settings.Pace: null, Phase: Phase.Finished { Reason: not EndReason.Abandoned } }
                ? PlayedGame.AllOf(ended).Select(played => Row(ended.SessionId, played.Seat, played.Game)).Chunk(SeatsAWrite).ToList()
                : [];
        // Short transactions: journals of games wait for one. Rows that were written before a failure are written again without an effect.
        foreach (var some in seats.SkipLast(1))
            await writer.WriteAsync(some, cancel);
        await inbox.ApplyOnceAtEndAsync(Name, events, _ => seats.LastOrDefault() ?? [], cancel);
    }

    public Task ForgetAsync(Guid sessionId, CancellationToken cancel) => inbox.ForgetAsync(Name, sessionId, [new(Remove, sessionId)], cancel);

    private static BatchStatement Row(Guid sessionId, int seat, PlayedGame game) => new(
        Record, RowIds.Player(sessionId, seat), game.EndedAtMs, game.Points, game.Rank, game.Players, game.Asked, game.Right, game.Partly, game.Wrong,
        game.Opinions, game.Quick, game.Streak, game.Climbed);
}
