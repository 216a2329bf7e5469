using Arena.Gateway.Authority;
using Arena.Gateway.Http;
using Arena.Gateway.Media.Rest;
using Arena.Gateway.Quizzes.Rest;
using Arena.Gateway.Quizzes.Writing;
using Microsoft.AspNetCore.Mvc;

namespace Arena.Gateway.Quizzes;

/// <summary>The routes of an author's quizzes, and what the API's description says of them.</summary>
internal static class QuizEndpoints
{
    public const string Route = "/api/quizzes";

    public static void MapQuizzes(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(QuizSchema.Route, QuizSchema.Get)
            .WithTags("Quizzes")
            .WithName("getQuizSchema")
            .WithSummary("The JSON Schema (2020-12) of Arena's own JSON")
            .AllowAnonymous()
            .Produces<object>(StatusCodes.Status200OK, QuizSchema.ContentType);

        RouteGroupBuilder quizzes = routes.MapGroup(Route)
            .WithTags("Quizzes")
            .RequireRateLimiting(AuthoringRate.Policy)
            .ProducesArenaProblem(StatusCodes.Status401Unauthorized, StatusCodes.Status403Forbidden, StatusCodes.Status429TooManyRequests);

        quizzes.MapGet("", QuizReads.ListAsync)
            .WithMetadata(RequestCost.Search)
            .RequireAuthorization(Access.ReadQuizzes)
            .WithName("listQuizzes")
            .WithSummary("The author's quizzes and those shared with them, the last changed first")
            .Produces<IEnumerable<QuizSummary>>()
            .ProducesArenaProblem(StatusCodes.Status400BadRequest);

        quizzes.MapGet("/labels", QuizReads.LabelsAsync)
            .RequireAuthorization(Access.ReadQuizzes)
            .WithName("listQuizLabels")
            .WithSummary("The tags and folders of these quizzes")
            .Produces<QuizLabels>();

        quizzes.MapGet("/public", QuizSharing.ListPublicAsync)
            .RequireAuthorization(Access.ReadQuizzes)
            .WithName("listPublicQuizzes")
            .WithSummary("Public quizzes, the last changed first, 100 at most")
            .Produces<IEnumerable<QuizSummary>>()
            .ProducesArenaProblem(StatusCodes.Status400BadRequest);

        quizzes.MapGet("/{id}", QuizReads.GetAsync)
            .WithMetadata(RequestCost.Quiz)
            .RequireAuthorization(Access.ReadQuizzes)
            .WithName("getQuiz")
            .WithSummary("A quiz with its key, in Arena's own JSON")
            .WithDescription("Only for its owner and co-authors, unless it is unlisted or public: any other answers as one that does not exist. "
                + "While a game of it is under way an unlisted or public quiz is for its owner and co-authors alone: `quizInPlay`. "
                + "The reply's `ETag` is for `If-Match`, "
                + "and for `If-None-Match`, which answers 304 as long as the quiz has not changed.")
            .Produces<QuizDocument>()
            .Produces(StatusCodes.Status304NotModified)
            .ProducesArenaProblem(StatusCodes.Status404NotFound, StatusCodes.Status409Conflict, StatusCodes.Status503ServiceUnavailable);

        quizzes.MapGet("/{id}/summary", QuizReads.SummaryAsync)
            .RequireAuthorization(Access.ReadQuizzes)
            .WithName("getQuizSummary")
            .WithSummary("A quiz without its questions, also while a game of it is under way")
            .WithDescription("The reply's `ETag` is that of the quiz: who edits it learns here, cheaply, whether it was changed elsewhere.")
            .Produces<QuizSummary>()
            .ProducesArenaProblem(StatusCodes.Status404NotFound);

        quizzes.MapGet("/{id}/export", QuizExport.GetAsync)
            .WithMetadata(RequestCost.Quiz)
            .RequireAuthorization(Access.ReadQuizzes)
            .WithName("exportQuiz")
            .WithSummary("A quiz as a file, for its owner and co-authors")
            .AddEndpointFilter<MediaRefusalFilter>()
            .WithDescription("`getQuizExportLosses` says what the file lacks. Arena's own format holds pictures, sounds and videos: it is JSON if there are none, "
                + "else a zip archive with `quiz.json` and the media under their names. The other formats hold none.")
            .Produces(StatusCodes.Status200OK, contentType: "application/octet-stream")
            .ProducesArenaProblem(StatusCodes.Status400BadRequest, StatusCodes.Status404NotFound, StatusCodes.Status503ServiceUnavailable);

        quizzes.MapGet("/{id}/export/losses", QuizExport.LossesAsync)
            .WithMetadata(RequestCost.Quiz)
            .RequireAuthorization(Access.ReadQuizzes)
            .WithName("getQuizExportLosses")
            .WithSummary("What an export of a quiz lacks, by type of question and member")
            .Produces<ExportLosses>()
            .ProducesArenaProblem(StatusCodes.Status400BadRequest, StatusCodes.Status404NotFound, StatusCodes.Status503ServiceUnavailable);

        quizzes.MapGet("/{id}/drawable", QuizReads.DrawableAsync)
            .WithMetadata(RequestCost.Quiz)
            .RequireAuthorization(Access.ReadQuizzes)
            .WithName("countDrawable")
            .WithSummary("How many questions a game of a quiz can draw from; with tags, from all the author's quizzes that have one of them")
            .Produces<DrawableQuestions>()
            .ProducesArenaProblem(StatusCodes.Status400BadRequest, StatusCodes.Status404NotFound);

        quizzes.MapPost("", QuizWrites.CreateAsync)
            .WithMetadata(RequestCost.Quiz)
            .RequireAuthorization(Access.WriteQuizzes)
            .ReadsBoundedBody()
            .WithName("createQuiz")
            .WithSummary("A new quiz from Arena's own JSON")
            .Accepts<QuizDocument>("application/json")
            .Produces<QuizSummary>(StatusCodes.Status201Created)
            .ProducesQuizRefusals()
            .ProducesArenaProblem(StatusCodes.Status415UnsupportedMediaType);

        quizzes.MapPut("/{id}", QuizWrites.ReplaceAsync)
            .WithMetadata(RequestCost.Quiz)
            .RequireAuthorization(Access.WriteQuizzes)
            .ReadsBoundedBody()
            .WithName("replaceQuiz")
            .WithSummary("Replaces a quiz, or creates it with an id of the client's choice")
            .WithDescription("`If-Match` must name the `ETag` that was read (or `*`): 412 with code `notNow` says that the quiz has changed "
                + "since, 428 that the header is missing. Games under way go on with the quiz they were opened with. "
                + "`If-None-Match: *` instead creates the quiz; the id is a UUID. Repeated after an unknown outcome it makes no second one: 412 says that the id is taken.")
            .Accepts<QuizDocument>("application/json")
            .Produces<QuizSummary>()
            .Produces<QuizSummary>(StatusCodes.Status201Created)
            .ProducesProblem<QuizProblem>(StatusCodes.Status422UnprocessableEntity)
            .ProducesArenaProblem(
                StatusCodes.Status404NotFound, StatusCodes.Status409Conflict, StatusCodes.Status412PreconditionFailed, StatusCodes.Status413PayloadTooLarge,
                StatusCodes.Status415UnsupportedMediaType, StatusCodes.Status428PreconditionRequired, StatusCodes.Status503ServiceUnavailable);

        quizzes.MapDelete("/{id}", QuizWrites.DeleteAsync)
            .RequireAuthorization(Access.WriteQuizzes)
            .WithName("deleteQuiz")
            .WithSummary("Deletes a quiz")
            .Produces(StatusCodes.Status204NoContent)
            .ProducesArenaProblem(StatusCodes.Status404NotFound);

        quizzes.MapPut("/{id}/visibility", QuizSharing.PublishAsync)
            .RequireAuthorization(Access.Account)
            .WithName("publishQuiz")
            .WithSummary("Changes who may see a quiz with its key, and host it")
            .WithDescription("For its owner. An administrator may make any published quiz private.")
            .Accepts<VisibilityChange>("application/json")
            .Produces(StatusCodes.Status204NoContent)
            .ProducesArenaProblem(StatusCodes.Status400BadRequest, StatusCodes.Status403Forbidden, StatusCodes.Status404NotFound);

        quizzes.MapGet("/{id}/co-authors", QuizSharing.CoAuthorsAsync)
            .RequireAuthorization(Access.Account)
            .WithName("listCoAuthors")
            .WithSummary("With whom a quiz is shared")
            .Produces<IEnumerable<string>>()
            .ProducesArenaProblem(StatusCodes.Status403Forbidden, StatusCodes.Status404NotFound);

        quizzes.MapPut("/{id}/co-authors/{name}", QuizSharing.ShareAsync)
            .RequireAuthorization(Access.Account)
            .WithName("shareQuiz")
            .WithSummary("Shares a quiz with another account, which may then read, change and host it. Only its owner may.")
            .Produces(StatusCodes.Status204NoContent)
            .ProducesArenaProblem(StatusCodes.Status403Forbidden, StatusCodes.Status404NotFound, StatusCodes.Status409Conflict);

        quizzes.MapDelete("/{id}/co-authors/{name}", QuizSharing.UnshareAsync)
            .RequireAuthorization(Access.Account)
            .WithName("unshareQuiz")
            .WithSummary("Ends that. A co-author may end it for themselves.")
            .Produces(StatusCodes.Status204NoContent)
            .ProducesArenaProblem(StatusCodes.Status403Forbidden, StatusCodes.Status404NotFound);

        quizzes.MapPost("/import", QuizImport.ImportAsync)
            .WithMetadata(RequestCost.Quiz)
            .RequireAuthorization(Access.WriteQuizzes)
            .ReadsBoundedBody()
            .AddEndpointFilter<MediaRefusalFilter>()
            .WithName("importQuiz")
            .WithSummary("A new quiz from a file")
            .WithDescription("The body is the file as it is, with any content type: OpenTriviaQA's text (UTF-8, UTF-16 or Windows-1252) or Arena's "
                + "own JSON, alone or in an archive with its media. One fault refuses the whole file, unless `skipInvalid` leaves the questions with faults out; "
                + "media that are not taken are listed in `missingMedia`, and their questions kept.")
            .AddOpenApiOperationTransformer((operation, _, _) =>
            {
                QuizImport.DescribeBody(operation);
                return Task.CompletedTask;
            })
            .Produces<ImportReply>(StatusCodes.Status201Created)
            .ProducesArenaProblem(StatusCodes.Status400BadRequest, StatusCodes.Status507InsufficientStorage)
            .ProducesQuizRefusals();

        quizzes.MapPost("/import/preview", QuizPreview.PreviewAsync)
            .WithMetadata(RequestCost.Quiz)
            .RequireAuthorization(Access.WriteQuizzes)
            .ReadsBoundedBody()
            .AddEndpointFilter<MediaRefusalFilter>()
            .WithName("previewImport")
            .WithSummary("What an import of a file would bring")
            .WithDescription("Takes what `importQuiz` takes, and answers 200 whatever the file's faults: they are in the reply. It stores nothing, unless "
                + "`stage` asks for a `token`: `confirmImport` then makes the sound questions a quiz without the file. What storing costs is counted here. "
                + "A quiz that is not confirmed within half an hour is removed.")
            .AddOpenApiOperationTransformer((operation, _, _) =>
            {
                QuizImport.DescribeBody(operation);
                return Task.CompletedTask;
            })
            .Produces<ImportPreview>()
            .ProducesArenaProblem(
                StatusCodes.Status400BadRequest, StatusCodes.Status409Conflict, StatusCodes.Status413PayloadTooLarge, StatusCodes.Status503ServiceUnavailable,
                StatusCodes.Status507InsufficientStorage);

        quizzes.MapPost("/import/confirm", QuizImportConfirmation.ConfirmAsync)
            .RequireAuthorization(Access.WriteQuizzes)
            .WithName("confirmImport")
            .WithSummary("Makes the quiz of a preview the author's")
            .WithDescription("Repeated after an unknown outcome it makes no second quiz. `importExpired` says that the preview is too old, "
                + "`unknownQuiz` that the token is not the author's.")
            .Accepts<ImportConfirmation>("application/json")
            .Produces<QuizSummary>(StatusCodes.Status201Created)
            .ProducesProblem<QuizProblem>(StatusCodes.Status422UnprocessableEntity)
            .ProducesArenaProblem(
                StatusCodes.Status400BadRequest, StatusCodes.Status404NotFound, StatusCodes.Status409Conflict, StatusCodes.Status410Gone);
    }

    /// <summary>The body is bounded where it is read. The server's own limit would cut the connection before the refusal is read.</summary>
    private static RouteHandlerBuilder ReadsBoundedBody(this RouteHandlerBuilder route) => route.WithMetadata(new DisableRequestSizeLimitAttribute());

    private static RouteHandlerBuilder ProducesQuizRefusals(this RouteHandlerBuilder route) => route
        .ProducesProblem<QuizProblem>(StatusCodes.Status422UnprocessableEntity)
        .ProducesArenaProblem(StatusCodes.Status409Conflict, StatusCodes.Status413PayloadTooLarge, StatusCodes.Status503ServiceUnavailable);
}
