using System.Collections.Immutable;
using System.ComponentModel;
using System.Security.Claims;
using Arena.Game.Questions;
using Arena.Game.Vocabulary;
using Arena.Gateway.Authority;
using Arena.Gateway.GameResults;
using Arena.Gateway.GameResults.Files;
using Arena.Gateway.Http;
using Arena.Gateway.Quizzes.Writing;
using Arena.Gateway.Sessions;
using Arena.Storage.Model;
using Arena.Storage.Quizzes;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Arena.Gateway.Homework;

/// <summary>Setting homework and reading its results: for the account that set it, and for those who may change its quiz.</summary>
internal static class HomeworkEndpoints
{
    private const int MaxBodyBytes = 4_096;
    private const int MaxListed = 500;
    private const int MaxAttempts = 10;

    public static void MapHomework(this IEndpointRouteBuilder routes)
    {
        var homework = routes.MapGroup("/api/homework").WithTags("Homework")
            .RequireAuthorization(Access.Account)
            .RequireRateLimiting(AuthoringRate.Policy)
            .ProducesArenaProblem(StatusCodes.Status401Unauthorized, StatusCodes.Status403Forbidden, StatusCodes.Status429TooManyRequests);

        homework.MapGet("", async (HttpContext http, ClaimsPrincipal caller, HomeworkStore store, JoinAddress address, CancellationToken cancel) =>
                TypedResults.Ok(await store.ListAsync(caller.Id(), MaxListed, Link(address, http), cancel)))
            .WithName("listHomework")
            .WithSummary("The homework that the account set, and that others set of its quizzes, the newest first");

        homework.MapPost("", SetAsync)
            .WithName("setHomework")
            .WithSummary("Sets a quiz that you may see as homework: players follow its link until the due date")
            .WithMetadata(new RequestSizeLimitAttribute(MaxBodyBytes), RequestCost.Quiz)
            .Produces<HomeworkReply>(StatusCodes.Status201Created)
            .ProducesArenaProblem(
                StatusCodes.Status400BadRequest, StatusCodes.Status404NotFound, StatusCodes.Status409Conflict, StatusCodes.Status413PayloadTooLarge,
                StatusCodes.Status422UnprocessableEntity);

        homework.MapGet("/{id}", async (
                string id, HttpContext http, ClaimsPrincipal caller, HomeworkStore store, HomeworkResultsReader results, JoinAddress address, CancellationToken cancel) =>
            {
                if (await store.FindAsync(caller.Id(), Key(id), Link(address, http), cancel) is not { } found)
                    return Unknown;
                var (questions, players) = await results.ReadAsync(found.Id, cancel);
                return TypedResults.Ok(new HomeworkResultsReply(found, questions, players));
            })
            .WithName("getHomework")
            .WithSummary("A homework and its results: every attempt of every player, those under way included")
            .WithMetadata(RequestCost.Quiz)
            .Produces<HomeworkResultsReply>()
            .ProducesArenaProblem(StatusCodes.Status404NotFound);

        homework.MapPut("/{id}", ChangeAsync)
            .WithName("changeHomework")
            .WithSummary("Another due date: a homework that was closed is open again")
            .WithMetadata(new RequestSizeLimitAttribute(MaxBodyBytes))
            .Produces<HomeworkReply>()
            .ProducesArenaProblem(StatusCodes.Status400BadRequest, StatusCodes.Status404NotFound, StatusCodes.Status413PayloadTooLarge);

        homework.MapPost("/{id}/close", CloseAsync)
            .WithName("closeHomework")
            .WithSummary("Closes a homework now: no attempt begins any more, and those under way end with what was answered")
            .Produces<HomeworkReply>()
            .ProducesArenaProblem(StatusCodes.Status404NotFound);

        homework.MapDelete("/{id}", RemoveAsync)
            .WithName("removeHomework")
            .WithSummary("Deletes a homework with its players and results")
            .Produces(StatusCodes.Status204NoContent)
            .ProducesArenaProblem(StatusCodes.Status404NotFound);

        homework.MapGet("/{id}/file", FileAsync)
            .WithName("exportHomework")
            .WithSummary("The results of a homework as separated values: a row for each player")
            .WithMetadata(RequestCost.Export)
            .Produces(StatusCodes.Status200OK, contentType: "text/csv")
            .ProducesArenaProblem(StatusCodes.Status400BadRequest, StatusCodes.Status404NotFound);
    }

