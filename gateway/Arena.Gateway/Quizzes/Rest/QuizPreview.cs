using Arena.Game.Questions;
using Arena.Gateway.Configuration;
using Arena.Gateway.Quizzes.Content;
using Arena.Gateway.Quizzes.Reading;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;

namespace Arena.Gateway.Quizzes.Rest;

/// <summary>What an import of a file would bring. Stores nothing.</summary>
/// <param name="Title">The quiz's title; absent if the file has none that is sound and none was given.</param>
/// <param name="QuestionCount">How many sound questions there are; 0 when nothing of it can be imported.</param>
/// <param name="SkippedQuestions">How many of the file's questions have faults.</param>
/// <param name="Questions">The first sound questions, 20 at most, with their keys.</param>
/// <param name="Errors">The first 100 errors, in the order of the file.</param>
/// <param name="ErrorCount">How many faults there are.</param>
/// <param name="Warnings">Assumptions about the file, and where: to be checked by its author.</param>
public sealed record ImportPreview(
    string? Title, int QuestionCount, int SkippedQuestions, IReadOnlyList<Question> Questions, IReadOnlyList<QuizError> Errors,
    int ErrorCount, IReadOnlyList<QuizWarning> Warnings);

/// <summary>Reads a file as the import does, and only reports the result.</summary>
internal static class QuizPreview
{
    private const int ShownQuestions = 20;

    public static async Task<Results<Ok<ImportPreview>, ProblemHttpResult>> PreviewAsync(
        HttpContext http, ImportQueue queue, IOptions<QuizOptions> options, CancellationToken cancel, string format = "auto", string? title = null)
    {
        if (QuizImport.FormatNamed(format) is not { } known)
            return QuizImport.UnknownFormat();
        using QuizUpload upload = await QuizUpload.ReadAsync(http, queue, options.Value, known, title, skipInvalid: true, cancel);
        if (upload.IsRefused)
            return upload.Refusal;
        QuizReading reading = upload.Reading;
        return TypedResults.Ok(new ImportPreview(
            reading.Content?.Title, reading.Content?.Questions.Length ?? 0, reading.SkippedQuestions, First(reading.Content), reading.Errors,
            reading.ErrorCount, reading.Warnings));
    }

    private static IReadOnlyList<Question> First(QuizContent? quiz) => quiz is null ? [] : [.. quiz.Questions.Take(ShownQuestions)];
}
