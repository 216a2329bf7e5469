using Arena.Game.Views;
using Arena.Game.Vocabulary;

namespace Arena.Game.Questions;

/// <summary>A text for the hosts is asked for.</summary>
public sealed record OpenTextQuestion(Guid Id, string Prompt, int? TimeLimitMs, string? Explanation = null)
    : Question(QuestionType.OpenText, Id, Prompt, TimeLimitMs, 0, Explanation)
{
    /// <inheritdoc/>
    public override bool IsScored() => false;

    /// <inheritdoc/>
    public override GameErrorCode? Normalize(AnswerValue given, out AnswerValue normal) =>
        Texts.Normalize(given, GameLimits.MaxOpenTextLength, out normal);

    /// <inheritdoc/>
    public override Judgement Judge(AnswerValue answer) => Judgement.Unscored;

    /// <inheritdoc/>
    public override TaskView Show() => new OpenTextTask(GameLimits.MaxOpenTextLength);

    /// <inheritdoc/>
    public override Tally Count(IEnumerable<AnswerValue> answers) =>
        TextTallies.Count(Texts.Of(answers, GameLimits.MaxOpenTextLength), text => text.ToUpperInvariant(), _ => null);

    /// <summary>Only how many there are.</summary>
    public override Tally Publish(Tally tally) => tally is TextsTally texts ? Texts.Only(texts, _ => false) : tally;

    /// <inheritdoc/>
    protected override bool IsComplete() => true;
}
