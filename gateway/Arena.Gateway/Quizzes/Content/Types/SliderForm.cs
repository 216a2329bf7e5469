using System.Collections.Immutable;
using Arena.Game.Questions;
using Arena.Game.Vocabulary;

namespace Arena.Gateway.Quizzes.Content.Types;

/// <inheritdoc/>
internal sealed class SliderForm : QuestionForm
{
    public override ImmutableArray<string> Required { get; } = ["min", "max", "value"];

    public override ImmutableArray<string> Optional { get; } = ["step", "tolerance", "unit"];

    public override Question Read(QuestionDraft draft, DraftChecks checks)
    {
        DraftMembers members = draft.Members;
        var (min, max) = (members.Number("min", checks), members.Number("max", checks));
        var (step, value) = (members.Number("step", checks, otherwise: 1), members.Number("value", checks));
        if (min >= max)
            checks.Refuse(members.PlaceOf("max", draft.Prompt.At), QuizErrorCode.OutOfRange, null, "max");
        else if (step <= 0 || step > max - min || step < (max - min) / GameLimits.MaxSliderSteps)
            checks.Refuse(members.PlaceOf("step", draft.Prompt.At), QuizErrorCode.OutOfRange, null, "step");
        else if (value < min || value > max || (value != max && (value - min) % step != 0))
            checks.Refuse(members.PlaceOf("value", draft.Prompt.At), QuizErrorCode.OutsideScale, null, "value");
        return new SliderQuestion(Guid.Empty, "", min, max, step, value, null, 0)
        {
            Tolerance = members.Number("tolerance", 0, GameLimits.MaxNumber, checks),
            Unit = members.Line("unit", GameLimits.MaxNoteLength, checks),
        };
    }
}
