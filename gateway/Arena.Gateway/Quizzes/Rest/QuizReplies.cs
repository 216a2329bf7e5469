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
/// <param name="Tags">Its tags, in the order of its author.</param>
/// <param name="Folder">Where its author keeps it.</param>
public sealed record QuizSummary(
    Guid Id, string Title, int QuestionCount, DateTimeOffset UpdatedAt, QuizVisibility Visibility, string? Owner, IReadOnlyList<string> Tags, string? Folder);

/// <summary>By what an author's quizzes can be filtered, in the order of the alphabet.</summary>
/// <param name="Tags">The tags.</param>
/// <param name="Folders">The folders.</param>
public sealed record QuizLabels(IReadOnlyList<QuizLabel> Tags, IReadOnlyList<QuizLabel> Folders);

/// <summary>A tag or a folder.</summary>
/// <param name="Name">As one of the quizzes writes it.</param>
/// <param name="Quizzes">How many quizzes have it.</param>
public sealed record QuizLabel(string Name, int Quizzes);

/// <summary>What a game can draw from.</summary>
/// <param name="Questions">How many questions there are.</param>
public sealed record DrawableQuestions(int Questions);

/// <summary>A quiz made from a file.</summary>
/// <param name="Id">The new quiz.</param>
/// <param name="Title">Its title.</param>
/// <param name="QuestionCount">How many questions it has.</param>
/// <param name="SkippedQuestions">How many of the file's questions it lacks.</param>
/// <param name="Skipped">Why: the first 100 faults, in the order of the file.</param>
/// <param name="Warnings">Assumptions about the file, and where: to be checked by its author.</param>
/// <param name="MissingMedia">The first 100 media of the file that were not taken, and the questions that lack them.</param>
public sealed record ImportReply(
    Guid Id, string Title, int QuestionCount, int SkippedQuestions, IReadOnlyList<QuizError> Skipped, IReadOnlyList<QuizWarning> Warnings,
    IReadOnlyList<MissingMedium> MissingMedia);

/// <summary>Why a quiz was not taken.</summary>
public sealed class QuizProblem : ArenaProblem
{
    /// <summary>The first 100 errors, in the order of the body.</summary>
    public required IReadOnlyList<QuizError> Errors { get; init; }

    /// <summary>How many faults there are.</summary>
    public required int ErrorCount { get; init; }
}
