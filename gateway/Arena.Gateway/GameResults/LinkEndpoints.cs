using System.Text.Json.Serialization;
using Arena.Game.Vocabulary;
using Arena.Gateway.Authority;
using Arena.Gateway.GameResults.Reports;
using Arena.Gateway.Http;
using Arena.Storage.Model;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Arena.Gateway.GameResults;

/// <summary>The link to a public summary of a game without names: its hosts make it and withdraw it, and who knows it needs no account.</summary>
internal static class LinkEndpoints
{
    private const string RobotsHeader = "X-Robots-Tag";

    public static void MapReportLinks(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/games/{id}/link").WithTags("Results")
            .RequireAuthorization(Access.ShareReport)
            .RequireRateLimiting(AuthoringRate.Policy)
            .ProducesArenaProblem(
                StatusCodes.Status401Unauthorized, StatusCodes.Status403Forbidden, StatusCodes.Status404NotFound, StatusCodes.Status429TooManyRequests);

        group.MapGet("", GetAsync)
            .WithName("getReportLink")
            .WithSummary("The link to the public summary of a game, if there is one");

        group.MapPut("", MakeAsync)
            .WithName("makeReportLink")
            .WithSummary("Makes the link, or gives the one that there is")
            .WithDescription("409 with code `notNow`: the game is not over, or its host is deleted. The link ends when it is withdrawn, and with the game or the account that hosted it.")
            .ProducesArenaProblem(StatusCodes.Status409Conflict);

        group.MapDelete("", WithdrawAsync)
            .WithName("withdrawReportLink")
            .WithSummary("Withdraws the link: it opens nothing any more, and the next one is another")
            .Produces(StatusCodes.Status204NoContent);

        routes.MapGet("/api/summaries/{token}", SummaryAsync)
            .AllowAnonymous()
            .RequireRateLimiting(AuthoringRate.Policy)
            .WithMetadata(RequestCost.Quiz)
            .WithTags("Results")
            .WithName("getSummary")
            .WithSummary("The public summary of a game, by its link: without names, and without answers")
            .Produces<SummaryReply>()
            .ProducesArenaProblem(StatusCodes.Status404NotFound, StatusCodes.Status429TooManyRequests, StatusCodes.Status503ServiceUnavailable);
    }

    private static async Task<Results<Ok<LinkReply>, ProblemHttpResult>> GetAsync(
        string id, HttpContext http, IDbContextFactory<ArenaDbContext> contexts, ReportAccess access, CancellationToken cancel)
    {
        await using var context = await contexts.CreateDbContextAsync(cancel);
        return await access.FindAsync(context, http, id, cancel) is { } game
            ? TypedResults.Ok(new LinkReply(await TokenOfAsync(context, game.Id, cancel)))
            : Problems.Of(GameErrorCode.UnknownSession);
    }

    private static async Task<Results<Ok<LinkReply>, ProblemHttpResult>> MakeAsync(
        string id, HttpContext http, IDbContextFactory<ArenaDbContext> contexts, ReportAccess access, TimeProvider clock, CancellationToken cancel)
    {
        await using var context = await contexts.CreateDbContextAsync(cancel);
        if (await access.FindAsync(context, http, id, cancel) is not { } game)
            return Problems.Of(GameErrorCode.UnknownSession);
        // A link ends with its host, so a co-host makes no other one afterwards.
        if (game.EndedAt is null || game.HostId is null)
            return Problems.Of(GameErrorCode.NotNow);
        if (await TokenOfAsync(context, game.Id, cancel) is { } known)
            return TypedResults.Ok(new LinkReply(known));
        var token = LinkToken.Draw();
        context.ReportLinks.Add(new() { SessionId = game.Id, HostId = game.HostId, Token = token, CreatedAt = clock.GetUtcNow() });
        try
        {
            await context.SaveChangesAsync(cancel);
            return TypedResults.Ok(new LinkReply(token));
        }
        // Of two that make it at once, one does; or the game has gone meanwhile.
        catch (DbUpdateException) when (!cancel.IsCancellationRequested)
        {
            return await TokenOfAsync(context, game.Id, cancel) is { } made ? TypedResults.Ok(new LinkReply(made)) : Problems.Of(GameErrorCode.UnknownSession);
        }
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> WithdrawAsync(
        string id, HttpContext http, IDbContextFactory<ArenaDbContext> contexts, ReportAccess access, CancellationToken cancel)
    {
        await using var context = await contexts.CreateDbContextAsync(cancel);
        if (await access.FindAsync(context, http, id, cancel) is not { } game)
            return Problems.Of(GameErrorCode.UnknownSession);
        await context.ReportLinks.Where(link => link.SessionId == game.Id).ExecuteDeleteAsync(cancel);
        return TypedResults.NoContent();
    }

    private static async Task<Results<Ok<SummaryReply>, ProblemHttpResult>> SummaryAsync(
        string token, HttpContext http, IDbContextFactory<ArenaDbContext> contexts, PublicSummaries summaries, CancellationToken cancel)
    {
        http.Response.Headers[RobotsHeader] = "noindex";
        await using var context = await contexts.CreateDbContextAsync(cancel);
        var game = await (
            from link in context.ReportLinks
            where link.Token == token
            join session in context.GameSessions on link.SessionId equals session.Id
            where session.Status == SessionStatus.Ended
            select new { session.Id, session.EndedAt }).SingleOrDefaultAsync(cancel);
        if (game is null)
            return Problems.Of(GameErrorCode.UnknownSession);
        var (summarised, refusal) = await summaries.ReadAsync(game.Id, cancel);
        return summarised is null
            ? Problems.Of(refusal!.Value)
            : TypedResults.Ok(new SummaryReply(summarised.Title, game.EndedAt!.Value, summarised.Summary));
    }

    private static Task<string?> TokenOfAsync(ArenaDbContext context, Guid game, CancellationToken cancel) =>
        context.ReportLinks.Where(link => link.SessionId == game).Select(link => link.Token).SingleOrDefaultAsync(cancel);
}

/// <param name="Token">What the link is known by: the page is <c>/summary/{token}</c>. Null if there is none.</param>
internal sealed record LinkReply([property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] string? Token);

/// <param name="Title">The quiz's title, as it was played.</param>
/// <param name="EndedAt">When the game ended.</param>
/// <param name="Summary">How it went.</param>
internal sealed record SummaryReply(string Title, DateTimeOffset EndedAt, ReportSummary Summary);
