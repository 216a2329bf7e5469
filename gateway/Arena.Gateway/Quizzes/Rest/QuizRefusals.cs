using Arena.Game;
using Arena.Gateway.Http;
using Arena.Gateway.Quizzes.Reading;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Arena.Gateway.Quizzes.Rest;

/// <summary>Why a quiz is not taken.</summary>
internal static class QuizRefusals
{
    public static ProblemHttpResult TooLong(QuizOptions options) => Problems.Of(
        Refusal.OutOfRange, StatusCodes.Status413PayloadTooLarge, "The body has more bytes than a quiz may have.", options.MaxImportBytes);

    public static ProblemHttpResult Invalid(QuizReading reading) => TypedResults.Problem(new QuizProblem
    {
        Code = Refusal.InvalidQuiz,
        Status = StatusCodes.Status422UnprocessableEntity,
        Detail = "Nothing was stored.",
        Errors = reading.Errors,
        ErrorCount = reading.ErrorCount,
    });

    public static ProblemHttpResult NotCreated(Refusal refusal, QuizOptions options) => refusal == Refusal.OutOfRange
        ? Problems.Of(refusal, StatusCodes.Status409Conflict, "The author has as many quizzes as one may keep.", options.MaxQuizzesPerAuthor)
        : Problems.Of(refusal);
}
