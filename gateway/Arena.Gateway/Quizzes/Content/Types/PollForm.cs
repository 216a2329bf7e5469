using System.Collections.Immutable;
using Arena.Game.Questions;

namespace Arena.Gateway.Quizzes.Content.Types;

/// <inheritdoc/>
internal sealed class PollForm : OptionsForm
{
    public override bool IsScored => false;

    protected override OptionsQuestion Make(QuestionDraft draft, ImmutableArray<Option> options, DraftChecks checks) =>
        new PollQuestion(Guid.Empty, "", options, null);

    protected override void CheckKey(QuestionDraft draft, DraftChecks checks)
    {
        if (draft.Options.FirstOrDefault(option => option.IsCorrect) is { } correct)
            checks.Refuse(correct.Label.At, QuizErrorCode.UnscoredType, correct.Label.Value);
    }
}
