using System.Security.Claims;
using System.Security.Cryptography;
using Arena.Game;
using Arena.GrainInterfaces;
using Arena.Gateway.Http;
using Arena.Gateway.Play;
using Arena.Gateway.Quizzes;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Arena.Gateway.Sessions;

/// <summary>Launching sessions.</summary>
internal static class SessionEndpoints
{
    public const string LaunchPolicy = "launch";
    private const int CodeAttempts = 5;

    public static void MapSessions(this IEndpointRouteBuilder routes) => routes
        .MapPost("/api/sessions", LaunchAsync)
        .WithName("LaunchSession")
        .WithTags("Sessions")
        .WithSummary("Opens a session of one of your quizzes. Keep the host key: it alone makes you the session's host.")
        .RequireAuthorization()
        .RequireRateLimiting(LaunchPolicy)
        .ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
        .ProducesProblem(StatusCodes.Status503ServiceUnavailable);

    private static async Task<Results<Created<LaunchReply>, ProblemHttpResult>> LaunchAsync(
        LaunchRequest request, ClaimsPrincipal user, QuizStore quizzes, IGrainFactory grains, SessionTokens tokens, CancellationToken cancel)
    {
        if (!await quizzes.IsOwnerAsync(user.AuthorId(), request.QuizId, cancel))
            return Problems.Refuse(Refusal.UnknownQuiz);
        var command = new LaunchSession(
            Guid.CreateVersion7(), request.QuizId, WireJson.Body(request.Settings ?? new()), BitConverter.ToInt64(RandomNumberGenerator.GetBytes(8)));
        for (var attempt = 1; ; attempt++)
        {
            var session = grains.GetGrain<IGameSessionGrain>(JoinCode.Draw());
            var launched = await GrainCalls.RetryAsync(() => session.Launch(command));
            if (launched.Accepted)
            {
                var (sessionId, code) = launched.Value;
                return TypedResults.Created((string?)null, new LaunchReply(sessionId, code, tokens.ForHost(code, sessionId)));
            }
            if (launched.Refusal != Refusal.CodeTaken || attempt == CodeAttempts)
                return Problems.Refuse(launched.Refusal.Value);
        }
    }
}

/// <param name="QuizId">One of your quizzes.</param>
/// <param name="Settings">How to play it; what is left out has its default.</param>
internal sealed record LaunchRequest(Guid QuizId, SessionSettings? Settings);

/// <param name="SessionId">The session.</param>
/// <param name="Code">What players type.</param>
/// <param name="HostKey">Proves that you are the host. A secret.</param>
internal sealed record LaunchReply(Guid SessionId, string Code, string HostKey);
