using System.Collections.Immutable;
using Arena.Game.Questions;
using Arena.Game.Vocabulary;

namespace Arena.Gateway.Quizzes.Content.Types;

/// <inheritdoc/>
internal sealed class TypedAnswerForm : QuestionForm
{
    public override ImmutableArray<string> Required { get; } = ["accepted"];

    public override ImmutableArray<string> Optional { get; } = ["ignoreCase", "ignoreAccents", "ignoreSpaces", "ignorePunctuation", "allowTypos"];

    public override Question Read(QuestionDraft draft, DraftChecks checks) => new TypedAnswerQuestion(
        Guid.Empty, "", draft.Members.Texts("accepted", 1, GameLimits.MaxAcceptedTexts, GameLimits.MaxTypedLength, checks), null, 0)
    {
        IgnoreCase = draft.Members.Flag("ignoreCase", otherwise: true),
        IgnoreAccents = draft.Members.Flag("ignoreAccents", otherwise: true),
        IgnoreSpaces = draft.Members.Flag("ignoreSpaces", otherwise: true),
        IgnorePunctuation = draft.Members.Flag("ignorePunctuation", otherwise: true),
        AllowTypos = draft.Members.Flag("allowTypos"),
    };
}
