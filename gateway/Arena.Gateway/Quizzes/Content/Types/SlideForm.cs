using System.Collections.Immutable;
using Arena.Game.Questions;
using Arena.Game.Vocabulary;

namespace Arena.Gateway.Quizzes.Content.Types;

/// <inheritdoc/>
internal sealed class SlideForm : QuestionForm
{
    public override ImmutableArray<string> Required { get; } = ["body"];

    public override bool IsScored => false;

    public override int? DefaultTimeLimitMs => null;

    public override Question Read(QuestionDraft draft, DraftChecks checks)
    {
        if (draft.Explanation is { } explanation)
            checks.Refuse(explanation.At, QuizErrorCode.UnknownMember, "explanation");
        string? body = draft.Members.Find<Sourced<string>>("body") is { } text ? checks.Lines(text, "body", GameLimits.MaxBodyLength) : null;
        return new SlideQuestion(Guid.Empty, "", body ?? "", null);
    }
}
