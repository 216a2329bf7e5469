using System.Security.Claims;
using Arena.Game;
using Arena.Gateway.Authority;
using Arena.Gateway.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Arena.Gateway.Quizzes.Rest;

/// <summary>Reading one's quizzes.</summary>
internal static class QuizReads
{
    public static async Task<Ok<List<QuizSummary>>> ListAsync(ClaimsPrincipal author, QuizStore store, CancellationToken cancel) =>
        TypedResults.Ok(await store.ListAsync(author.Id(), cancel));

    public static async Task<Results<Ok<QuizDocument>, ProblemHttpResult>> GetAsync(
        string id, ClaimsPrincipal author, QuizStore store, HttpResponse response, CancellationToken cancel)
    {
        if (!Guid.TryParse(id, out Guid quizId) || await store.FindAsync(author.Id(), quizId, cancel) is not { } quiz)
            return Problems.Of(Refusal.UnknownQuiz);
        response.GetTypedHeaders().ETag = quiz.Version.ToETag();
        // The key is in it: no cache on the way may keep it.
        response.Headers.CacheControl = "private, no-cache";
        return TypedResults.Ok(QuizDocument.Of(quiz.Content));
    }
}
