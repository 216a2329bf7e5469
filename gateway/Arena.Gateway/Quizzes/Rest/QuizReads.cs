using System.ComponentModel;
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
    public static async Task<Results<Ok<List<QuizSummary>>, ProblemHttpResult>> ListAsync(
        [AsParameters] QuizFilter filter, ClaimsPrincipal author, QuizStore store, CancellationToken cancel)
    {
        if (filter.Refuse() is { } refused)
            return refused;
        return TypedResults.Ok(await store.ListAsync(author.Id(), filter, cancel));
    }

    public static async Task<Ok<QuizLabels>> LabelsAsync(ClaimsPrincipal author, QuizStore store, CancellationToken cancel) =>
        TypedResults.Ok(await store.LabelsAsync(author.Id(), cancel));

    public static async Task<Results<Ok<DrawableQuestions>, ProblemHttpResult>> DrawableAsync(
        string id, [Description("Tags of the author's quizzes, 10 at most; none for this quiz alone.")] string[]? tags, ClaimsPrincipal author, QuizStore store,
        CancellationToken cancel)
    {
        if (DrawTags.Refuse(tags) is { } refused)
            return refused;
        return Guid.TryParse(id, out Guid quizId) && await store.DrawableAsync(author.Id(), quizId, tags ?? [], cancel) is { } questions
            ? TypedResults.Ok(new DrawableQuestions(questions))
            : Problems.Of(GameErrorCode.UnknownQuiz);
    }

    /// <summary>Sent in parts, as fast as the caller reads, from memory that all who read this version share.</summary>
    public static async Task<IResult> GetAsync(
        string id, HttpContext http, QuizStore store, QuizDocuments documents, CancellationToken cancel)
    {
        if (!Guid.TryParse(id, out Guid quizId))
            return Problems.Of(GameErrorCode.UnknownQuiz);
        var (found, isAuthor, unseen) = await store.FindVersionAsync(http.User.Id(), quizId, cancel);
        if (found is not { } version)
            return Problems.Of(unseen!.Value);
        if (version.IsAmong(http.Request.GetTypedHeaders().IfNoneMatch))
        {
            http.Response.GetTypedHeaders().ETag = version.ToETag();
            return TypedResults.StatusCode(StatusCodes.Status304NotModified);
        }
        (StoredFile? document, GameErrorCode? refusal) = await documents.GetAsync(quizId, version, ExportFormat.Arena, store.PartsOf(quizId, isAuthor), cancel);
        if (document is null)
            return QuizRefusals.NotRead(http.Response, refusal!.Value);
        return QuizFileReply.Of(http, document, FileKind.Of(ExportFormat.Arena));
    }

    public static async Task<Results<Ok<QuizSummary>, ProblemHttpResult>> SummaryAsync(
        string id, HttpResponse response, ClaimsPrincipal author, QuizStore store, CancellationToken cancel)
    {
        if (!Guid.TryParse(id, out Guid quizId) || await store.SummaryAsync(author.Id(), quizId, cancel) is not { } summary)
            return Problems.Of(GameErrorCode.UnknownQuiz);
        response.GetTypedHeaders().ETag = new QuizVersion(summary.UpdatedAt).ToETag();
        return TypedResults.Ok(summary);
    }
}
