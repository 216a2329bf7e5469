using System.ComponentModel;
using Arena.Game.Questions;
using Arena.Game.Vocabulary;
using Arena.Gateway.Authority;
using Arena.Gateway.Configuration;
using Arena.Gateway.Http;
using Arena.Gateway.Quizzes.Content;
using Arena.Gateway.Quizzes.Reading;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;

namespace Arena.Gateway.Quizzes.Rest;

/// <summary>What an import of a file would bring.</summary>
/// <param name="Title">The quiz's title; absent if the file has none that is sound and none was given.</param>
/// <param name="QuestionCount">How many sound questions there are; 0 when nothing of it can be imported.</param>
/// <param name="SkippedQuestions">How many of the file's questions have faults.</param>
/// <param name="Questions">The first sound questions, 20 unless others were asked for, with their keys.</param>
/// <param name="Errors">The first 100 errors, in the order of the file.</param>
/// <param name="ErrorCount">How many faults there are.</param>
/// <param name="Warnings">Assumptions about the file, and where: to be checked by its author.</param>
/// <param name="MissingMedia">The first 100 media of the file that are not taken, and the questions that lack them.</param>
/// <param name="Token">What confirms the import without the file, for half an hour: only where it was asked for, and something can be imported.</param>
public sealed record ImportPreview(
    string? Title, int QuestionCount, int SkippedQuestions, IReadOnlyList<Question> Questions, IReadOnlyList<QuizError> Errors,
    int ErrorCount, IReadOnlyList<QuizWarning> Warnings, IReadOnlyList<MissingMedium> MissingMedia, string? Token = null);

/// <summary>Reads a file as the import does and reports the result. On request it stages the quiz, which no list shows until it is confirmed.</summary>
internal static class QuizPreview
{
    private const int ShownQuestions = 20;
    private const int MostShownQuestions = 200;

    public static async Task<Results<Ok<ImportPreview>, ProblemHttpResult>> PreviewAsync(
        HttpContext http, QuizStore store, QuizIntake intake, ImportTickets tickets, IOptions<QuizOptions> options, CancellationToken cancel,
        string format = "auto", string? title = null,
        [Description("The title of a quiz whose file has none.")] string? fallbackTitle = null,
        [Description("Whether the quiz is staged, so that its import can be confirmed without the file.")] bool stage = false,
        [Description("How many of the questions are in the reply: 200 at most.")] int shown = ShownQuestions)
    {
        if (shown is < 0 or > MostShownQuestions)
            return Problems.Of(GameErrorCode.OutOfRange, StatusCodes.Status400BadRequest, "shown is from 0 to 200.", MostShownQuestions);
        if (QuizImport.FormatNamed(format) is not { } known)
            return QuizImport.UnknownFormat();
        using QuizUpload upload = await intake.ReadAsync(http, new(known, title, fallbackTitle, SkipInvalid: true), cancel);
        if (upload.IsRefused)
            return upload.Refusal;
        QuizReading reading = upload.Reading;
        string? token = null;
        if (stage && reading.Content is { } content)
        {
            StoringAuthor author = StoringAuthor.Of(http);
            (Guid? staged, GameErrorCode? refusal) = await store.StageAsync(author, content, cancel, upload.Batch);
            if (staged is not { } quiz)
                return QuizRefusals.NotCreated(http.Response, refusal!.Value, options.Value);
            token = tickets.Issue(quiz, author.Id);
        }
        return TypedResults.Ok(new ImportPreview(
            reading.Content?.Title, reading.Content?.Questions.Length ?? 0, reading.SkippedQuestions, First(reading.Content, shown), reading.Errors,
            reading.ErrorCount, reading.Warnings, reading.MissingMedia, token));
    }

    private static IReadOnlyList<Question> First(QuizContent? quiz, int shown) => quiz is null ? [] : [.. quiz.Questions.Take(shown)];
}
