using System.ComponentModel;
using Arena.Game.Vocabulary;
using Arena.Gateway.Authority;
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
        HttpContext http, QuizStore store, QuizIntake intake, IOptions<QuizOptions> options, CancellationToken cancel,
        [Description("What the file is written in: auto, openTriviaQa or arena, in any case.")] string format = "auto",
        [Description("The quiz's title. OpenTriviaQA's files have none; it wins over that of a JSON file.")] string? title = null,
        [Description("Whether questions with faults are left out; otherwise they refuse the file.")] bool skipInvalid = false)
    {
        if (FormatNamed(format) is not { } known)
            return UnknownFormat();
        using QuizUpload upload = await intake.ReadAsync(http, new(known, title, FallbackTitle: null, skipInvalid), cancel);
        if (upload.IsRefused)
            return upload.Refusal;
        if (upload.Reading.Content is not { } content)
            return QuizRefusals.Invalid(upload.Reading);
        (QuizSummary? quiz, GameErrorCode? refusal) = await store.CreateAsync(StoringAuthor.Of(http), content, cancel, media: upload.Batch);
        return quiz is null
            ? QuizRefusals.NotCreated(http.Response, refusal!.Value, options.Value)
            : TypedResults.Created(
                $"{QuizEndpoints.Route}/{quiz.Id}",
                new ImportReply(quiz.Id, quiz.Title, quiz.QuestionCount, upload.Reading.SkippedQuestions, upload.Reading.Errors, upload.Reading.Warnings, upload.Reading.MissingMedia));
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
