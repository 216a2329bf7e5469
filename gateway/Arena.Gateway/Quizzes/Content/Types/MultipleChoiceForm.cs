using System.Collections.Immutable;
using Arena.Game.Questions;

namespace Arena.Gateway.Quizzes.Content.Types;

/// <inheritdoc/>
internal sealed class MultipleChoiceForm : OptionsForm
{
    public override ImmutableArray<string> Optional { get; } = [ShuffleMember, "scoring"];

    protected override bool WrongOptionsTake => true;

    protected override OptionsQuestion Make(QuestionDraft draft, ImmutableArray<Option> options, DraftChecks checks) =>
        new MultipleChoiceQuestion(Guid.Empty, "", options, null, 0) { Scoring = draft.Members.Word<ChoiceScoring>("scoring", checks) };

    protected override void CheckKey(QuestionDraft draft, DraftChecks checks)
    {
        if (!draft.Options.Any(option => option.IsCorrect))
            checks.Refuse(draft.OptionsAt, QuizErrorCode.NoCorrectOption);
    }
}
