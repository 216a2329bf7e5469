using System.Collections.Frozen;
using Arena.Game.Questions;
using Arena.Game.Vocabulary;
using Arena.Gateway.Quizzes.Content;

namespace Arena.Gateway.Quizzes.Writing;

/// <summary>Counts what a file lacks while it is written.</summary>
internal sealed class LossCounter
{
    private readonly Dictionary<(ExportLossKind Kind, QuestionType? Type, string? Member), int> _counts = [];
    private int _leftOut;

    /// <summary>How many questions were written or left out.</summary>
    public int QuestionCount { get; set; }

    public void LeaveOut(Question question)
    {
        _leftOut++;
        Count(ExportLossKind.LeftOut, question.Type, null);
    }

    /// <summary>Counts a member that the file lacks, or has only nearly as it was.</summary>
    public void Change(Question question, string member) => Count(ExportLossKind.Changed, question.Type, member);

    /// <summary>Counts all that a question says, except what the format keeps.</summary>
    public void ChangeAllBut(Question question, FrozenSet<string> kept)
    {
        foreach (string member in SaidMembers.Of(question))
        {
            if (!kept.Contains(member))
                Change(question, member);
        }
    }

    public void NoteLength(Question question, string member) => Count(ExportLossKind.TooLong, question.Type, member);

    /// <summary>Counts the members of a quiz other than title and questions.</summary>
    public void ChangeQuiz(QuizContent quiz)
    {
        if (quiz.Description is not null)
            Count(ExportLossKind.Changed, null, "description");
        if (!quiz.Tags.IsEmpty)
            Count(ExportLossKind.Changed, null, "tags");
        if (quiz.Folder is not null)
            Count(ExportLossKind.Changed, null, "folder");
    }

    public ExportLosses ToLosses() => new(QuestionCount, _leftOut,
    [
        .. _counts.OrderBy(count => count.Key.Kind).ThenBy(count => count.Key.Type).ThenBy(count => count.Key.Member, StringComparer.Ordinal)
            .Select(count => new ExportLoss(count.Key.Kind, count.Key.Type, count.Key.Member, count.Value)),
    ]);

    private void Count(ExportLossKind kind, QuestionType? type, string? member) =>
        _counts[(kind, type, member)] = _counts.GetValueOrDefault((kind, type, member)) + 1;
}
