using Arena.Gateway.Http;
using Arena.Gateway.Quizzes.Content;

namespace Arena.Gateway.Quizzes.Rest;

/// <summary>A quiz in its author's list.</summary>
public sealed record QuizSummary(Guid Id, string Title, int QuestionCount, DateTimeOffset UpdatedAt);

/// <summary>A quiz made from a file.</summary>
/// <param name="Id">The new quiz.</param>
/// <param name="Title">Its title.</param>
/// <param name="QuestionCount">How many questions it has.</param>
/// <param name="SkippedQuestions">How many of the file's questions it lacks.</param>
/// <param name="Skipped">Why: the first 100 faults, in the order of the file.</param>
public sealed record ImportReply(Guid Id, string Title, int QuestionCount, int SkippedQuestions, IReadOnlyList<QuizError> Skipped);

/// <summary>Why a quiz was not taken.</summary>
public sealed class QuizProblem : ArenaProblem
{
    /// <summary>What is wrong, and where: the first 100 faults, in the order of the body.</summary>
    public required IReadOnlyList<QuizError> Errors { get; init; }

    /// <summary>How many faults there are.</summary>
    public required int ErrorCount { get; init; }
}
