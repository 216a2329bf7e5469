using System.Collections.Immutable;
using Arena.Game.Questions;
using Arena.Game.Vocabulary;

namespace Arena.Gateway.Quizzes.Content.Types;

/// <inheritdoc/>
internal sealed class NumberForm : QuestionForm
{
    public override ImmutableArray<string> Required { get; } = ["value"];

    public override ImmutableArray<string> Optional { get; } = ["tolerance", "scoring", "decimals", "unit"];

    public override Question Read(QuestionDraft draft, DraftChecks checks)
    {
        decimal value = draft.Members.Number("value", checks);
        int decimals = draft.Members.Integer("decimals", 0, GameLimits.MaxDecimals, checks, otherwise: Math.Min((int)value.Scale, GameLimits.MaxDecimals));
        // Otherwise no answer could be the right one.
        if (decimals is >= 0 and <= GameLimits.MaxDecimals && Math.Round(value, decimals) != value)
            checks.Refuse(draft.Members.PlaceOf("value", draft.Prompt.At), QuizErrorCode.OutOfRange, null, "value");
        return new NumberQuestion(Guid.Empty, "", value, null, 0)
        {
            Tolerance = draft.Members.Number("tolerance", 0, GameLimits.MaxNumber, checks),
            Scoring = draft.Members.Word<NumberScoring>("scoring", checks),
            Decimals = decimals,
            Unit = draft.Members.Line("unit", GameLimits.MaxNoteLength, checks),
        };
    }
}
