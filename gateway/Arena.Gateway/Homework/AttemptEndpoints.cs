using System.Security.Claims;
using System.Text.Json;
using Arena.Game.Names;
using Arena.Game.Rules;
using Arena.Game.Vocabulary;
using Arena.Gateway.Authority;
using Arena.Gateway.GameResults;
using Arena.Gateway.Http;
using Arena.GrainInterfaces;
using Arena.Storage.Model;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace Arena.Gateway.Homework;

/// <summary>Playing homework by its link, with or without an account.</summary>
internal static class AttemptEndpoints
{
    /// <summary>The header in which a browser brings its key.</summary>
    public const string KeyHeader = "Arena-Player-Key";

    private const string Json = "application/json; charset=utf-8";
    private const int MaxBodyBytes = 2_048;
    private const int MaxTokenLength = 64;

    public static void MapAttempts(this IEndpointRouteBuilder routes)
    {
        var links = routes.MapGroup("/api/homework/links/{token}").WithTags("Homework")
            .AllowAnonymous()
            .RequireRateLimiting(AuthoringRate.Policy)
            .ProducesArenaProblem(StatusCodes.Status404NotFound, StatusCodes.Status429TooManyRequests);

        links.MapGet("", PageAsync)
            .WithName("getHomeworkPage")
            .WithSummary("A homework by its link: its rules, and the caller's own attempts")
            .WithDescription($"Without an account, a player is known by the key that the browser made and brings in the header `{KeyHeader}`.")
            .Produces<HomeworkPage>();

        links.MapPost("/attempts", StartAsync)
            .WithName("startAttempt")
            .WithSummary("Begins an attempt, or continues the one under way: play it on the hub with the seat token")
            .WithMetadata(new RequestSizeLimitAttribute(MaxBodyBytes))
            .Produces<SoloSeat>()
            .ProducesArenaProblem(
                StatusCodes.Status400BadRequest, StatusCodes.Status409Conflict, StatusCodes.Status413PayloadTooLarge, StatusCodes.Status503ServiceUnavailable);

        links.MapGet("/attempts/{number:int}", ReviewAsync)
            .WithName("getAttempt")
            .WithSummary("An attempt of the caller that is over: each question with its right answer and explanation")
            .WithMetadata(RequestCost.Quiz)
            .Produces<AttemptReview>()
            .ProducesArenaProblem(StatusCodes.Status409Conflict);
    }

    private static async Task<IResult> PageAsync(
        string token, HttpContext http, ClaimsPrincipal user, AttemptStore store, IOptions<HomeworkOptions> options, TimeProvider clock, CancellationToken cancel)
    {
        if (await FindAsync(token, store, cancel) is not { } homework)
            return Unknown;
        var player = CallerOf(http, user) is { } caller ? await store.FindPlayerAsync(homework.Id, caller, cancel) : null;
        var attempts = player is null ? [] : await store.ListAsync(player.Id, cancel);
        var whyNot = HomeworkRules.WhyClosed(homework, options.Value, clock.GetUtcNow()) ?? WhyNoMore(homework, options.Value, attempts);
        return TypedResults.Ok(new HomeworkPage(
            homework.Title, homework.Questions, homework.OpensAt, homework.DueAt, homework.AcceptsLate, homework.MaxAttempts, homework.FeedbackAtEnd,
            homework.Untimed, whyNot is { } code ? JsonNamingPolicy.CamelCase.ConvertName($"{code}") : null, player?.Name,
            [
                .. attempts.Select(attempt => new OwnAttempt(
                    attempt.Row.Number, attempt.Row.StartedAt, attempt.IsOver, HomeworkRules.IsLate(homework, attempt.Row), ResultOf(attempt.Row))),
            ]));
    }