    private static async Task<IResult> SetAsync(
        NewHomework wanted, HttpContext http, ClaimsPrincipal caller, IDbContextFactory<ArenaDbContext> contexts, HomeworkStore store, JoinAddress address,
        IOptions<HomeworkOptions> options, TimeProvider clock, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        if (!PlainLine.TryRead(wanted.Title, GameLimits.MaxTitleLength, out var title))
            return Problems.Of(GameErrorCode.InvalidMessage);
        if (!IsDue(wanted.DueAt, now, options.Value) || wanted.OpensAt >= wanted.DueAt || wanted.MaxAttempts is < 1 or > MaxAttempts)
            return Problems.Of(GameErrorCode.OutOfRange);
        await using var context = await contexts.CreateDbContextAsync(cancel);
        if (await QuizLoading.FindAsync(context, QuizAccess.Readable(context, caller.Id()), wanted.QuizId, cancel) is not { } loaded)
            return Problems.Of(GameErrorCode.UnknownQuiz);
        ImmutableArray<Question> questions = [.. loaded.Questions.Take(GameLimits.MaxQuestions)];
        if (questions.IsEmpty || !questions.All(question => question.IsPlayable()))
            return Problems.Of(GameErrorCode.InvalidQuiz);
        var quiz = new Quiz(loaded.Row.Id, loaded.Row.Title, questions);
        if (await store.SetAsync(caller.Id(), wanted, title ?? quiz.Title, quiz, options.Value.MaxHomework, cancel) is not { } set)
            return Problems.Of(HomeworkErrorCode.TooManyHomework.AsProblem(), limit: options.Value.MaxHomework);
        return await store.FindAsync(caller.Id(), set.Id, Link(address, http), cancel) is { } reply ? TypedResults.Created((string?)null, reply) : Unknown;
    }

    private static async Task<IResult> ChangeAsync(
        string id, HomeworkChange change, HttpContext http, ClaimsPrincipal caller, HomeworkStore store, JoinAddress address,
        IOptions<HomeworkOptions> options, TimeProvider clock, CancellationToken cancel)
    {
        if (!IsDue(change.DueAt, clock.GetUtcNow(), options.Value))
            return Problems.Of(GameErrorCode.OutOfRange);
        return await store.ChangeAsync(caller.Id(), Key(id), change, cancel) ? await ReplyAsync(id, http, caller, store, address, cancel) : Unknown;
    }

    private static async Task<IResult> CloseAsync(
        string id, HttpContext http, ClaimsPrincipal caller, HomeworkStore store, HomeworkClosing closing, JoinAddress address, CancellationToken cancel)
    {
        if (!await store.CloseAsync(caller.Id(), Key(id), cancel))
            return Unknown;
        await closing.EndAttemptsAsync(Key(id), cancel);
        return await ReplyAsync(id, http, caller, store, address, cancel);
    }

    private static async Task<IResult> RemoveAsync(string id, ClaimsPrincipal caller, HomeworkStore store, HomeworkClosing closing, CancellationToken cancel)
    {
        if (!await store.CloseAsync(caller.Id(), Key(id), cancel))
            return Unknown;
        await closing.EndAttemptsAsync(Key(id), cancel);
        return await store.RemoveAsync(caller.Id(), Key(id), cancel) ? TypedResults.NoContent() : Unknown;
    }

    private static async Task<IResult> FileAsync(
        string id, HttpContext http, ClaimsPrincipal caller, HomeworkStore store, HomeworkResultsReader results, JoinAddress address, CancellationToken cancel,
        [Description("Which attempt of a player counts: best or last.")] string attempt = "best",
        [Description("The language of the headings, one of those of the interface: en, fr and so on.")] string language = "en")
    {
        if (ReportFileEndpoints.Named<CountingAttempt>(attempt) is not { } counting || ReportFileEndpoints.Named<ReportLanguage>(language) is not { } spoken)
            return Problems.Of(GameErrorCode.InvalidMessage, detail: "attempt is best or last, and language is one of those of the interface.");
        if (await store.FindAsync(caller.Id(), Key(id), Link(address, http), cancel) is not { } found)
            return Unknown;
        var (questions, players) = await results.ReadAsync(found.Id, cancel);
        return TypedResults.Bytes(HomeworkFile.Write(questions, players, counting, spoken), "text/csv; charset=utf-8", FileName.Of(found.Title, ".csv"));
    }

    private static async Task<IResult> ReplyAsync(
        string id, HttpContext http, ClaimsPrincipal caller, HomeworkStore store, JoinAddress address, CancellationToken cancel) =>
        await store.FindAsync(caller.Id(), Key(id), Link(address, http), cancel) is { } found ? TypedResults.Ok(found) : Unknown;

    private static IResult Unknown => Problems.Of(HomeworkErrorCode.UnknownHomework.AsProblem());

    private static bool IsDue(DateTimeOffset due, DateTimeOffset now, HomeworkOptions options) => due > now && due <= now.AddDays(options.MaxDays);

    private static Func<string, string> Link(JoinAddress address, HttpContext http)
    {
        var origin = address.Of(http.Request);
        return token => $"{origin}/h/{token}";
    }

    /// <summary>A text that is no id is the id of nothing.</summary>
    private static Guid Key(string id) => Guid.TryParse(id, out var key) ? key : Guid.Empty;
}
