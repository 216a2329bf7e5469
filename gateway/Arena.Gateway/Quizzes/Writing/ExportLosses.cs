using Arena.Game.Vocabulary;

namespace Arena.Gateway.Quizzes.Writing;

/// <summary>What a file of a quiz does not say, or not as the quiz does.</summary>
/// <param name="QuestionCount">How many questions the quiz has.</param>
/// <param name="LeftOut">How many of them the file lacks.</param>
/// <param name="Losses">What is lost of the others too, by type and member; empty if the file says everything.</param>
public sealed record ExportLosses(int QuestionCount, int LeftOut, IReadOnlyList<ExportLoss> Losses);

/// <summary>The same loss of some questions of a type.</summary>
/// <param name="Kind">What becomes of it.</param>
/// <param name="Type">The type of the questions; absent for a member of the quiz itself.</param>
/// <param name="Member">The member of Arena's own JSON; absent if the whole question is lost. <c>type</c> means that it becomes a question of another type.</param>
/// <param name="Count">How many questions have it.</param>
public sealed record ExportLoss(ExportLossKind Kind, QuestionType? Type, string? Member, int Count);

/// <summary>What becomes of what a format cannot say.</summary>
public enum ExportLossKind
{
    /// <summary>The question is not in the file.</summary>
    LeftOut,
    /// <summary>The member is not in the file, or only nearly as it was.</summary>
    Changed,
    /// <summary>The file names media that this server does not have; they are not in it.</summary>
    Referenced,
    /// <summary>The text is in the file, and longer than programs of the format take.</summary>
    TooLong,
}