    private static async Task<IResult> StartAsync(
        string token, AttemptRequest request, ClaimsPrincipal user, AttemptStore store, SoloSessions sessions, IOptions<HomeworkOptions> options, TimeProvider clock,
        CancellationToken cancel)
    {
        var caller = new HomeworkCaller(AccountOf(user), request.Key);
        if (caller is { Account: null, Key: var key } && key == Guid.Empty)
            return Problems.Of(GameErrorCode.InvalidMessage);
        if (await FindAsync(token, store, cancel) is not { } homework)
            return Unknown;
        if (HomeworkRules.WhyClosed(homework, options.Value, clock.GetUtcNow()) is { } closed)
            return Problems.Of(closed.AsProblem());
        var player = await store.FindPlayerAsync(homework.Id, caller, cancel);
        if (player is null)
        {
            if (Nicknames.Clean(request.Name, out var name) is { } unfit)
                return Problems.Of(unfit);
            (player, var isFull) = await store.AddPlayerAsync(homework.Id, caller, name, options.Value.MaxPlayers, cancel);
            if (player is null)
                return isFull ? Problems.Of(HomeworkErrorCode.HomeworkFull.AsProblem(), limit: options.Value.MaxPlayers) : Problems.Of(GameErrorCode.NicknameTaken);
        }
        var attempts = await store.ListAsync(player.Id, cancel);
        var attempt = attempts.Find(one => !one.IsOver)?.Row;
        if (attempt is null && WhyNoMore(homework, options.Value, attempts) is { } used)
            return Problems.Of(used.AsProblem(), limit: HomeworkRules.MaxAttempts(homework, options.Value));
        attempt ??= await store.AddAsync(player, attempts.Count + 1, cancel) ?? (await store.ListAsync(player.Id, cancel)).Find(one => !one.IsOver)?.Row;
        if (attempt is null)
            return Problems.Of(GameErrorCode.Unavailable);
        var seat = await sessions.OpenAsync(
            attempt.SessionId, attempt.Code, homework.QuizId, homework.Id, HomeworkRules.Settings(homework), player.Name, cancel);
        return seat.Accepted ? TypedResults.Ok(seat.Value) : Problems.Of(seat.Refusal.Value);
    }

    private static async Task<IResult> ReviewAsync(
        string token, int number, HttpContext http, ClaimsPrincipal user, AttemptStore store, ReportedGames games, CancellationToken cancel)
    {
        if (await FindAsync(token, store, cancel) is not { } homework || CallerOf(http, user) is not { } caller
            || await store.FindPlayerAsync(homework.Id, caller, cancel) is not { } player
            || (await store.ListAsync(player.Id, cancel)).Find(one => one.Row.Number == number) is not { } attempt)
        {
            return Unknown;
        }
        if (!attempt.IsOver)
            return Problems.Of(HomeworkErrorCode.AttemptNotOver.AsProblem());
        if (await games.VersionAsync(attempt.Row.SessionId, cancel) is not { } version
            || await games.ReadAsync(attempt.Row.SessionId, version, cancel) is not { Players: [var seated, ..] } state)
        {
            return Unknown;
        }
        var review = new AttemptReview(number, seated.Score, HomeworkRules.IsLate(homework, attempt.Row), Reviews.Of(state, seated));
        // As on the hub, whose views of questions are in it.
        return GzipReply.Of(http, JsonSerializer.SerializeToUtf8Bytes(review, WireJson.Options), Json);
    }

    private static IResult Unknown => Problems.Of(HomeworkErrorCode.UnknownHomework.AsProblem());

    private static async Task<HomeworkRow?> FindAsync(string token, AttemptStore store, CancellationToken cancel) =>
        token.Length <= MaxTokenLength ? await store.FindHomeworkAsync(token, cancel) : null;

    private static HomeworkErrorCode? WhyNoMore(HomeworkRow homework, HomeworkOptions options, List<StoredAttempt> attempts) =>
        attempts.TrueForAll(attempt => attempt.IsOver) && attempts.Count >= HomeworkRules.MaxAttempts(homework, options) ? HomeworkErrorCode.AttemptsUsed : null;

    private static AttemptResult? ResultOf(HomeworkAttemptRow attempt) =>
        attempt.EndedAt is null ? null : new(attempt.Points, attempt.Right, attempt.Scored);

    private static Guid? AccountOf(ClaimsPrincipal user) => user.IsInRole(Access.Account) ? user.Id() : null;

    private static HomeworkCaller? CallerOf(HttpContext http, ClaimsPrincipal user)
    {
        var hasKey = Guid.TryParse(http.Request.Headers[KeyHeader], out var key);
        return AccountOf(user) is { } account ? new(account, key) : hasKey ? new(null, key) : null;
    }
}
