using System.Text.Json;
using Arena.Grains.Events;
using Arena.Grains.Ports;
using Arena.Storage.Events;
using Arena.Storage.Model;
using Arena.Storage.Writing;
using Microsoft.EntityFrameworkCore;

namespace Arena.Storage.Webhooks;

/// <summary>
/// Puts messages about a host's games into the outbox: one for each endpoint and event, in the transaction of its inbox. It cannot start over,
/// because what was sent cannot be taken back.
/// </summary>
public sealed class WebhookOutbox(EventInbox inbox, IDbContextFactory<ArenaDbContext> contexts) : IEventConsumer
{
    // The endpoint may have been removed or disabled meanwhile.
    private const string Add = """
        INSERT INTO webhook_delivery (endpoint_id, message_id, type, payload, created_at, status, attempts, next_at)
        SELECT e.id, $2, $3, $4, $5, 'Pending', 0, $5 FROM webhook_endpoint AS e WHERE e.id = $1 AND e.disabled_at IS NULL
        ON CONFLICT (endpoint_id, message_id) DO NOTHING
        """;

    public string Name => "webhooks";

    public async Task HandleAsync(SessionEvents events, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(events);
        if (!events.Events.Any(happened => TypeOf(happened) is not null))
            return;
        await using var context = await contexts.CreateDbContextAsync(cancel);
        var endpoints = await context.WebhookEndpoints.AsNoTracking()
            .Where(row => row.DisabledAt == null && context.GameSessions.Any(session => session.Id == events.SessionId && session.HostId == row.UserId))
            .ToListAsync(cancel);
        if (endpoints.Count == 0)
            return;
        var messages = new Dictionary<long, WebhookMessage>();
        foreach (var happened in events.Events)
        {
            if (TypeOf(happened) is { } type)
                messages.Add(happened.Version, await MessageAsync(context, happened, type, cancel));
        }
        await inbox.ApplyOnceAsync(Name, events, fresh => [.. fresh.SelectMany(happened => Deliveries(happened, messages, endpoints))], cancel);
    }

    private static IEnumerable<BatchStatement> Deliveries(
        SessionEvent happened, Dictionary<long, WebhookMessage> messages, List<WebhookEndpointRow> endpoints) =>
        messages.TryGetValue(happened.Version, out var message)
            ? from endpoint in endpoints
              where endpoint.CreatedAt <= message.Timestamp && endpoint.Events.Split(' ').Contains(message.Type)
              select new BatchStatement(
                  Add, endpoint.Id, WebhookMessage.IdOf(endpoint.Id, happened.SessionId, message.Type), message.Type, message.ToJson(), happened.AtMs)
            : [];

    private static string? TypeOf(SessionEvent happened) => happened.Type switch
    {
        SessionEventTypes.Finished => WebhookTypes.GameEnded,
        SessionEventTypes.QuestionAnnounced when IsFirst(happened) => WebhookTypes.GameStarted,
        _ => null,
    };

    private static bool IsFirst(SessionEvent happened)
    {
        using var announced = JsonDocument.Parse(happened.PayloadJson);
        return announced.RootElement.GetProperty("round").GetInt32() == 0;
    }

    private static async Task<WebhookMessage> MessageAsync(ArenaDbContext context, SessionEvent happened, string type, CancellationToken cancel)
    {
        var id = happened.SessionId;
        var session = await context.GameSessions.AsNoTracking().SingleAsync(row => row.Id == id, cancel);
        var title = await context.Quizzes.Where(row => row.Id == session.QuizId).Select(row => row.Title).SingleOrDefaultAsync(cancel);
        var players = await context.GamePlayers.CountAsync(row => row.SessionId == id, cancel);
        var at = DateTimeOffset.FromUnixTimeMilliseconds(happened.AtMs);
        if (type == WebhookTypes.GameStarted)
            return new(type, at, new GameStartedData(id, session.QuizId, title, players));
        var answers = await context.PlayerAnswers.CountAsync(row => row.SessionId == id, cancel);
        var points = await context.ScoreAggregates.Where(row => row.SessionId == id).SumAsync(row => (long)row.TotalScore, cancel);
        return new(type, at, new GameEndedData(id, session.QuizId, title, session.StartedAt, session.EndedAt ?? at, players, answers, points));
    }
}
