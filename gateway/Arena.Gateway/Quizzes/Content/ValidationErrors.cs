using System.Collections.Immutable;

namespace Arena.Gateway.Quizzes.Content;

/// <summary>
/// The errors of a quiz that is being read. Faults of one question may be skipped with it; faults of the quiz itself may not.
/// All are counted, the first <see cref="Kept"/> are kept and described: a hostile file has millions.
/// </summary>
internal sealed class ValidationErrors
{
    public const int Kept = 100;

    private readonly List<QuizError> _errors = [];

    /// <summary>How many faults there are.</summary>
    public int Count { get; private set; }

    /// <summary>Whether there is one that skipping questions does not heal.</summary>
    public bool IsFatal { get; private set; }

    public void AddToQuiz(SourceMark at, QuizErrorCode fault, string? text = null, string? member = null, int? limit = null)
    {
        IsFatal = true;
        AddToQuestion(at, fault, text, member, limit);
    }

    public void AddToQuestion(SourceMark at, QuizErrorCode fault, string? text = null, string? member = null, int? limit = null)
    {
        Count++;
        if (_errors.Count < Kept)
        {
            _errors.Add(new(
                at.Line, at.Column, at.Path?.ToString(), fault, text is null ? null : QuizText.Excerpt(text),
                member ?? at.Path?.MemberName, limit));
        }
    }

    /// <summary>The kept ones in the order of the file.</summary>
    public ImmutableArray<QuizError> InOrder() => [.. _errors.OrderBy(error => error.Line).ThenBy(error => error.Column)];
}
