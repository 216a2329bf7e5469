using Arena.Gateway.Authority;
using Arena.Gateway.Authors;
using Arena.Gateway.Http;
using Arena.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Arena.Gateway.Administration;

/// <summary>What administrators alone may see.</summary>
internal static class AdministrationEndpoints
{
    private const int MaxListed = 200;

    public static void MapAdministration(this IEndpointRouteBuilder routes) => routes
        .MapGet("/api/administration/security-events", SecurityEventsAsync)
        .WithTags("Administration")
        .WithName("listSecurityEvents")
        .WithSummary("The security log, the newest first, at most 200 from before a number")
        .RequireAuthorization(Access.Administrator)
        .RequireRateLimiting(AuthoringRate.Policy)
        .Produces<IEnumerable<LoggedSecurityEvent>>()
        .ProducesArenaProblem(
            StatusCodes.Status400BadRequest, StatusCodes.Status401Unauthorized, StatusCodes.Status403Forbidden, StatusCodes.Status429TooManyRequests);

    private static async Task<Ok<List<LoggedSecurityEvent>>> SecurityEventsAsync(
        IDbContextFactory<ArenaDbContext> contexts, CancellationToken cancel, long before = long.MaxValue)
    {
        await using var context = await contexts.CreateDbContextAsync(cancel);
        return TypedResults.Ok(await (
            from entry in context.SecurityEvents
            where entry.Id < before
            orderby entry.Id descending
            select new LoggedSecurityEvent(
                entry.Id, entry.At, entry.Event, entry.UserId,
                context.Users.Where(user => user.Id == entry.UserId).Select(user => user.Username).SingleOrDefault(), entry.Ip))
            .Take(MaxListed).ToListAsync(cancel));
    }
}

/// <param name="Id">Grows; for <c>before</c>.</param>
/// <param name="At">When it happened.</param>
/// <param name="Event">What.</param>
/// <param name="UserId">Whose account.</param>
/// <param name="Name">Its name now, or null if it is gone.</param>
/// <param name="Ip">The caller's address.</param>
internal sealed record LoggedSecurityEvent(long Id, DateTimeOffset At, SecurityEvent Event, Guid? UserId, string? Name, string? Ip);
