using Arena.Grains.Events;
using Arena.Grains.Ports;
using Arena.Storage.Model;
using Arena.Storage.Writing;
using Microsoft.EntityFrameworkCore;

namespace Arena.Storage.Events;

/// <summary>
/// Makes the effects of a consumer in the database happen once, although its events come at least once: the effect and the version of the last
/// event that is in it are written in one transaction.
/// </summary>
public sealed class EventInbox(IBatchWriter writer, IDbContextFactory<ArenaDbContext> contexts)
{
    // The version must still be the one that the effect was computed upon.
    private const string Claim = """
        INSERT INTO event_inbox (session_id, consumer, version) VALUES ($1, $2, $3)
        ON CONFLICT (session_id, consumer) DO UPDATE SET version = excluded.version WHERE event_inbox.version = $4
        """;

    private const string ClaimLetter = "DELETE FROM event_dead_letter WHERE session_id = $1 AND consumer = $2 AND version = $3";

    private static readonly string[] Forget =
    [
        "DELETE FROM event_inbox WHERE session_id = $1 AND consumer = $2",
        "DELETE FROM event_dead_letter WHERE session_id = $1 AND consumer = $2",
    ];

    /// <summary>Applies the events that were not applied before.</summary>
    /// <param name="consumer">Its name.</param>
    /// <param name="events">What it was given to handle.</param>
    /// <param name="effect">What those of the events that are new change. Events without an effect are not remembered: no statements cost nothing.</param>
    /// <param name="cancel">Stops the wait.</param>
    public async Task ApplyOnceAsync(
        string consumer, SessionEvents events, Func<IReadOnlyList<SessionEvent>, IReadOnlyList<BatchStatement>> effect, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(events);
        ArgumentNullException.ThrowIfNull(effect);
        if (events.IsDeadLetter)
        {
            var claim = new BatchStatement(ClaimLetter, events.SessionId, consumer, events.Events[0].Version);
            await writer.TryWriteAsync(claim, effect(events.Events), cancel);
            return;
        }
        while (effect(events.Events).Count > 0)
        {
            var applied = await AppliedAsync(consumer, events.SessionId, cancel);
            var fresh = events.Events.Where(happened => happened.Version > applied).ToList();
            if (fresh.Count == 0 || effect(fresh) is not { Count: > 0 } statements)
                return;
            var claim = new BatchStatement(Claim, events.SessionId, consumer, fresh[^1].Version, applied);
            if (await writer.TryWriteAsync(claim, statements, cancel))
                return;
        }
    }

    /// <summary>As <see cref="ApplyOnceAsync"/>, for a consumer that looks at games when they are over.</summary>
    /// <param name="consumer">Its name.</param>
    /// <param name="events">What it was given to handle.</param>
    /// <param name="effect">What the session's last event changes.</param>
    /// <param name="cancel">Stops the wait.</param>
    public Task ApplyOnceAtEndAsync(
        string consumer, SessionEvents events, Func<SessionEvent, IReadOnlyList<BatchStatement>> effect, CancellationToken cancel) => ApplyOnceAsync(
        consumer, events,
        fresh => fresh.LastOrDefault(happened => happened.Type == SessionEventTypes.Finished) is { } finished ? effect(finished) : [],
        cancel);

    /// <summary>Removes what a consumer derived from a session, and lets it apply the session's events again.</summary>
    public Task ForgetAsync(string consumer, Guid sessionId, IEnumerable<BatchStatement> effect, CancellationToken cancel) => writer.WriteAsync(
        [.. Forget.Select(sql => new BatchStatement(sql, sessionId, consumer)), .. effect], cancel);

    private async Task<long> AppliedAsync(string consumer, Guid sessionId, CancellationToken cancel)
    {
        await using var context = await contexts.CreateDbContextAsync(cancel);
        return await context.EventInbox
            .Where(row => row.SessionId == sessionId && row.Consumer == consumer).Select(row => row.Version).SingleOrDefaultAsync(cancel);
    }
}
