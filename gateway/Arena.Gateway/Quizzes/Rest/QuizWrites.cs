using System.Security.Claims;
using Arena.Game.Vocabulary;
using Arena.Gateway.Authority;
using Arena.Gateway.Configuration;
using Arena.Gateway.Http;
using Arena.Gateway.Quizzes.Reading;
using Microsoft.AspNetCore.Http.Headers;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace Arena.Gateway.Quizzes.Rest;

/// <summary>Making, replacing and deleting one's quizzes.</summary>
internal static class QuizWrites
{
    private static readonly AskedImport OwnJson = new(QuizFormat.Arena, Title: null, FallbackTitle: null, SkipInvalid: false);

    public static async Task<Results<Created<QuizSummary>, ProblemHttpResult>> CreateAsync(
        HttpContext http, QuizStore store, ImportQueue queue, IOptions<QuizOptions> options, CancellationToken cancel)
    {
        using QuizUpload upload = await QuizUpload.ReadAsync(http, queue, options.Value, OwnJson, cancel);
        if (upload.IsRefused)
            return upload.Refusal;
        if (upload.Reading.Content is not { } content)
            return QuizRefusals.Invalid(upload.Reading);
        (QuizSummary? quiz, GameErrorCode? refusal) = await store.CreateAsync(StoringAuthor.Of(http), content, cancel);
        if (quiz is null)
            return QuizRefusals.NotCreated(http.Response, refusal!.Value, options.Value);
        http.Response.GetTypedHeaders().ETag = new QuizVersion(quiz.UpdatedAt).ToETag();
        return TypedResults.Created($"{QuizEndpoints.Route}/{quiz.Id}", quiz);
    }

    public static async Task<Results<Ok<QuizSummary>, Created<QuizSummary>, ProblemHttpResult>> ReplaceAsync(
        string id, HttpContext http, QuizStore store, ImportQueue queue, IOptions<QuizOptions> options, CancellationToken cancel)
    {
        if (!Guid.TryParse(id, out Guid quizId))
            return Problems.Of(GameErrorCode.UnknownQuiz);
        RequestHeaders headers = http.Request.GetTypedHeaders();
        var seen = headers.IfMatch;
        bool isNew = seen.Count == 0 && headers.IfNoneMatch is [var tag] && tag == EntityTagHeaderValue.Any;
        if (seen.Count == 0 && !isNew)
        {
            return Problems.Of(
                GameErrorCode.InvalidMessage, StatusCodes.Status428PreconditionRequired, "If-Match must name the ETag that was read, or If-None-Match be * for a new quiz.");
        }
        using QuizUpload upload = await QuizUpload.ReadAsync(http, queue, options.Value, OwnJson, cancel);
        if (upload.IsRefused)
            return upload.Refusal;
        if (upload.Reading.Content is not { } content)
            return QuizRefusals.Invalid(upload.Reading);
        (QuizSummary? quiz, GameErrorCode? refusal) = isNew
            ? await store.CreateAsync(StoringAuthor.Of(http), content, cancel, quizId)
            : await store.ReplaceAsync(StoringAuthor.Of(http), quizId, content, seen, cancel);
        if (refusal == GameErrorCode.NotNow)
            return Problems.Of(GameErrorCode.NotNow, StatusCodes.Status412PreconditionFailed, isNew ? "There is a quiz with this id." : "The quiz has changed since it was read.");
        if (quiz is null)
            return QuizRefusals.NotCreated(http.Response, refusal!.Value, options.Value);
        http.Response.GetTypedHeaders().ETag = new QuizVersion(quiz.UpdatedAt).ToETag();
        if (isNew)
            return TypedResults.Created($"{QuizEndpoints.Route}/{quiz.Id}", quiz);
        return TypedResults.Ok(quiz);
    }

    public static async Task<Results<NoContent, ProblemHttpResult>> DeleteAsync(
        string id, ClaimsPrincipal author, QuizStore store, CancellationToken cancel) =>
        Guid.TryParse(id, out Guid quizId) && await store.DeleteAsync(author.Id(), quizId, cancel)
            ? TypedResults.NoContent()
            : Problems.Of(GameErrorCode.UnknownQuiz);
}
