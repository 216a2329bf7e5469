using System.Globalization;
using Arena.Gateway.Quizzes.Content;

namespace Arena.Gateway.Quizzes.Reading.Lines;

/// <summary>The part of a GIFT question in braces: its type, its answers, and the general feedback.</summary>
internal sealed class GiftAnswers
{
    private const int MaxAnswers = 32;
    private const string GeneralFeedback = "####";
    private const string Arrow = "->";
    private const decimal Whole = 100;

    private readonly string _answers;
    private readonly string? _format;
    private readonly SourceMark _at;
    private bool _hasMedia;

    /// <param name="inner">What stands between the braces.</param>
    /// <param name="format">The format of the question's text.</param>
    /// <param name="at">The question.</param>
    public GiftAnswers(string inner, string? format, SourceMark at)
    {
        (_format, _at) = (format, at);
        int general = inner.LastIndexOf(GeneralFeedback, StringComparison.Ordinal);
        Explanation = general < 0 ? "" : Plain(inner[(general + GeneralFeedback.Length)..]);
        _answers = (general < 0 ? inner : inner[..general]).Trim();
    }

    public string Explanation { get; }

    /// <summary>Whether a text shows a picture.</summary>
    public bool HasMedia => _hasMedia;

    /// <returns>The question; null if it asks for a number, and there is none.</returns>
    public QuestionDraft? ToDraft(Sourced<string> prompt)
    {
        if (_answers.Length == 0)
            return DraftTypes.OpenText(prompt);
        if (_answers[0] == '#')
            return Number() is { } number ? DraftTypes.Number(prompt, number, _at) : null;
        if (TruthOf(_answers) is { } isTrue)
            return DraftTypes.Choice(prompt, DraftOptions.TrueFalse(isTrue, _at), _at);
        List<Answer> answers = Answers(_answers);
        if (GiftText.IndexOf(_answers, "~") >= 0)
            return Choice(prompt, answers);
        return _answers.Contains(Arrow, StringComparison.Ordinal) ? Match(prompt, answers) : Typed(prompt, answers);
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

    /// <summary>Right are options with an equals sign or the whole weight; without such, several that have a part of it.</summary>
    private QuestionDraft Choice(Sourced<string> prompt, List<Answer> answers)
    {
        bool isMultiple = !answers.Exists(answer => answer.Weight >= Whole);
        return DraftTypes.Choice(prompt, [.. answers.Select(answer => Option(answer, isMultiple))], _at, isMultiple);
    }

    private OptionDraft Option(Answer answer, bool isMultiple) => new(new(answer.Text, _at), answer.Weight >= Whole || (isMultiple && answer.Weight > 0))
    {
        Weight = isMultiple || answer.HasWeight ? new(answer.Weight / Whole, _at) : null,
    };

    private QuestionDraft Match(Sourced<string> prompt, List<Answer> answers)
    {
        var pairs = new List<PairDraft>();
        foreach (string[] sides in answers.Select(answer => answer.Text.Split(Arrow, 2)))
        {
            // Without a left side, the right one is there to mislead.
            if (sides.Length == 2 && !string.IsNullOrWhiteSpace(sides[0]))
                pairs.Add(new(new(sides[0].Trim(), _at), new(sides[1].Trim(), _at)));
        }
        return DraftTypes.Match(prompt, pairs, _at);
    }

    /// <summary>Answers that earn only a part are not accepted.</summary>
    private QuestionDraft Typed(Sourced<string> prompt, List<Answer> answers)
    {
        if (answers.Count == 0)
            answers.Add(AnswerOf(_answers, isRight: true));
        return DraftTypes.Typed(prompt, answers.Where(answer => answer.Weight >= Whole).Select(answer => new Sourced<string>(Wildcard.Unescaped(answer.Text), _at)), _at);
    }

    /// <summary>The first answer that earns all.</summary>
    private NumberRange? Number()
    {
        string numbers = _answers[1..];
        List<Answer> answers = GiftText.IndexOf(numbers, "=") >= 0 ? Answers(numbers) : [AnswerOf(numbers, isRight: true)];
        return answers.Find(answer => answer.Weight >= Whole) is { } whole ? NumberRange.Parse(whole.Text) : null;
    }

    private List<Answer> Answers(string text)
    {
        var answers = new List<Answer>();
        int start = GiftText.IndexOf(text, "=~");
        while (start >= 0 && answers.Count < MaxAnswers)
        {
            int length = GiftText.IndexOf(text.AsSpan(start + 1), "=~");
            string answer = length < 0 ? text[(start + 1)..] : text.Substring(start + 1, length);
            // "~=" is one sign in two characters.
            if (!string.IsNullOrWhiteSpace(answer))
                answers.Add(AnswerOf(answer, text[start] == '='));
            start = length < 0 ? -1 : start + 1 + length;
        }
        return answers;
    }

    private Answer AnswerOf(string answer, bool isRight)
    {
        string text = answer.Trim();
        decimal weight = isRight ? Whole : 0;
        int end = text is ['%', ..] ? text.IndexOf('%', 1) : -1;
        bool hasWeight = end > 0 && decimal.TryParse(text.AsSpan(1, end - 1), NumberStyles.Float, CultureInfo.InvariantCulture, out weight);
        if (hasWeight)
            text = text[(end + 1)..];
        else
            weight = isRight ? Whole : 0;
        int feedback = GiftText.IndexOf(text, "#");
        return new(Plain(feedback < 0 ? text : text[..feedback]), Math.Clamp(weight, -Whole, Whole), hasWeight);
    }

    private string Plain(string text)
    {
        bool hasMedia = false;
        string plain = GiftText.Plain(text, _format, ref hasMedia);
        _hasMedia |= hasMedia;
        return plain;
    }

    private sealed record Answer(string Text, decimal Weight, bool HasWeight);
}
