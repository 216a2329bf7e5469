using Arena.Game.Views;
using Arena.Game.Vocabulary;

namespace Arena.Game.Questions;

/// <summary>Something to read, without an answer.</summary>
public sealed record SlideQuestion(Guid Id, string Prompt, string Body, int? TimeLimitMs)
    : Question(QuestionType.Slide, Id, Prompt, TimeLimitMs, 0, null)
{
    /// <inheritdoc/>
    public override bool IsScored() => false;

    /// <inheritdoc/>
    public override bool TakesAnswers() => false;

    /// <inheritdoc/>
    public override GameErrorCode? Normalize(AnswerValue given, out AnswerValue normal)
    {
        normal = given;
        return GameErrorCode.InvalidAnswer;
    }

    /// <inheritdoc/>
    public override Judgement Judge(AnswerValue answer) => Judgement.Unscored;

    /// <inheritdoc/>
    public override TaskView Show() => new SlideTask(Body);

    /// <inheritdoc/>
    public override Tally Count(IEnumerable<AnswerValue> answers) => new CountsTally([]);

    /// <inheritdoc/>
    protected override bool IsComplete() => Body is not null;
}
