using System.Collections.Immutable;
using Arena.Game.Questions;
using Arena.Game.Vocabulary;

namespace Arena.Gateway.Quizzes.Content.Types;

/// <summary>What a type of question says in a file beyond what all say.</summary>
internal abstract class QuestionForm
{
    /// <summary>Members that must be there.</summary>
    public virtual ImmutableArray<string> Required { get; } = [];

    /// <summary>Members that may be there.</summary>
    public virtual ImmutableArray<string> Optional { get; } = [];

    /// <summary>Whether answers can be right or wrong: without that, a question has no points.</summary>
    public virtual bool IsScored => true;

    /// <summary>The time limit of a question that says none.</summary>
    public virtual int? DefaultTimeLimitMs => GameLimits.DefaultTimeLimitMs;

    /// <summary>Makes the question, without the members of all types. Faults are reported; a question with faults is not used.</summary>
    public abstract Question Read(QuestionDraft draft, DraftChecks checks);
}
