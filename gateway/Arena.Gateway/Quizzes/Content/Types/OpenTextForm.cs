using Arena.Game.Questions;

namespace Arena.Gateway.Quizzes.Content.Types;

/// <inheritdoc/>
internal sealed class OpenTextForm : QuestionForm
{
    public override bool IsScored => false;

    public override Question Read(QuestionDraft draft, DraftChecks checks) => new OpenTextQuestion(Guid.Empty, "", null);
}
