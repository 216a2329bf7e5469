using Arena.Game.Vocabulary;
using Arena.Gateway.Quizzes.Content;

namespace Arena.Gateway.Quizzes.Reading;

/// <summary>Collects what a reader finds: questions, the faults of those that are left out, and assumptions.</summary>
internal sealed class DraftCollector(ValidationErrors faults)
{
    /// <summary>Reading stops behind so many questions that cannot be read.</summary>
    private const int MaxUnread = 4 * GameLimits.MaxQuizQuestions;

    private readonly List<QuestionDraft> _questions = [];
    private int _unread;

    /// <summary>Assumptions and omissions.</summary>
    public TextAssumptions Assumptions { get; } = new();

    /// <summary>What the media of the questions are made of.</summary>
    public Dictionary<string, PackedFile> Files { get; } = new(StringComparer.Ordinal);

    /// <summary>The title that the file gives.</summary>
    public Sourced<string>? Title { get; set; }

    /// <summary>The description that the file gives.</summary>
    public Sourced<string>? Description { get; set; }

    /// <summary>Whether there are more questions than a quiz may have, so that reading further changes nothing.</summary>
    public bool IsFull => _questions.Count > GameLimits.MaxQuizQuestions || _unread >= MaxUnread;

    public void Add(QuestionDraft question)
    {
        // One more than allowed is enough to refuse the quiz.
        if (!IsFull)
            _questions.Add(question);
    }

    /// <summary>Reports a question that is not read.</summary>
    public void LeaveOut(SourceMark at, QuizErrorCode fault, string? text = null, string? member = null, int? limit = null)
    {
        faults.AddToQuestion(at, fault, text, member, limit);
        CountUnread();
    }

    /// <summary>Counts a question whose faults are reported already.</summary>
    public void CountUnread()
    {
        if (++_unread == MaxUnread)
            faults.AddToQuiz(new(1), QuizErrorCode.TooManyQuestions, member: "questions", limit: GameLimits.MaxQuizQuestions);
    }

    public DraftReading Finish() =>
        new(new(Title, Description, _questions, SourceMark.TitleParameter, new(1)), _unread, Assumptions.Warnings) { Files = Files };
}
