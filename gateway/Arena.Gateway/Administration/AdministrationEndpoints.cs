using Arena.Game.Vocabulary;
using Arena.Gateway.Authority;
using Arena.Gateway.Http;
using Arena.Gateway.Refusals;
using Arena.Storage.Model;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Arena.Gateway.Administration;

/// <summary>What administrators alone may see.</summary>
internal static class AdministrationEndpoints
{
    private const int MaxListed = 200;

    public static void MapAdministration(this IEndpointRouteBuilder routes)
    {
        var administration = routes
            .MapGroup("/api/administration")
            .WithTags("Administration")
            .RequireAuthorization(Access.Administrator)
            .RequireRateLimiting(AuthoringRate.Policy)
            .ProducesArenaProblem(
                StatusCodes.Status400BadRequest, StatusCodes.Status401Unauthorized, StatusCodes.Status403Forbidden, StatusCodes.Status429TooManyRequests);
        administration.MapGet("/security-events", SecurityEventsAsync)
            .WithName("listSecurityEvents")
            .WithSummary("The security log, the newest first, at most 200 from before a number; of one event, or from a time up to before another, where asked for");
        administration.MapGet("/security-summary", SummaryAsync)
            .WithName("summariseSecurity")
            .WithSummary("How many events of each kind the security log has of a time, and what this gateway has refused since it started");
        administration.MapEvents();
        administration.MapMail();
    }

    private static async Task<Results<Ok<List<LoggedSecurityEvent>>, ProblemHttpResult>> SecurityEventsAsync(
        IDbContextFactory<ArenaDbContext> contexts, CancellationToken cancel, long before = long.MaxValue, string? @event = null,
        DateTimeOffset? since = null, DateTimeOffset? until = null)
    {
        SecurityEvent wanted = default;
        if (@event is not null && !(Enum.TryParse(@event, ignoreCase: true, out wanted) && Enum.IsDefined(wanted)))
            return Problems.Of(GameErrorCode.InvalidMessage, detail: "There is no such event.");
        await using var context = await contexts.CreateDbContextAsync(cancel);
        return TypedResults.Ok(await (
            from entry in Within(context, since, until)
            where entry.Id < before && (@event == null || entry.Event == wanted)
            orderby entry.Id descending
            select new LoggedSecurityEvent(
                entry.Id, entry.At, entry.Event, entry.UserId,
                context.Users.Where(user => user.Id == entry.UserId).Select(user => user.Username).SingleOrDefault(), entry.Ip))
            .Take(MaxListed).ToListAsync(cancel));
    }

    private static async Task<Ok<SecuritySummary>> SummaryAsync(
        IDbContextFactory<ArenaDbContext> contexts, RefusalLog refusals, CancellationToken cancel, DateTimeOffset? since = null, DateTimeOffset? until = null)
    {
        await using var context = await contexts.CreateDbContextAsync(cancel);
        var events = await Within(context, since, until)
            .GroupBy(entry => entry.Event)
            .Select(entries => new CountedEvent(entries.Key, entries.Count()))
            .ToListAsync(cancel);
        return TypedResults.Ok(new SecuritySummary([.. events.OrderByDescending(counted => counted.Count)], refusals.Counts()));
    }

    private static IQueryable<SecurityEventRow> Within(ArenaDbContext context, DateTimeOffset? since, DateTimeOffset? until) => context.SecurityEvents
        .Where(entry => (since == null || entry.At >= since) && (until == null || entry.At < until));
}

/// <param name="Id">Grows; for <c>before</c>.</param>
/// <param name="At">When it happened.</param>
/// <param name="Event">What.</param>
/// <param name="UserId">Whose account.</param>
/// <param name="Name">Its name now, or null if it is gone.</param>
/// <param name="Ip">The caller's address.</param>
internal sealed record LoggedSecurityEvent(long Id, DateTimeOffset At, SecurityEvent Event, Guid? UserId, string? Name, string? Ip);

/// <param name="Events">How many of each event there are, the most first.</param>
/// <param name="Refusals">What this gateway has refused since it started, the most first.</param>
internal sealed record SecuritySummary(IReadOnlyList<CountedEvent> Events, IReadOnlyList<CountedRefusal> Refusals);

/// <param name="Event">What.</param>
/// <param name="Count">How often.</param>
internal sealed record CountedEvent(SecurityEvent Event, int Count);
