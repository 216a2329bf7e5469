using System.Collections.Immutable;
using Arena.Game.Views;
using Arena.Game.Vocabulary;

namespace Arena.Game.Questions;

/// <summary>A text is to be typed.</summary>
public sealed record TypedAnswerQuestion(
    Guid Id, string Prompt, ImmutableArray<string> Accepted, int? TimeLimitMs, int Points, string? Explanation = null)
    : Question(QuestionType.TypedAnswer, Id, Prompt, TimeLimitMs, Points, Explanation)
{
    /// <summary>Accepted texts of so many letters may differ by one.</summary>
    private const int OneTypo = 4;

    /// <summary>Those of so many by two.</summary>
    private const int TwoTypos = 8;

    /// <summary>Whether capitals make no difference.</summary>
    public bool IgnoreCase { get; init; } = true;

    /// <summary>Whether accents make no difference.</summary>
    public bool IgnoreAccents { get; init; } = true;

    /// <summary>Whether spaces make no difference.</summary>
    public bool IgnoreSpaces { get; init; } = true;

    /// <summary>Whether hyphens, apostrophes and other punctuation make no difference.</summary>
    public bool IgnorePunctuation { get; init; } = true;

    /// <summary>Whether a slip of the finger makes no difference: one from 4 letters on, two from 8.</summary>
    public bool AllowTypos { get; init; }

    /// <inheritdoc/>
    public override GameErrorCode? Normalize(AnswerValue given, out AnswerValue normal) =>
        Texts.Normalize(given, GameLimits.MaxTypedLength, out normal);

    /// <inheritdoc/>
    public override Judgement Judge(AnswerValue answer) => Judgement.Of(answer is TextAnswer { Text: { } text } && IsAccepted(text));

    /// <inheritdoc/>
    public override TaskView Show() => new TypedAnswerTask(GameLimits.MaxTypedLength);

    /// <inheritdoc/>
    public override KeyView? Reveal() => new TextsKey(Accepted);

    /// <inheritdoc/>
    public override Tally Count(IEnumerable<AnswerValue> answers) => Count(answers, text => IsAccepted(text));

    /// <inheritdoc/>
    public override Tally CountOpen(IEnumerable<AnswerValue> answers) => Count(answers, _ => null);

    /// <summary>Wrong answers are for hosts: players write what they like.</summary>
    public override Tally Publish(Tally tally) => tally is TextsTally texts ? Texts.Only(texts, line => line.Correct is true) : tally;

    /// <inheritdoc/>
    public override bool TakesAccepted() => Accepted.Length < GameLimits.MaxAcceptedTexts;

    /// <inheritdoc/>
    public override Question? WithAccepted(string text) =>
        TakesAccepted() && AnswerText.Clean(text, GameLimits.MaxTypedLength) is { } clean ? this with { Accepted = Accepted.Add(clean) } : null;

    /// <inheritdoc/>
    public override Tally Mark(Tally tally) => tally is TextsTally texts
        ? texts with { Lines = [.. texts.Lines.Select(line => line with { Correct = IsAccepted(line.Text) })] }
        : tally;

    /// <inheritdoc/>
    protected override bool IsComplete() =>
        !Accepted.IsDefault
        && Accepted.Length is > 0 and <= GameLimits.MaxAcceptedTexts
        && Accepted.All(text => text is { Length: > 0 and <= GameLimits.MaxTypedLength });

    private TextsTally Count(IEnumerable<AnswerValue> answers, Func<string, bool?> isCorrect) =>
        TextTallies.Count(Texts.Of(answers, GameLimits.MaxTypedLength), text => TextComparison.Fold(text, this), isCorrect);

    private bool IsAccepted(string text)
    {
        if (Accepted.Contains(text))
            return true;
        var typed = TextComparison.Fold(text, this);
        return typed.Length > 0 && Accepted.Any(accepted => IsAccepted(typed, TextComparison.Fold(accepted, this)));
    }

    private bool IsAccepted(string typed, string accepted) =>
        typed == accepted || (AllowTypos && TextComparison.IsNear(typed, accepted, accepted.Length >= TwoTypos ? 2 : accepted.Length >= OneTypo ? 1 : 0));
}
