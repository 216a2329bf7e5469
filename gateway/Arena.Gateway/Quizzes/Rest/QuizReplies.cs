using Arena.Gateway.Http;
using Arena.Gateway.Quizzes.Content;
using Arena.Storage.Model;

namespace Arena.Gateway.Quizzes.Rest;

/// <summary>A quiz in a list.</summary>
/// <param name="Id">The quiz.</param>
/// <param name="Title">Its title.</param>
/// <param name="QuestionCount">How many questions it has.</param>
/// <param name="UpdatedAt">When it was last changed.</param>
/// <param name="Visibility">Who may see and host it.</param>
/// <param name="Owner">The name of the account that owns it, where that is not the caller.</param>
public sealed record QuizSummary(
    Guid Id, string Title, int QuestionCount, DateTimeOffset UpdatedAt, QuizVisibility Visibility, string? Owner);

/// <summary>A quiz made from a file.</summary>
/// <param name="Id">The new quiz.</param>
/// <param name="Title">Its title.</param>
/// <param name="QuestionCount">How many questions it has.</param>
/// <param name="SkippedQuestions">How many of the file's questions it lacks.</param>
/// <param name="Skipped">Why: the first 100 faults, in the order of the file.</param>
/// <param name="Warnings">Assumptions about the file, and where: to be checked by its author.</param>
public sealed record ImportReply(
    Guid Id, string Title, int QuestionCount, int SkippedQuestions, IReadOnlyList<QuizError> Skipped, IReadOnlyList<QuizWarning> Warnings);

/// <summary>Why a quiz was not taken.</summary>
public sealed class QuizProblem : ArenaProblem
{
    /// <summary>The first 100 errors, in the order of the body.</summary>
    public required IReadOnlyList<QuizError> Errors { get; init; }

    /// <summary>How many faults there are.</summary>
    public required int ErrorCount { get; init; }
}
