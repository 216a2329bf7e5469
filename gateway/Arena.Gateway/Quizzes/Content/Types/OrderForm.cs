using System.Collections.Immutable;
using Arena.Game.Questions;
using Arena.Game.Vocabulary;

namespace Arena.Gateway.Quizzes.Content.Types;

/// <inheritdoc/>
internal sealed class OrderForm : QuestionForm
{
    public override ImmutableArray<string> Required { get; } = ["items"];

    public override Question Read(QuestionDraft draft, DraftChecks checks) => new OrderQuestion(
        Guid.Empty, "", draft.Members.Texts("items", GameLimits.MinItems, GameLimits.MaxItems, GameLimits.MaxOptionLength, checks), null, 0);
}
