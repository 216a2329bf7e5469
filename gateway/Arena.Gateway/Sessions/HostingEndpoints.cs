using System.Security.Claims;
using Arena.Game.Vocabulary;
using Arena.Gateway.Accounts;
using Arena.Gateway.Authority;
using Arena.Gateway.Http;
using Arena.Gateway.Play;
using Arena.GrainInterfaces;
using Arena.Storage.Model;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Arena.Gateway.Sessions;

/// <summary>The games that an account may host: finding them again, and naming others who may.</summary>
internal static class HostingEndpoints
{
    private const int MaxListed = 100;

    public static void MapHosting(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/sessions").WithTags("Sessions")
            .RequireRateLimiting(AuthoringRate.Policy)
            .ProducesArenaProblem(StatusCodes.Status401Unauthorized, StatusCodes.Status403Forbidden, StatusCodes.Status429TooManyRequests);

        group.MapGet("", ListAsync)
            .RequireAuthorization(Access.Host)
            .WithName("listSessions")
            .WithSummary("The live sessions that the account may host, the newest first")
            .Produces<IEnumerable<HostedSession>>();

        group.MapPost("/{code}/host-key", HostKeyAsync)
            .RequireAuthorization(Access.Host)
            .WithName("getHostKey")
            .WithSummary("A host key for this browser: after signing in again, on a second device, as a co-host")
            .Produces<LaunchReply>()
            .ProducesArenaProblem(StatusCodes.Status404NotFound);

        group.MapGet("/{code}/co-hosts", CoHostsAsync)
            .RequireAuthorization(Access.Account)
            .WithName("listCoHosts")
            .WithSummary("Who may host the session beside the one who launched it")
            .Produces<IEnumerable<string>>()
            .ProducesArenaProblem(StatusCodes.Status404NotFound);

        group.MapPut("/{code}/co-hosts/{name}", AddCoHostAsync)
            .RequireAuthorization(Access.Account)
            .WithName("addCoHost")
            .WithSummary("Lets another account host the session too. Only who launched it may.")
            .Produces(StatusCodes.Status204NoContent)
            .ProducesArenaProblem(StatusCodes.Status404NotFound, StatusCodes.Status409Conflict);

        group.MapDelete("/{code}/co-hosts/{name}", RemoveCoHostAsync)
            .RequireAuthorization(Access.Account)
            .WithName("removeCoHost")
            .WithSummary("Ends that: commands of that account are refused at once, and its hosting connections are closed within seconds")
            .Produces(StatusCodes.Status204NoContent)
            .ProducesArenaProblem(StatusCodes.Status404NotFound);
    }

    private static async Task<Ok<List<HostedSession>>> ListAsync(
        ClaimsPrincipal caller, IDbContextFactory<ArenaDbContext> contexts, CancellationToken cancel)
    {
        var id = caller.Id();
        await using var context = await contexts.CreateDbContextAsync(cancel);
        return TypedResults.Ok(await HostAccess.Hosted(context, id).Where(session => session.Status == SessionStatus.Live)
            .OrderByDescending(session => session.CreatedAt)
            .Take(MaxListed)
            .Select(session => new HostedSession(
                session.Id, session.Code, context.Quizzes.Where(quiz => quiz.Id == session.QuizId).Select(quiz => quiz.Title).SingleOrDefault(),
                session.CreatedAt, session.HostId == id))
            .ToListAsync(cancel));
    }

    private static async Task<Results<Ok<LaunchReply>, ProblemHttpResult>> HostKeyAsync(
        string code, HttpRequest http, ClaimsPrincipal caller, IDbContextFactory<ArenaDbContext> contexts, SessionTokens tokens,
        JoinAddress joinAddress, CancellationToken cancel)
    {
        await using var context = await contexts.CreateDbContextAsync(cancel);
        if (await LiveAsync(HostAccess.Hosted(context, caller.Id()), code, cancel) is not { } session)
            return Problems.Of(GameErrorCode.UnknownSession);
        return TypedResults.Ok(new LaunchReply(
            session.Id, session.Code, tokens.ForHost(session.Code, session.Id, caller.SignIn()), $"{joinAddress.Of(http)}/j/{session.Code}"));
    }

