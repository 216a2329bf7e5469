using System.Globalization;
using Arena.Gateway.Quizzes.Content;

namespace Arena.Gateway.Quizzes.Reading.Lines;

/// <summary>The part of a GIFT question in braces: its type, its options, and the general feedback.</summary>
internal sealed class GiftAnswers
{
    private const int MaxOptions = 32;
    private const string GeneralFeedback = "####";
    private const double Whole = 100;

    private GiftAnswers(string? unsupported, IReadOnlyList<OptionDraft> options, string? explanation)
    {
        Unsupported = unsupported;
        Options = options;
        Explanation = explanation;
    }

    /// <summary>The name of the type, if Arena does not play it.</summary>
    public string? Unsupported { get; }

    public IReadOnlyList<OptionDraft> Options { get; }

    public string? Explanation { get; }

    /// <param name="inner">What stands between the braces.</param>
    /// <param name="format">The format of the question's text.</param>
    /// <param name="at">The question.</param>
    /// <param name="hasMedia">Set if a text shows a picture.</param>
    public static GiftAnswers Of(string inner, string? format, SourceMark at, ref bool hasMedia)
    {
        int general = inner.LastIndexOf(GeneralFeedback, StringComparison.Ordinal);
        string? explanation = general < 0 ? null : GiftText.Plain(inner[(general + GeneralFeedback.Length)..], format, ref hasMedia);
        string answers = (general < 0 ? inner : inner[..general]).Trim();
        explanation = string.IsNullOrWhiteSpace(explanation) ? null : explanation;
        if (TypeOf(answers) is { } unsupported)
            return new(unsupported, [], explanation);
        return TruthOf(answers) is { } isTrue
            ? new(null, DraftOptions.TrueFalse(isTrue, at), explanation)
            : new(null, Choices(answers, format, at, ref hasMedia), explanation);
    }

    private static string? TypeOf(string answers)
    {
        if (answers.Length == 0)
            return "essay";
        if (answers[0] == '#')
            return "numerical";
        if (TruthOf(answers) is not null || GiftText.IndexOf(answers, "~") >= 0)
            return null;
        return answers.Contains("->", StringComparison.Ordinal) ? "matching" : "shortanswer";
    }

    private static bool? TruthOf(string answers)
    {
        int feedback = GiftText.IndexOf(answers, "#");
        return (feedback < 0 ? answers : answers[..feedback]).Trim() switch
        {
            "T" or "TRUE" => true,
            "F" or "FALSE" => false,
            _ => null,
        };
    }

    /// <summary>Right are options with an equals sign or the whole weight; without such, all that have a part of it.</summary>
    private static OptionDraft[] Choices(string answers, string? format, SourceMark at, ref bool hasMedia)
    {
        var choices = new List<(string Text, double Weight)>();
        int start = GiftText.IndexOf(answers, "=~");
        while (start >= 0 && choices.Count < MaxOptions)
        {
            int length = GiftText.IndexOf(answers.AsSpan(start + 1), "=~");
            string choice = length < 0 ? answers[(start + 1)..] : answers.Substring(start + 1, length);
            // "~=" is one sign in two characters.
            if (!string.IsNullOrWhiteSpace(choice))
                choices.Add(Choice(choice, answers[start] == '=', format, ref hasMedia));
            start = length < 0 ? -1 : start + 1 + length;
        }
        double right = choices.Exists(choice => choice.Weight >= Whole) ? Whole : double.Epsilon;
        return [.. choices.Select(choice => new OptionDraft(new(choice.Text, at), choice.Weight >= right))];
    }

    private static (string Text, double Weight) Choice(string choice, bool isRight, string? format, ref bool hasMedia)
    {
        string text = choice.Trim();
        double weight = isRight ? Whole : 0;
        int end = text is ['%', ..] ? text.IndexOf('%', 1) : -1;
        if (end > 0 && double.TryParse(text.AsSpan(1, end - 1), NumberStyles.Float, CultureInfo.InvariantCulture, out double given))
            (text, weight) = (text[(end + 1)..], given);
        int feedback = GiftText.IndexOf(text, "#");
        return (GiftText.Plain(feedback < 0 ? text : text[..feedback], format, ref hasMedia), weight);
    }
}
