using Arena.Game.Vocabulary;
using Arena.Gateway.Authority;
using Arena.Gateway.Http;
using Arena.Gateway.Play;
using Arena.Storage.Model;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Arena.Gateway.Sessions;

/// <summary>How a host's remote on another device follows from one game of a series to the next.</summary>
internal static class NextGameEndpoint
{
    private const int MaxBytes = 4 * 1024;

    public static void MapNextGame(this IEndpointRouteBuilder routes) => routes
        .MapPost("/api/sessions/{code}/next-host-key", KeyAsync)
        .AllowAnonymous()
        .RequireRateLimiting(AuthoringRate.Policy)
        .WithName("getNextHostKey")
        .WithTags("Sessions")
        .WithSummary("The host key of the game that continues one whose host key the caller holds")
        .WithDescription("`code` is that of the next game, which all who watch the first are shown once it is open. Both must be of the same author.")
        .WithMetadata(new RequestSizeLimitAttribute(MaxBytes))
        .Produces<LaunchReply>()
        .ProducesArenaProblem(
            StatusCodes.Status400BadRequest, StatusCodes.Status404NotFound, StatusCodes.Status413PayloadTooLarge,
            StatusCodes.Status429TooManyRequests, StatusCodes.Status503ServiceUnavailable);

    private static async Task<Results<Ok<LaunchReply>, ProblemHttpResult>> KeyAsync(
        string code, FollowedGame followed, HttpRequest http, IDbContextFactory<ArenaDbContext> contexts, PreviousGames games, SessionTokens tokens,
        JoinAddress joinAddress, CancellationToken cancel)
    {
        if (followed is not { HostKey: { } hostKey })
            return Problems.Of(GameErrorCode.InvalidMessage);
        await using var context = await contexts.CreateDbContextAsync(cancel);
        if (await games.FindNextAsync(context, hostKey, code, cancel) is not var (sessionId, nextCode, signIn))
            return Problems.Of(GameErrorCode.UnknownSession);
        return TypedResults.Ok(new LaunchReply(sessionId, nextCode, tokens.ForHost(nextCode, sessionId, signIn), $"{joinAddress.Of(http)}/j/{nextCode}"));
    }
}

/// <param name="HostKey">The host key of the game that is over.</param>
internal sealed record FollowedGame(string? HostKey);