    private static async Task<Results<Ok<List<string>>, ProblemHttpResult>> CoHostsAsync(
        string code, ClaimsPrincipal caller, IDbContextFactory<ArenaDbContext> contexts, CancellationToken cancel)
    {
        await using var context = await contexts.CreateDbContextAsync(cancel);
        if (await LiveAsync(HostAccess.Hosted(context, caller.Id()), code, cancel) is not { } session)
            return Problems.Of(GameErrorCode.UnknownSession);
        return TypedResults.Ok(await context.Users
            .Where(user => context.SessionCoHosts.Any(share => share.SessionId == session.Id && share.UserId == user.Id))
            .Select(user => user.Username).Order().ToListAsync(cancel));
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> AddCoHostAsync(
        string code, string name, ClaimsPrincipal caller, IDbContextFactory<ArenaDbContext> contexts, CancellationToken cancel)
    {
        await using var context = await contexts.CreateDbContextAsync(cancel);
        if (await LaunchedAsync(context, caller, code, cancel) is not { } session)
            return Problems.Of(GameErrorCode.UnknownSession);
        if (await AccountNamed.FindAsync(context, name, cancel) is not { } user || user == caller.Id())
            return Problems.Of(AccountErrorCode.UnknownUser.AsProblem());
        var shares = context.SessionCoHosts.Where(share => share.SessionId == session.Id);
        if (await shares.AnyAsync(share => share.UserId == user, cancel))
            return TypedResults.NoContent();
        if (await shares.CountAsync(cancel) >= CoHostNames.Max)
            return Problems.Of(GameErrorCode.OutOfRange, StatusCodes.Status409Conflict, "The session has as many co-hosts as it may.", CoHostNames.Max);
        context.SessionCoHosts.Add(new() { SessionId = session.Id, UserId = user });
        await context.SaveChangesAsync(cancel);
        return TypedResults.NoContent();
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> RemoveCoHostAsync(
        string code, string name, ClaimsPrincipal caller, IDbContextFactory<ArenaDbContext> contexts, HostRevocation revocation,
        CancellationToken cancel)
    {
        await using var context = await contexts.CreateDbContextAsync(cancel);
        if (await LaunchedAsync(context, caller, code, cancel) is not { } session)
            return Problems.Of(GameErrorCode.UnknownSession);
        var user = await AccountNamed.FindAsync(context, name, cancel);
        if (await context.SessionCoHosts.Where(share => share.SessionId == session.Id && share.UserId == user).ExecuteDeleteAsync(cancel) == 0)
            return Problems.Of(AccountErrorCode.UnknownUser.AsProblem());
        await revocation.CloseAsync(session.Id, cancel);
        return TypedResults.NoContent();
    }

    private static Task<GameSessionRow?> LaunchedAsync(ArenaDbContext context, ClaimsPrincipal caller, string code, CancellationToken cancel)
    {
        var id = caller.Id();
        return LiveAsync(context.GameSessions.Where(session => session.HostId == id), code, cancel);
    }

    private static async Task<GameSessionRow?> LiveAsync(IQueryable<GameSessionRow> sessions, string code, CancellationToken cancel) =>
        JoinCode.TryParse(code, out var parsed)
            ? await sessions.AsNoTracking().SingleOrDefaultAsync(session => session.Code == parsed && session.Status == SessionStatus.Live, cancel)
            : null;
}

/// <summary>A live session that the caller may host.</summary>
/// <param name="SessionId">The session.</param>
/// <param name="Code">What players type.</param>
/// <param name="Title">The quiz's title, unless the quiz is gone.</param>
/// <param name="CreatedAt">When it was launched.</param>
/// <param name="IsOwn">Whether the caller launched it; else they are a co-host.</param>
internal sealed record HostedSession(Guid SessionId, string Code, string? Title, DateTimeOffset CreatedAt, bool IsOwn);
