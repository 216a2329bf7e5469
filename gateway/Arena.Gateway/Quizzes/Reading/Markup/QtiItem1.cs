using System.Globalization;
using Arena.Gateway.Quizzes.Content;

namespace Arena.Gateway.Quizzes.Reading.Markup;

/// <summary>An item of QTI 1.2, as Canvas and other programs write it.</summary>
internal sealed class QtiItem1(MarkupElement item, QtiTexts texts)
{
    private MarkupElement[] Choices { get; } = [.. item.All("response_lid")];

    /// <returns>The question and its picture, or null and the name of its type.</returns>
    public (QuestionDraft? Draft, MediumDraft? Picture, string Type) ToDraft(SourceMark at)
    {
        string named = TypeOf() ?? "";
        string kind = KindOf(named);
        if (item.Child("presentation") is not { } presentation)
            return (null, null, named.Length == 0 ? kind : named);
        (Sourced<string> prompt, MediumDraft? picture) = texts.EscapedAndPicture(presentation, IsResponse);
        prompt = prompt with { At = at };
        QuestionDraft? draft = kind switch
        {
            "choice" or "multiple" when Choices.Length == 1 => Choice(prompt, at, kind == "multiple"),
            "match" => DraftTypes.Match(prompt, Pairs(), at),
            "typed" => DraftTypes.Typed(prompt, RightValues().Select(equal => new Sourced<string>(equal.InnerText().Trim(), texts.Mark(equal))), at),
            "number" => Range() is { } range ? DraftTypes.Number(prompt, range, at) : null,
            "essay" => DraftTypes.OpenText(prompt),
            "text" => DraftTypes.Slide(item["title"], prompt.Value, at),
            _ => null,
        };
        return (draft, picture, named.Length == 0 ? kind : named);
    }

    private static bool IsResponse(MarkupElement element) =>
        element.Name is "response_lid" or "response_str" or "response_num" or "response_xy" or "response_grp";

    private string? TypeOf() => item.All("qtimetadatafield")
        .Where(field => field.TextOf("fieldlabel")?.Trim() is "question_type" or "qmd_itemtype")
        .Select(field => field.TextOf("fieldentry")?.Trim()).FirstOrDefault();

    /// <summary>By the name of the type or, without one, by how it is answered.</summary>
    private string KindOf(string named) => named switch
    {
        "multiple_choice_question" or "true_false_question" or "Multiple Choice" or "True/False" or "Either/Or" => "choice",
        "multiple_answers_question" or "Multiple Answer" or "Multiple Response" => "multiple",
        "short_answer_question" or "Fill in the Blank" or "Short Answer" => "typed",
        "numerical_question" or "Numeric" => "number",
        "matching_question" or "Matching" => "match",
        "essay_question" or "Essay" => "essay",
        "text_only_question" => "text",
        { Length: > 0 } => "",
        _ when Choices.Length == 1 => Choices[0]["rcardinality"] switch { "Multiple" => "multiple", "Ordered" => "ordered", _ => "choice" },
        _ => item.All("response_str").Any() ? RightValues().Any() ? "typed" : "essay" : Choices.Length > 1 ? "response_lid" : "text",
    };

    private QuestionDraft Choice(Sourced<string> prompt, SourceMark at, bool isMultiple)
    {
        HashSet<string> key = KeyOf();
        OptionDraft[] options = [.. Choices[0].All("response_label").Select(label => Option(label, key))];
        return DraftTypes.Choice(prompt, options, at, isMultiple);
    }

    private OptionDraft Option(MarkupElement label, HashSet<string> key)
    {
        (Sourced<string> text, MediumDraft? picture) = texts.EscapedAndPicture(label);
        return new(text, key.Contains(label["ident"] ?? "")) { Picture = picture };
    }

    /// <summary>The idents of the condition that gives most of the score, without those that it excludes.</summary>
    private HashSet<string> KeyOf()
    {
        double most = 0;
        HashSet<string> key = [];
        foreach (MarkupElement condition in item.All("respcondition"))
        {
            double score = ScoreOf(condition);
            if (score <= most)
                continue;
            most = score;
            HashSet<MarkupElement> excluded = [.. condition.All("not").SelectMany(not => not.All("varequal"))];
            key = [.. condition.All("varequal").Where(equal => !excluded.Contains(equal)).Select(equal => equal.InnerText().Trim())];
        }
        return key;
    }

    private static double ScoreOf(MarkupElement condition) => condition.All("setvar")
        .Select(set => double.TryParse(set.InnerText(), NumberStyles.Float, CultureInfo.InvariantCulture, out double value) ? value : 0)
        .DefaultIfEmpty().Max();

    private IEnumerable<MarkupElement> RightValues() => item.All("respcondition").Where(condition => ScoreOf(condition) > 0).SelectMany(condition => condition.All("varequal"));

    /// <summary>Each left side is a response of its own; the condition for it names the label on the right.</summary>
    private List<PairDraft> Pairs()
    {
        Dictionary<string, string> right = [];
        foreach (MarkupElement equal in item.All("varequal"))
            right.TryAdd(equal["respident"] ?? "", equal.InnerText().Trim());
        var pairs = new List<PairDraft>();
        foreach (MarkupElement choice in Choices)
        {
            Sourced<string> left = texts.Escaped(choice, element => element.Name == "render_choice");
            MarkupElement? label = choice.All("response_label").FirstOrDefault(label => label["ident"] == right.GetValueOrDefault(choice["ident"] ?? ""));
            pairs.Add(new(left, label is null ? new("", left.At) : texts.Escaped(label)));
        }
        return pairs;
    }

    /// <summary>The bounds of the condition; without such, its value.</summary>
    private NumberRange? Range()
    {
        decimal? low = Bound("vargte") ?? Bound("vargt"), high = Bound("varlte") ?? Bound("varlt");
        decimal? value = RightValues().Select(equal => NumberRange.Number(equal.InnerText())).FirstOrDefault(number => number is not null);
        return value is { } exact && (low is null || high is null || Math.Abs(high.Value - exact) == Math.Abs(exact - low.Value))
            ? new(exact, low is null || high is null ? 0 : Math.Abs(high.Value - exact))
            : low is { } from && high is { } to ? NumberRange.Between(from, to) : null;
    }

    private decimal? Bound(string name) => item.All(name).Select(bound => NumberRange.Number(bound.InnerText())).FirstOrDefault();
}
