using Arena.Game.Vocabulary;
using Arena.GrainInterfaces;
using Arena.Gateway.Http;
using Arena.Storage.Model;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Arena.Gateway.Administration;

/// <summary>The event bus, for administrators: lag, dead letters, replay.</summary>
internal static class EventEndpoints
{
    private const int MaxListed = 100;
    private const int MaxReplayBytes = 1_024;

    public static void MapEvents(this RouteGroupBuilder administration)
    {
        administration.MapGet("/events", OverviewAsync)
            .WithName("showEventBus")
            .WithSummary("How far the events of games were delivered to their consumers, and the dead letters, the newest first, at most 100");
        administration.MapPost("/events/dead-letters/{id}/retry", RetryAsync)
            .WithName("retryDeadLetter")
            .WithSummary("Has a dead letter tried once more, within a second or so: it is gone from the list if that succeeds")
            .ProducesArenaProblem(StatusCodes.Status404NotFound);
        administration.MapDelete("/events/dead-letters/{id}", DiscardAsync)
            .WithName("discardDeadLetter")
            .WithSummary("Gives a dead letter up for good")
            .ProducesArenaProblem(StatusCodes.Status404NotFound);
        administration.MapPost("/events/replay", ReplayAsync)
            .WithName("replayEvents")
            .WithSummary("Lets a consumer forget what it derived from all games with an event behind a position (0: all games) and derive it again")
            .WithMetadata(new RequestSizeLimitAttribute(MaxReplayBytes))
            .ProducesArenaProblem(StatusCodes.Status400BadRequest, StatusCodes.Status404NotFound, StatusCodes.Status413PayloadTooLarge);
    }

    private static async Task<Ok<EventBusOverview>> OverviewAsync(
        IGrainFactory grains, IDbContextFactory<ArenaDbContext> contexts, CancellationToken cancel)
    {
        var status = await grains.GetGrain<IEventBusGrain>(0).Status(cancel);
        await using var context = await contexts.CreateDbContextAsync(cancel);
        var behind = await context.EventBacklogs.GroupBy(row => row.Consumer)
            .Select(rows => new { Consumer = rows.Key, Count = rows.Count() }).ToDictionaryAsync(rows => rows.Consumer, rows => rows.Count, cancel);
        var letters = await context.EventDeadLetters.OrderByDescending(row => row.Id).Take(MaxListed)
            .Select(row => new ListedDeadLetter(row.Id, row.At, row.Consumer, row.SessionId, row.Version, row.Type, row.Attempts, row.Error, row.WantedAgain))
            .ToListAsync(cancel);
        return TypedResults.Ok(new EventBusOverview(
            [.. status.Queues.Select(queue => new ListedQueue(queue.Queue, queue.Delivered, queue.LagMs))],
            [.. status.Consumers.Select(consumer => new ListedConsumer(consumer.Name, consumer.CanReplay, behind.GetValueOrDefault(consumer.Name)))],
            await context.EventDeadLetters.CountAsync(cancel),
            letters));
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> RetryAsync(long id, IDbContextFactory<ArenaDbContext> contexts, CancellationToken cancel)
    {
        await using var context = await contexts.CreateDbContextAsync(cancel);
        return Changed(await context.EventDeadLetters.Where(row => row.Id == id)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.WantedAgain, true), cancel));
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> DiscardAsync(long id, IDbContextFactory<ArenaDbContext> contexts, CancellationToken cancel)
    {
        await using var context = await contexts.CreateDbContextAsync(cancel);
        return Changed(await context.EventDeadLetters.Where(row => row.Id == id).ExecuteDeleteAsync(cancel));
    }

    private static async Task<Results<Ok<ReplayReply>, ProblemHttpResult>> ReplayAsync(ReplayRequest request, IGrainFactory grains)
    {
        if (request is not { Consumer: { } consumer, After: >= 0 })
            return Problems.Of(GameErrorCode.InvalidMessage, detail: "consumer is a name, and after a position, 0 or more.");
        return await grains.GetGrain<IEventBusGrain>(0).Replay(consumer, request.After) is { } sessions
            ? TypedResults.Ok(new ReplayReply(sessions))
            : Problems.Of(EventErrorCode.UnknownConsumer.AsProblem());
    }

    private static Results<NoContent, ProblemHttpResult> Changed(int rows) => rows > 0
        ? TypedResults.NoContent()
        : Problems.Of(EventErrorCode.UnknownDeadLetter.AsProblem());
}

/// <param name="Queues">How far the queues are.</param>
/// <param name="Consumers">Who consumes events.</param>
/// <param name="DeadLetterCount">How many dead letters there are.</param>
/// <param name="DeadLetters">The newest.</param>
internal sealed record EventBusOverview(
    IReadOnlyList<ListedQueue> Queues, IReadOnlyList<ListedConsumer> Consumers, int DeadLetterCount, IReadOnlyList<ListedDeadLetter> DeadLetters);

/// <param name="Queue">Its number.</param>
/// <param name="Delivered">The position up to which all was delivered.</param>
/// <param name="LagMs">The age of the first event that was not, in milliseconds; 0 if there is none.</param>
internal sealed record ListedQueue(int Queue, long Delivered, long LagMs);

/// <param name="Name">Its name.</param>
/// <param name="CanReplay">Whether it can start over.</param>
/// <param name="Backlogs">In how many games it is behind.</param>
internal sealed record ListedConsumer(string Name, bool CanReplay, int Backlogs);

/// <param name="Id">For retry and discard.</param>
/// <param name="At">When it was tried last.</param>
/// <param name="Consumer">Who could not handle it.</param>
/// <param name="SessionId">Of which game.</param>
/// <param name="Version">The event's number in the game.</param>
/// <param name="Type">The event's name.</param>
/// <param name="Attempts">How often it was tried.</param>
/// <param name="Error">Why it failed last.</param>
/// <param name="WantedAgain">Whether it is about to be tried once more.</param>
internal sealed record ListedDeadLetter(
    long Id, DateTimeOffset At, string Consumer, Guid SessionId, long Version, string Type, int Attempts, string Error, bool WantedAgain);

/// <param name="Consumer">Its name.</param>
/// <param name="After">A position of the log; 0 for everything.</param>
internal sealed record ReplayRequest(string Consumer, long After = 0);

/// <param name="Sessions">In how many games the consumer starts over.</param>
internal sealed record ReplayReply(int Sessions);
