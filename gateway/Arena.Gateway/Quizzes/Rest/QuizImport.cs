using System.ComponentModel;
using Arena.Game.Vocabulary;
using Arena.Gateway.Configuration;
using Arena.Gateway.Http;
using Arena.Gateway.Quizzes.Reading;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;
using Microsoft.OpenApi;

namespace Arena.Gateway.Quizzes.Rest;

/// <summary>A quiz from a file.</summary>
internal static class QuizImport
{
    public static async Task<Results<Created<ImportReply>, ProblemHttpResult>> ImportAsync(
        HttpContext http, QuizStore store, ImportQueue queue, IOptions<QuizOptions> options, CancellationToken cancel,
        [Description("What the file is written in: auto, openTriviaQa or arena, in any case.")] string format = "auto",
        [Description("The quiz's title. OpenTriviaQA's files have none; it wins over that of a JSON file.")] string? title = null,
        [Description("Whether questions with faults are left out; otherwise they refuse the file.")] bool skipInvalid = false)
    {
        if (FormatNamed(format) is not { } known)
            return UnknownFormat();
        using BoundedBody? file = await BoundedBody.ReadAsync(http.Request, options.Value.MaxImportBytes, cancel);
        if (file is null)
            return QuizRefusals.TooLong(options.Value);
        using ImportPlace? place = await queue.EnterAsync(cancel);
        if (place is null || await place.ReadAsync(QuizAuthor.Of(http), file.Content, known, title, skipInvalid) is not { } reading)
            return QuizRefusals.Busy(http.Response);
        if (reading.Content is null)
            return QuizRefusals.Invalid(reading);
        (QuizSummary? quiz, GameErrorCode? refusal) = await store.CreateAsync(QuizAuthor.Of(http), reading.Content, cancel);
        return quiz is null
            ? QuizRefusals.NotCreated(http.Response, refusal!.Value, options.Value)
            : TypedResults.Created(
                $"{QuizEndpoints.Route}/{quiz.Id}",
                new ImportReply(quiz.Id, quiz.Title, quiz.QuestionCount, reading.SkippedQuestions, reading.Errors, reading.Warnings));
    }

    /// <summary>A body that is streamed is not bound, so the API's description is given here.</summary>
    public static void DescribeBody(OpenApiOperation operation)
    {
        var file = new OpenApiMediaType { Schema = new OpenApiSchema { Type = JsonSchemaType.String, Format = "binary" } };
        operation.RequestBody = new OpenApiRequestBody
        {
            Description = "The file, of any content type.",
            Required = true,
            Content = new Dictionary<string, OpenApiMediaType> { ["application/octet-stream"] = file, ["text/plain"] = file },
        };
    }

    public static ProblemHttpResult UnknownFormat() => Problems.Of(GameErrorCode.InvalidMessage, detail: "format is auto, openTriviaQa or arena.");

    public static QuizFormat? FormatNamed(string name) => name.ToUpperInvariant() switch
    {
        "AUTO" => QuizFormat.Auto,
        "OPENTRIVIAQA" => QuizFormat.OpenTriviaQa,
        "ARENA" => QuizFormat.Arena,
        _ => null,
    };
}
