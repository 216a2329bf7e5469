using System.Globalization;
using Arena.Gateway.Quizzes.Content;

namespace Arena.Gateway.Quizzes.Reading.Markup;

/// <summary>Makes a question of Moodle's XML. Its texts are HTML unless they say otherwise.</summary>
internal sealed class MoodleQuestion(MarkupElement question, DraftPictures pictures, ReadingWork work)
{
    private const decimal Whole = 100;

    private SourceMark At => new(question.Line);

    private IEnumerable<MarkupElement> Answers => question.Children.Where(child => child.Name == "answer");

    /// <returns>The question; null if Arena has no such type.</returns>
    public QuestionDraft? ToDraft(string type)
    {
        (Sourced<string> prompt, MediumDraft? picture) = TextAndPicture(question.Child("questiontext"), At);
        QuestionDraft? draft = type switch
        {
            "multichoice" or "truefalse" => Choice(prompt, type),
            "shortanswer" => Typed(prompt),
            "numerical" => Number(prompt),
            "matching" => DraftTypes.Match(prompt, Pairs(), At),
            "ordering" => DraftTypes.Order(prompt, Answers.Select(Text), At),
            "essay" => DraftTypes.OpenText(prompt),
            "description" => DraftTypes.Slide(TextOf(question.Child("name")), prompt.Value, At),
            _ => null,
        };
        if (draft is not null && type != "description" && TextOf(question.Child("generalfeedback")) is { Length: > 0 } explanation)
            draft = draft with { Explanation = new(explanation, At) };
        return draft is null ? null : pictures.Complete(draft, picture);
    }

    /// <summary>With several allowed, each right one has a part of the whole.</summary>
    private QuestionDraft Choice(Sourced<string> prompt, string type)
    {
        bool isMultiple = question.TextOf("single")?.Trim() is "false" or "0";
        OptionDraft[] options = [.. Answers.Select(answer => Option(answer, type, isMultiple))];
        QuestionDraft choice = DraftTypes.Choice(prompt, options, At, isMultiple);
        return question.TextOf("shuffleanswers")?.Trim() is "true" or "1" ? DraftTypes.Shuffled(choice) : choice;
    }

    private OptionDraft Option(MarkupElement answer, string type, bool isMultiple)
    {
        (Sourced<string> label, MediumDraft? picture) = TextAndPicture(answer, new(answer.Line));
        decimal fraction = Fraction(answer);
        return new(type == "truefalse" ? label with { Value = Capitalised(label.Value) } : label, isMultiple ? fraction > 0 : fraction >= Whole)
        {
            Picture = picture,
            Weight = isMultiple || fraction != 0 ? new(fraction / Whole, label.At) : null,
        };
    }

    /// <summary>Answers that earn only a part are not accepted.</summary>
    private QuestionDraft Typed(Sourced<string> prompt) => DraftTypes.Typed(
        prompt, Answers.Where(answer => Fraction(answer) >= Whole).Select(Text).Select(text => text with { Value = Wildcard.Unescaped(text.Value) }), At, isCaseSensitive: question.TextOf("usecase")?.Trim() == "1");

    private QuestionDraft? Number(Sourced<string> prompt)
    {
        if (Answers.FirstOrDefault(answer => Fraction(answer) >= Whole) is not { } answer || NumberRange.Number(TextOf(answer)) is not { } value)
            return null;
        decimal tolerance = NumberRange.Number(answer.TextOf("tolerance") ?? "") ?? 0;
        return DraftTypes.Number(prompt, new(value, Math.Abs(tolerance)), new(answer.Line));
    }

    /// <summary>Without a left side, the right one is there to mislead.</summary>
    private List<PairDraft> Pairs()
    {
        var pairs = new List<PairDraft>();
        foreach (MarkupElement pair in question.Children.Where(child => child.Name == "subquestion"))
        {
            Sourced<string> left = Text(pair);
            if (left.Value.Length > 0)
                pairs.Add(new(left, new(TextOf(pair.Child("answer")), left.At)));
        }
        return pairs;
    }

    private Sourced<string> Text(MarkupElement element) => new(TextOf(element), new(element.Line));

    /// <summary>A text that has no place for a picture.</summary>
    private string TextOf(MarkupElement? element)
    {
        var shown = new ShownMedia();
        string text = TextOf(element, shown);
        pictures.LeaveOut(shown);
        return text;
    }

    private (Sourced<string> Text, MediumDraft? Picture) TextAndPicture(MarkupElement? element, SourceMark at)
    {
        var shown = new ShownMedia();
        Sourced<string> text = new(TextOf(element, shown), at);
        return element is null ? (text, null) : pictures.Keep(shown, text, new MoodleFiles(element).Find);
    }

    private string TextOf(MarkupElement? element, ShownMedia shown)
    {
        if (element?.Child("text") is not { } text)
            return "";
        string written = text.InnerText();
        work.Visit(written.Length);
        bool isHtml = element["format"] is not ("plain_text" or "markdown");
        string read = isHtml ? HtmlText.Of(written, shown) : written.Trim();
        // A file that the text does not show as a picture is one to listen to, or to load.
        if (!shown.Any && element.Child("file") is not null)
            shown.AddOther();
        return read;
    }

    private static decimal Fraction(MarkupElement answer) =>
        decimal.TryParse(answer["fraction"], NumberStyles.Float, CultureInfo.InvariantCulture, out decimal fraction) ? Math.Clamp(fraction, -Whole, Whole) : 0;

    private static string Capitalised(string label) => label.ToLowerInvariant() switch
    {
        "true" => "True",
        "false" => "False",
        _ => label,
    };
}
