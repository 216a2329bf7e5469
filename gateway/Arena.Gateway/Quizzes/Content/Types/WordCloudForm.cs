using System.Collections.Immutable;
using Arena.Game.Questions;
using Arena.Game.Vocabulary;

namespace Arena.Gateway.Quizzes.Content.Types;

/// <inheritdoc/>
internal sealed class WordCloudForm : QuestionForm
{
    public override ImmutableArray<string> Optional { get; } = ["maxWords"];

    public override bool IsScored => false;

    public override Question Read(QuestionDraft draft, DraftChecks checks) => new WordCloudQuestion(Guid.Empty, "", null)
    {
        MaxWords = draft.Members.Integer("maxWords", 1, GameLimits.MaxWords, checks, GameLimits.MaxWords),
    };
}
