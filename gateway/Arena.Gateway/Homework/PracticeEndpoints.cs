using System.Security.Claims;
using Arena.Game.Names;
using Arena.Game.Vocabulary;
using Arena.Gateway.Authority;
using Arena.Gateway.Http;
using Arena.Gateway.Sessions;
using Arena.GrainInterfaces;
using Arena.Storage.Model;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Arena.Gateway.Homework;

/// <summary>Practising alone: a wrong answer makes its question come again until it was right once.</summary>
internal static class PracticeEndpoints
{
    private const int MaxBodyBytes = 1_024;

    public static void MapPractice(this IEndpointRouteBuilder routes) => routes.MapPost("/api/practice", StartAsync)
        .WithTags("Homework")
        .RequireAuthorization(Access.Author)
        .RequireRateLimiting(SessionEndpoints.LaunchPolicy)
        .WithMetadata(new RequestSizeLimitAttribute(MaxBodyBytes))
        .WithName("startPractice")
        .WithSummary("Plays a quiz alone, without a record: play it on the hub with the seat token")
        .WithDescription("409 with code `quizInPlay`: a game or homework of the quiz is under way, and the caller is neither its owner nor a co-author. Practice shows the key.")
        .Produces<SoloSeat>()
        .ProducesArenaProblem(
            StatusCodes.Status400BadRequest, StatusCodes.Status401Unauthorized, StatusCodes.Status403Forbidden, StatusCodes.Status404NotFound,
            StatusCodes.Status409Conflict, StatusCodes.Status413PayloadTooLarge, StatusCodes.Status422UnprocessableEntity, StatusCodes.Status429TooManyRequests,
            StatusCodes.Status503ServiceUnavailable);

    private static async Task<IResult> StartAsync(
        PracticeRequest request, ClaimsPrincipal caller, IDbContextFactory<ArenaDbContext> contexts, SoloSessions sessions, TimeProvider clock, CancellationToken cancel)
    {
        if (Nicknames.Clean(request.Name, out var name) is { } unfit)
            return Problems.Of(unfit);
        await using var context = await contexts.CreateDbContextAsync(cancel);
        if (!await QuizAccess.Readable(context, caller.Id()).AnyAsync(quiz => quiz.Id == request.QuizId, cancel))
            return Problems.Of(GameErrorCode.UnknownQuiz);
        if (!await QuizAccess.WithKey(context, caller.Id(), clock.GetUtcNow()).AnyAsync(quiz => quiz.Id == request.QuizId, cancel))
            return Problems.Of(GameErrorCode.QuizInPlay);
        var settings = SoloSessions.Settings(new() { RepeatsWrong = true }) with { QuestionCount = GameLimits.MaxQuestions, Untimed = true };
        var seat = await sessions.OpenAsync(
            Guid.CreateVersion7(clock.GetUtcNow()), SoloCode.Draw(), request.QuizId, homeworkId: null, settings, name, cancel);
        return seat.Accepted ? TypedResults.Ok(seat.Value) : Problems.Of(seat.Refusal.Value);
    }
}
