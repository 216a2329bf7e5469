using System.Text.Json.Serialization;
using Arena.Game.Vocabulary;
using Arena.Gateway.Authority;
using Arena.Gateway.Http;
using Arena.Storage.Model;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Arena.Gateway.Sessions;

/// <summary>The link with which anyone watches a game: its hosts make it and withdraw it.</summary>
internal static class ScreenLinkEndpoints
{
    public static void MapScreenLinks(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/games/{id}/screen").WithTags("Sessions")
            .RequireAuthorization(Access.ShareReport)
            .RequireRateLimiting(AuthoringRate.Policy)
            .ProducesArenaProblem(
                StatusCodes.Status401Unauthorized, StatusCodes.Status403Forbidden, StatusCodes.Status404NotFound, StatusCodes.Status429TooManyRequests);

        group.MapGet("", GetAsync)
            .WithName("getScreenLink")
            .WithSummary("The link with which anyone watches the game, if there is one");

        group.MapPut("", MakeAsync)
            .WithName("makeScreenLink")
            .WithSummary("Makes the link, or gives the one that there is")
            .WithDescription("409 with code `notNow`: the game is over. The link ends when it is withdrawn, and with the game.")
            .ProducesArenaProblem(StatusCodes.Status409Conflict);

        group.MapDelete("", WithdrawAsync)
            .WithName("withdrawScreenLink")
            .WithSummary("Withdraws the link: those who watch are cut off within seconds, and the next link is another")
            .Produces(StatusCodes.Status204NoContent);
    }

    private static async Task<Results<Ok<ScreenLinkReply>, ProblemHttpResult>> GetAsync(
        string id, HttpContext http, IDbContextFactory<ArenaDbContext> contexts, ReportAccess access, CancellationToken cancel)
    {
        await using var context = await contexts.CreateDbContextAsync(cancel);
        return await access.FindAsync(context, http, id, cancel) is { } game
            ? TypedResults.Ok(new ScreenLinkReply(await TokenOfAsync(context, game.Id, cancel)))
            : Problems.Of(GameErrorCode.UnknownSession);
    }

    private static async Task<Results<Ok<ScreenLinkReply>, ProblemHttpResult>> MakeAsync(
        string id, HttpContext http, IDbContextFactory<ArenaDbContext> contexts, ReportAccess access, TimeProvider clock, CancellationToken cancel)
    {
        await using var context = await contexts.CreateDbContextAsync(cancel);
        if (await access.FindAsync(context, http, id, cancel) is not { } game)
            return Problems.Of(GameErrorCode.UnknownSession);
        if (game.Status != SessionStatus.Live)
            return Problems.Of(GameErrorCode.NotNow);
        if (await TokenOfAsync(context, game.Id, cancel) is { } known)
            return TypedResults.Ok(new ScreenLinkReply(known));
        var token = LinkToken.Draw();
        context.ScreenLinks.Add(new() { SessionId = game.Id, Token = token, CreatedAt = clock.GetUtcNow() });
        try
        {
            await context.SaveChangesAsync(cancel);
            return TypedResults.Ok(new ScreenLinkReply(token));
        }
        // Of two that make it at once, one does; or the game has gone meanwhile.
        catch (DbUpdateException) when (!cancel.IsCancellationRequested)
        {
            return await TokenOfAsync(context, game.Id, cancel) is { } made ? TypedResults.Ok(new ScreenLinkReply(made)) : Problems.Of(GameErrorCode.UnknownSession);
        }
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> WithdrawAsync(
        string id, HttpContext http, IDbContextFactory<ArenaDbContext> contexts, ReportAccess access, ScreenAccess screens, CancellationToken cancel)
    {
        await using var context = await contexts.CreateDbContextAsync(cancel);
        if (await access.FindAsync(context, http, id, cancel) is not { } game)
            return Problems.Of(GameErrorCode.UnknownSession);
        await context.ScreenLinks.Where(link => link.SessionId == game.Id).ExecuteDeleteAsync(cancel);
        await screens.CloseWithdrawnAsync(cancel);
        return TypedResults.NoContent();
    }

    private static Task<string?> TokenOfAsync(ArenaDbContext context, Guid game, CancellationToken cancel) =>
        context.ScreenLinks.Where(link => link.SessionId == game).Select(link => link.Token).SingleOrDefaultAsync(cancel);
}

/// <param name="Token">What the link is known by: the page is <c>/s/{token}</c>. Null if there is none.</param>
internal sealed record ScreenLinkReply([property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] string? Token);
