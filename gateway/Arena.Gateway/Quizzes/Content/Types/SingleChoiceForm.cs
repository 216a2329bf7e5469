using System.Collections.Immutable;
using Arena.Game.Questions;

namespace Arena.Gateway.Quizzes.Content.Types;

/// <inheritdoc/>
internal sealed class SingleChoiceForm : OptionsForm
{
    protected override OptionsQuestion Make(QuestionDraft draft, ImmutableArray<Option> options, DraftChecks checks) =>
        new SingleChoiceQuestion(Guid.Empty, "", options, null, 0);

    protected override void CheckKey(QuestionDraft draft, DraftChecks checks) => CheckOneCorrect(draft, checks);
}
