using System.Security.Claims;
using Arena.Game.Vocabulary;
using Arena.Gateway.Authority;
using Arena.Gateway.Http;
using Arena.Gateway.Quizzes.Writing;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Arena.Gateway.Quizzes.Rest;

/// <summary>Reading one's quizzes.</summary>
internal static class QuizReads
{
    public static async Task<Ok<List<QuizSummary>>> ListAsync(ClaimsPrincipal author, QuizStore store, CancellationToken cancel) =>
        TypedResults.Ok(await store.ListAsync(author.Id(), cancel));

    /// <summary>Sent in parts, as fast as the caller reads, from memory that all who read this version share.</summary>
    public static async Task<IResult> GetAsync(
        string id, HttpContext http, QuizStore store, QuizDocuments documents, CancellationToken cancel)
    {
        if (!Guid.TryParse(id, out Guid quizId))
            return Problems.Of(GameErrorCode.UnknownQuiz);
        var (found, unseen) = await store.FindVersionAsync(http.User.Id(), quizId, cancel);
        if (found is not { } version)
            return Problems.Of(unseen!.Value);
        if (version.IsAmong(http.Request.GetTypedHeaders().IfNoneMatch))
        {
            http.Response.GetTypedHeaders().ETag = version.ToETag();
            return TypedResults.StatusCode(StatusCodes.Status304NotModified);
        }
        (StoredFile? document, GameErrorCode? refusal) = await documents.GetAsync(quizId, version, ExportFormat.Arena, store.PartsOf(quizId), cancel);
        if (document is null)
            return QuizRefusals.NotRead(http.Response, refusal!.Value);
        return QuizFileReply.Of(http, document, FileKind.Of(ExportFormat.Arena));
    }

    public static async Task<Results<Ok<QuizSummary>, ProblemHttpResult>> SummaryAsync(
        string id, ClaimsPrincipal author, QuizStore store, CancellationToken cancel) =>
        Guid.TryParse(id, out Guid quizId) && await store.SummaryAsync(author.Id(), quizId, cancel) is { } summary
            ? TypedResults.Ok(summary)
            : Problems.Of(GameErrorCode.UnknownQuiz);
}
