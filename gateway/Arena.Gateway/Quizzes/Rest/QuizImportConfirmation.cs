using System.ComponentModel.DataAnnotations;
using Arena.Game.Vocabulary;
using Arena.Gateway.Authority;
using Arena.Gateway.Configuration;
using Arena.Gateway.Http;
using Arena.Gateway.Quizzes.Content;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;

namespace Arena.Gateway.Quizzes.Rest;

/// <param name="Token">That of the preview.</param>
/// <param name="Title">The quiz's title, 1 to 120 characters.</param>
public sealed record ImportConfirmation([property: Required] string Token, [property: Required] string Title);

/// <summary>Makes the staged quiz of a preview the author's.</summary>
internal static class QuizImportConfirmation
{
    public static async Task<Results<Created<QuizSummary>, ProblemHttpResult>> ConfirmAsync(
        ImportConfirmation confirmation, HttpContext http, QuizStore store, ImportTickets tickets, IOptions<QuizOptions> options, CancellationToken cancel)
    {
        // A body may say null.
        if (confirmation is not { Token: { } token, Title: { } asked })
            return Problems.Of(GameErrorCode.InvalidMessage);
        StoringAuthor author = StoringAuthor.Of(http);
        if (tickets.Read(token) is not { } ticket || ticket.Author != author.Id)
            return Problems.Of(GameErrorCode.UnknownQuiz);
        if (ticket.IsExpired)
            return Problems.Of(GameErrorCode.ImportExpired);
        if (QuizText.TryNormaliseLine(asked, GameLimits.MaxTitleLength, out string title) is { } fault)
            return QuizRefusals.InvalidTitle(fault, asked);
        (QuizSummary? quiz, GameErrorCode? refusal) = await store.ClaimAsync(author, ticket.Quiz, title, cancel);
        if (quiz is null)
            return QuizRefusals.NotCreated(http.Response, refusal!.Value, options.Value);
        http.Response.GetTypedHeaders().ETag = new QuizVersion(quiz.UpdatedAt).ToETag();
        return TypedResults.Created($"{QuizEndpoints.Route}/{quiz.Id}", quiz);
    }
}
