using Arena.Game.Views;
using Arena.Game.Vocabulary;

namespace Arena.Game.Questions;

/// <summary>Words are asked for, which everyone sees.</summary>
public sealed record WordCloudQuestion(Guid Id, string Prompt, int? TimeLimitMs, string? Explanation = null)
    : Question(QuestionType.WordCloud, Id, Prompt, TimeLimitMs, 0, Explanation)
{
    /// <summary>How many words one player may give.</summary>
    public int MaxWords { get; init; } = GameLimits.MaxWords;

    /// <inheritdoc/>
    public override bool IsScored() => false;

    /// <inheritdoc/>
    public override GameErrorCode? Normalize(AnswerValue given, out AnswerValue normal)
    {
        normal = given;
        if (given is not WordsAnswer { Words: { IsDefaultOrEmpty: false } raw } || raw.Length > MaxWords)
            return GameErrorCode.InvalidAnswer;
        var words = raw.Select(word => AnswerText.Clean(word, GameLimits.MaxWordLength)).ToArray();
        if (words.Any(word => word is null))
            return GameErrorCode.InvalidAnswer;
        normal = new WordsAnswer([.. words.OfType<string>().DistinctBy(KeyOf)]);
        return null;
    }

    /// <inheritdoc/>
    public override Judgement Judge(AnswerValue answer) => Judgement.Unscored;

    /// <inheritdoc/>
    public override TaskView Show() => new WordCloudTask(MaxWords, GameLimits.MaxWordLength);

    /// <inheritdoc/>
    public override Tally Count(IEnumerable<AnswerValue> answers) => TextTallies.Count(
        answers.OfType<WordsAnswer>().Where(answer => !answer.Words.IsDefault).SelectMany(answer => answer.Words)
            .Select(word => AnswerText.Clean(word, GameLimits.MaxWordLength)).OfType<string>(),
        KeyOf,
        _ => null);

    /// <inheritdoc/>
    protected override bool IsComplete() => MaxWords is > 0 and <= GameLimits.MaxWords;

    private static string KeyOf(string word) => word.ToUpperInvariant();
}
