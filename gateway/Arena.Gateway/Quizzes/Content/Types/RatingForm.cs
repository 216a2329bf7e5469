using System.Collections.Immutable;
using Arena.Game.Questions;
using Arena.Game.Vocabulary;

namespace Arena.Gateway.Quizzes.Content.Types;

/// <inheritdoc/>
internal sealed class RatingForm : QuestionForm
{
    public const int DefaultSteps = 5;

    public override ImmutableArray<string> Optional { get; } = ["steps", "low", "high"];

    public override bool IsScored => false;

    public override Question Read(QuestionDraft draft, DraftChecks checks) => new RatingQuestion(
        Guid.Empty, "", draft.Members.Integer("steps", GameLimits.MinSteps, GameLimits.MaxSteps, checks, DefaultSteps), null)
    {
        Low = draft.Members.Line("low", GameLimits.MaxNoteLength, checks),
        High = draft.Members.Line("high", GameLimits.MaxNoteLength, checks),
    };
}
