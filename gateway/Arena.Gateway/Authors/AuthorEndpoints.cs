using System.Security.Claims;
using Arena.Game.Vocabulary;
using Arena.Gateway.Authority;
using Arena.Gateway.Http;
using Arena.Gateway.Security;
using Arena.Storage.Model;
using Microsoft.AspNetCore.Authentication.BearerToken;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Arena.Gateway.Authors;

/// <summary>Mints authors, renews their tokens and deletes them.</summary>
internal static class AuthorEndpoints
{
    private const int MaxRefreshBytes = 8 * 1024;

    public static void MapAuthors(this IEndpointRouteBuilder routes)
    {
        RouteGroupBuilder authors = routes.MapGroup("/api/authors")
            .WithTags("Authors")
            .AllowAnonymous()
            .RequireRateLimiting(AuthoringRate.Policy)
            .WithMetadata(new ChargedTo(RateBucket.NewAuthor))
            .ProducesArenaProblem(StatusCodes.Status429TooManyRequests);

        authors.MapPost("", MintAsync)
            .WithName("mintAuthor")
            .WithSummary("A new author")
            .WithDescription("Mints an identity without a name, that owns the quizzes made with its token. The access token is good for 30 days and "
                + "the refresh token, which replaces both, for two years: who loses them loses the quizzes.")
            .Produces<AccessTokenResponse>();

        authors.MapPost("/refresh", RefreshAsync)
            .WithName("refreshAuthor")
            .WithSummary("New tokens for the same author")
            .WithDescription("A refresh token is good once, and may be repeated until its successor is used. An older one ends all of the author's tokens.")
            .WithMetadata(new RequestSizeLimitAttribute(MaxRefreshBytes))
            .Produces<AccessTokenResponse>()
            .ProducesArenaProblem(StatusCodes.Status400BadRequest, StatusCodes.Status401Unauthorized, StatusCodes.Status413PayloadTooLarge);

        routes.MapPost("/api/authors/deletion", DeleteAsync)
            .WithTags("Authors")
            .RequireAuthorization(Access.Author)
            .RequireRateLimiting(AuthoringRate.Policy)
            .WithName("deleteAuthor")
            .WithSummary("Deletes the author with its quizzes, at once and for good: its tokens end")
            .WithDescription("For an author without an account; an account has a deletion of its own, which asks for proof of the owner.")
            .Produces(StatusCodes.Status204NoContent)
            .ProducesArenaProblem(StatusCodes.Status401Unauthorized, StatusCodes.Status403Forbidden, StatusCodes.Status429TooManyRequests);
    }

    private static async Task<Ok<AccessTokenResponse>> MintAsync(HttpResponse response, AuthorSessions sessions, CancellationToken cancel)
    {
        response.Headers.CacheControl = "no-store";
        return TypedResults.Ok(await sessions.MintAsync(cancel));
    }

    private static async Task<Results<Ok<AccessTokenResponse>, ProblemHttpResult>> RefreshAsync(
        RefreshRequest request, HttpContext http, AuthorSessions sessions, CancellationToken cancel)
    {
        http.Response.Headers.CacheControl = "no-store";
        return await sessions.RefreshAsync(request.RefreshToken, http, cancel) is { } renewed
            ? TypedResults.Ok(renewed)
            : Problems.Of(GameErrorCode.InvalidToken);
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> DeleteAsync(
        HttpContext http, ClaimsPrincipal caller, IDbContextFactory<ArenaDbContext> contexts, SecurityLog log, CancellationToken cancel)
    {
        if (!caller.IsAnonymousAuthor())
            return Problems.Of(GameErrorCode.NotAllowed);
        var id = caller.Id();
        await using ArenaDbContext context = await contexts.CreateDbContextAsync(cancel);
        if (await context.Users.Where(user => user.Id == id && user.NameKey == null).ExecuteDeleteAsync(cancel) == 0)
            return Problems.Of(GameErrorCode.InvalidToken);
        await log.WriteAsync(SecurityEvent.Deleted, id, http.Connection.RemoteIpAddress);
        return TypedResults.NoContent();
    }
}
