using Arena.Game;
using Arena.Gateway.Authority;
using Arena.Gateway.Http;
using Arena.Storage;
using Microsoft.AspNetCore.Authentication.BearerToken;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Arena.Gateway.Authors;

/// <summary>Mints authors and renews their tokens.</summary>
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
            .WithDescription("Mints an identity without a name, that owns the quizzes made with its token. The token is good for a year; "
                + "who loses it loses the quizzes.")
            .Produces<AccessTokenResponse>();

        authors.MapPost("/refresh", RefreshAsync)
            .WithName("refreshAuthor")
            .WithSummary("New tokens for the same author")
            .WithMetadata(new RequestSizeLimitAttribute(MaxRefreshBytes))
            .Produces<AccessTokenResponse>()
            .ProducesArenaProblem(StatusCodes.Status400BadRequest, StatusCodes.Status401Unauthorized, StatusCodes.Status413PayloadTooLarge);
    }

    private static async Task<SignInHttpResult> MintAsync(
        IDbContextFactory<ArenaDbContext> contexts, TimeProvider clock, CancellationToken cancel)
    {
        var id = Guid.CreateVersion7(clock.GetUtcNow());
        await using ArenaDbContext context = await contexts.CreateDbContextAsync(cancel);
        context.Users.Add(new() { Id = id, Username = $"author-{id:N}", CreatedAt = clock.GetUtcNow() });
        await context.SaveChangesAsync(cancel);
        return SignIn(id);
    }

    private static async Task<Results<SignInHttpResult, ProblemHttpResult>> RefreshAsync(
        RefreshRequest request, IOptionsMonitor<BearerTokenOptions> bearer, IDbContextFactory<ArenaDbContext> contexts, TimeProvider clock,
        CancellationToken cancel)
    {
        var ticket = bearer.Get(Author.Scheme).RefreshTokenProtector.Unprotect(request.RefreshToken);
        if (ticket?.Properties.ExpiresUtc is not { } expires || expires <= clock.GetUtcNow())
            return Problems.Of(Refusal.InvalidToken);
        Guid id = ticket.Principal.Id();
        await using ArenaDbContext context = await contexts.CreateDbContextAsync(cancel);
        return await context.Users.AnyAsync(user => user.Id == id && user.NameKey == null, cancel) ? SignIn(id) : Problems.Of(Refusal.InvalidToken);
    }

    private static SignInHttpResult SignIn(Guid id) => TypedResults.SignIn(Author.Principal(id), authenticationScheme: Author.Scheme);
}
