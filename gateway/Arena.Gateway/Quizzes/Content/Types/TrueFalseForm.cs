using System.Collections.Immutable;
using Arena.Game.Questions;
using Arena.Game.Vocabulary;

namespace Arena.Gateway.Quizzes.Content.Types;

/// <inheritdoc/>
internal sealed class TrueFalseForm : OptionsForm
{
    protected override int Most => GameLimits.MinOptions;

    protected override OptionsQuestion Make(QuestionDraft draft, ImmutableArray<Option> options, DraftChecks checks) =>
        new TrueFalseQuestion(Guid.Empty, "", options, null, 0);

    protected override void CheckKey(QuestionDraft draft, DraftChecks checks) => CheckOneCorrect(draft, checks);
}
