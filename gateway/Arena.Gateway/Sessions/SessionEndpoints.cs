using System.Security.Claims;
using System.Security.Cryptography;
using Arena.Game.Vocabulary;
using Arena.Gateway.Authority;
using Arena.Gateway.Http;
using Arena.Gateway.Play;
using Arena.GrainInterfaces;
using Arena.Storage.Model;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Arena.Gateway.Sessions;

/// <summary>Launching sessions.</summary>
internal static class SessionEndpoints
{
    public const string LaunchPolicy = "launch";
    private const int CodeAttempts = 5;
    private static readonly TimeSpan RetryLaunch = TimeSpan.FromMinutes(1);

    public static void MapSessions(this IEndpointRouteBuilder routes) => routes
        .MapPost("/api/sessions", LaunchAsync)
        .WithName("LaunchSession")
        .WithTags("Sessions")
        .WithSummary("Opens a session of a quiz that you may see. Keep the host key: it alone makes you the session's host.")
        .RequireAuthorization(Access.Launch)
        .RequireRateLimiting(LaunchPolicy)
        .ProducesArenaProblem(
            StatusCodes.Status400BadRequest, StatusCodes.Status401Unauthorized, StatusCodes.Status403Forbidden, StatusCodes.Status404NotFound,
            StatusCodes.Status409Conflict, StatusCodes.Status422UnprocessableEntity, StatusCodes.Status429TooManyRequests, StatusCodes.Status503ServiceUnavailable);

    private static async Task<Results<Created<LaunchReply>, ProblemHttpResult>> LaunchAsync(
        LaunchRequest request, HttpRequest http, ClaimsPrincipal author, IDbContextFactory<ArenaDbContext> contexts, IGrainFactory grains,
        SessionTokens tokens, JoinAddress joinAddress, GuestSessions guests, PreviousGames previousGames, GrainCallRetry retry, CancellationToken cancel)
    {
        await using var context = await contexts.CreateDbContextAsync(cancel);
        var (previous, unknown) = request.After is { } after ? await previousGames.FindAsync(context, after, cancel) : (null, null);
        if (unknown is not null)
            return unknown;
        if ((request.QuizId ?? previous?.QuizId) is not { } quizId
            || !await QuizAccess.Readable(context, author.Id()).AnyAsync(quiz => quiz.Id == quizId, cancel))
        {
            return Problems.Of(GameErrorCode.UnknownQuiz);
        }
        var (coHosts, refused) = await CoHostNames.FindAsync(context, author, request.CoHosts, cancel);
        if (refused is not null)
            return refused;
        var (draw, undrawn) = request.Draw is { } wanted
            ? await QuestionDraw.DrawAsync(context, author.Id(), quizId, wanted, cancel)
            : (QuestionDraw.None, null);
        if (draw is null)
            return undrawn!;
        var settings = request.Settings ?? previous?.Settings ?? new();
        // A player alone has no join code (SoloCode): one that never expires would keep it from games.
        if (settings.Pace is not null)
            return Problems.Of(GameErrorCode.OutOfRange);
        var command = new LaunchSession(
            Guid.CreateVersion7(), quizId, WireJson.Body(draw.AppliedTo(settings)), BitConverter.ToInt64(RandomNumberGenerator.GetBytes(8)),
            author.Id(), draw.Questions, previous?.Next(request.After!.MixTeams));
        var network = author.IsAnonymousAuthor() ? AddressRate.Network(http.HttpContext) : null;
        if (network is not null && !await guests.TryReserveAsync(network, command.SessionId, cancel))
            return Problems.Limited(http.HttpContext.Response, GameErrorCode.TooManyGuestSessions, RetryLaunch);
        var isRefused = false;
        try
        {
            var launched = await OpenAsync(command, grains, retry, cancel);
            isRefused = !launched.Accepted;
            if (!launched.Accepted)
                return Problems.Of(draw.IsOutdatedBy(launched.Refusal.Value) ? GameErrorCode.NotNow : launched.Refusal.Value);
            var (sessionId, code) = launched.Value;
            context.SessionCoHosts.AddRange(coHosts.Select(user => new SessionCoHostRow { SessionId = sessionId, UserId = user }));
            context.SessionSources.AddRange(draw.Sources.Where(quiz => quiz != quizId)
                .Select(quiz => new SessionSourceRow { SessionId = sessionId, QuizId = quiz }));
            await context.SaveChangesAsync(cancel);
            if (previous is not null)
                await previousGames.AnnounceAsync(previous, code, cancel);
            return TypedResults.Created((string?)null, new LaunchReply(
                sessionId, code, tokens.ForHost(code, sessionId, author.SignIn()), $"{joinAddress.Of(http)}/j/{code}"));
        }
        finally
        {
            if (network is not null)
                guests.Settle(network, command.SessionId, isRefused);
        }
    }

    /// <summary>Launches with a code that no other live session has.</summary>
    private static async Task<Outcome<Launched>> OpenAsync(
        LaunchSession command, IGrainFactory grains, GrainCallRetry retry, CancellationToken cancel)
    {
        for (var attempt = 1; ; attempt++)
        {
            var session = grains.GetGrain<IGameSessionGrain>(JoinCode.Draw());
            var launched = await retry.CallAsync(() => session.Launch(command), cancel);
            if (launched.Refusal != GameErrorCode.CodeTaken || attempt == CodeAttempts)
                return launched;
        }
    }
}

/// <param name="QuizId">A quiz that you may see; left out for the quiz of the game that this one continues.</param>
/// <param name="Settings">How to play it; omitted settings have their defaults. Left out: as in the game that this one continues.</param>
/// <param name="CoHosts">Names of accounts that may host it too, 20 at most; for a signed-in account alone.</param>
/// <param name="Draw">Questions to draw at random; then it decides over <c>questionCount</c> and <c>shuffle</c> of the settings.</param>
/// <param name="After">A game that is over and that this one continues, with the players who are still there; or null.</param>
internal sealed record LaunchRequest(
    Guid? QuizId, SessionSettings? Settings, IReadOnlyList<string>? CoHosts = null, DrawRequest? Draw = null, AfterRequest? After = null);

/// <param name="HostKey">The host key of the game that is over.</param>
/// <param name="MixTeams">Whether players are put into new teams, and do not stay in theirs.</param>
internal sealed record AfterRequest(string HostKey, bool MixTeams = false);

/// <param name="SessionId">The session.</param>
/// <param name="Code">What players type.</param>
/// <param name="HostKey">Proves that you are the host. A secret.</param>
/// <param name="JoinUrl">Where players go: what a QR code should hold.</param>
internal sealed record LaunchReply(Guid SessionId, string Code, string HostKey, string JoinUrl);
