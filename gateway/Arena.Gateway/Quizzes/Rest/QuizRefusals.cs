using Arena.Game.Vocabulary;
using Arena.Gateway.Configuration;
using Arena.Gateway.Http;
using Arena.Gateway.Quizzes.Content;
using Arena.Gateway.Quizzes.Reading;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Arena.Gateway.Quizzes.Rest;

/// <summary>Why a quiz is not taken.</summary>
internal static class QuizRefusals
{
    /// <summary>Those before are read within seconds.</summary>
    private static readonly TimeSpan RetryReading = TimeSpan.FromSeconds(5);

    /// <summary>A day's allowance is refilled evenly: by then a good part of it is available.</summary>
    private static readonly TimeSpan RetryStoring = TimeSpan.FromHours(1);

    public static ProblemHttpResult TooLong(QuizOptions options) => TooLong(options.MaxImportBytes);

    /// <param name="limit">How many bytes there may be: more of an archive with media.</param>
    public static ProblemHttpResult TooLong(long limit) => Problems.Of(
        GameErrorCode.OutOfRange, StatusCodes.Status413PayloadTooLarge, "The body has more bytes than a quiz may have.", limit);

    /// <summary>An account, or all authors without one in a network, have uploaded as much as they may in a day.</summary>
    public static ProblemHttpResult UploadedEnough(HttpResponse response) => Problems.Limited(response, GameErrorCode.DailyStorageSpent, RetryStoring);

    public static ProblemHttpResult Invalid(QuizReading reading) => TypedResults.Problem(new QuizProblem
    {
        Code = GameErrorCode.InvalidQuiz,
        Status = StatusCodes.Status422UnprocessableEntity,
        Detail = "Nothing was stored.",
        Errors = reading.Errors,
        ErrorCount = reading.ErrorCount,
    });

    /// <summary>The title of a quiz without a file.</summary>
    public static ProblemHttpResult InvalidTitle(QuizErrorCode fault, string title) => TypedResults.Problem(new QuizProblem
    {
        Code = GameErrorCode.InvalidQuiz,
        Status = StatusCodes.Status422UnprocessableEntity,
        Errors = [new(1, null, "title", fault, QuizText.Excerpt(title), "title", fault == QuizErrorCode.TooLong ? GameLimits.MaxTitleLength : null)],
        ErrorCount = 1,
    });

    /// <summary>Others are being read, or this one took too long amid them.</summary>
    public static ProblemHttpResult Busy(HttpResponse response) =>
        Problems.Limited(response, GameErrorCode.Overloaded, RetryReading, "Too many quizzes are being read. Nothing was stored.");

    /// <summary>It is gone, or too many others are being read.</summary>
    public static ProblemHttpResult NotRead(HttpResponse response, GameErrorCode refusal) =>
        refusal == GameErrorCode.Overloaded ? Busy(response) : Problems.Of(refusal);

    public static ProblemHttpResult NotCreated(HttpResponse response, GameErrorCode refusal, QuizOptions options) => refusal switch
    {
        GameErrorCode.OutOfRange => Problems.Of(
            refusal, StatusCodes.Status409Conflict, "The author has as many quizzes as one may keep.", options.MaxQuizzesPerAuthor),
        GameErrorCode.TooManyStoredQuestions => Problems.Of(
            refusal, detail: "The author keeps as many questions as one may.", limit: options.MaxQuestionsPerAuthor),
        GameErrorCode.StorageFull => Problems.Of(refusal, detail: "The author keeps as many bytes of quizzes as one may.", limit: options.MaxGuestBytes),
        GameErrorCode.DailyStorageSpent => Problems.Limited(response, refusal, RetryStoring),
        _ => Problems.Of(refusal),
    };
}
