using System.Globalization;
using Arena.Gateway.Quizzes.Content;

namespace Arena.Gateway.Quizzes.Reading.Markup;

/// <summary>An item of QTI 2 or 3.</summary>
internal sealed class QtiItem2(MarkupElement item, QtiTexts texts)
{
    private readonly MarkupElement[] _interactions = [.. Interactions(item)];

    /// <returns>The question and its picture, or null and the name of its type.</returns>
    public (QuestionDraft? Draft, MediumDraft? Picture, string Type) ToDraft(SourceMark at)
    {
        if (item.Child("itembody") is not { } body || _interactions.Length > 1)
            return (null, null, _interactions.FirstOrDefault()?.Name ?? "text");
        MarkupElement? interaction = _interactions.FirstOrDefault();
        MarkupElement[] written = interaction?.Child("prompt") is { } asked ? [body, asked] : [body];
        (Sourced<string> prompt, MediumDraft? picture) = texts.MarkupAndPicture(written, element => element == interaction);
        if (interaction is null)
            return (DraftTypes.Slide(item["title"], prompt.Value, at), picture, "text");
        QuestionDraft? draft = Of(interaction, prompt with { At = at }, at);
        return (draft is null || Explanation() is not { Length: > 0 } explanation ? draft : draft with { Explanation = new(explanation, at) }, picture, interaction.Name);
    }

    /// <summary>Feedback that is for all answers alike.</summary>
    private string Explanation() => item.Children.Find(child => child.Name == "modalfeedback" && child["identifier"] == "explanation") is { } feedback
        ? string.Join('\n', feedback.Children.Select(child => texts.Markup(child).Value)).Trim()
        : "";

    private QuestionDraft? Of(MarkupElement interaction, Sourced<string> prompt, SourceMark at)
    {
        MarkupElement? response = item.All("responsedeclaration")
            .FirstOrDefault(response => interaction["responseidentifier"] is not { } id || response["identifier"] == id);
        List<Sourced<string>> key = [.. response?.Child("correctresponse")?.All("value").Select(value => new Sourced<string>(value.InnerText().Trim(), texts.Mark(value))) ?? []];
        return interaction.Name switch
        {
            "choiceinteraction" => Choice(interaction, response, key, prompt, at),
            "orderinteraction" => DraftTypes.Order(prompt, Ordered(interaction, key), at),
            "matchinteraction" or "associateinteraction" => DraftTypes.Match(prompt, Pairs(interaction, key), at),
            "extendedtextinteraction" => DraftTypes.OpenText(prompt),
            "textentryinteraction" when response?["basetype"] is "float" or "integer" => Number(response, key, prompt, at),
            "textentryinteraction" when key.Count + Mapped(response).Count > 0 =>
                DraftTypes.Typed(prompt, key.Concat(Mapped(response).Where(entry => entry.Weight >= 1).Select(entry => entry.Key)), at),
            "sliderinteraction" => Slider(interaction, key, prompt, at),
            _ => null,
        };
    }

    private QuestionDraft Choice(MarkupElement interaction, MarkupElement? response, List<Sourced<string>> key, Sourced<string> prompt, SourceMark at)
    {
        HashSet<string> correct = [.. key.Select(value => value.Value)];
        Dictionary<string, decimal> weights = [];
        foreach ((Sourced<string> name, decimal weight) in Mapped(response))
            weights.TryAdd(name.Value, weight);
        bool isMultiple = response?["cardinality"] == "multiple" || interaction["maxchoices"] is not (null or "1" or "0");
        OptionDraft[] options = [.. interaction.All("simplechoice").Select(choice => Option(choice, correct, weights))];
        // What has no key and is not processed asks for opinions.
        bool isPoll = response is not null && response.Child("correctresponse") is null && weights.Count == 0 && item.Child("responseprocessing") is null;
        QuestionDraft choice = isPoll ? DraftTypes.Poll(prompt, options, at) : DraftTypes.Choice(prompt, options, at, isMultiple);
        return interaction["shuffle"] == "true" ? DraftTypes.Shuffled(choice) : choice;
    }

    private OptionDraft Option(MarkupElement choice, HashSet<string> correct, Dictionary<string, decimal> weights)
    {
        string id = choice["identifier"] ?? "";
        (Sourced<string> label, MediumDraft? picture) = texts.MarkupAndPicture([choice]);
        return new(label, correct.Contains(id))
        {
            Picture = picture,
            Weight = weights.Count == 0 ? null : new(weights.GetValueOrDefault(id), label.At),
        };
    }

    private List<Sourced<string>> Ordered(MarkupElement interaction, List<Sourced<string>> key)
    {
        Dictionary<string, MarkupElement> choices = ByIdentifier(interaction.All("simplechoice"));
        return [.. key.Where(id => choices.ContainsKey(id.Value)).Select(id => texts.Markup(choices[id.Value]))];
    }

    private List<PairDraft> Pairs(MarkupElement interaction, List<Sourced<string>> key)
    {
        Dictionary<string, MarkupElement> choices = ByIdentifier(interaction.All("simpleassociablechoice"));
        var pairs = new List<PairDraft>();
        foreach (string[] sides in key.Select(pair => pair.Value.Split(' ', StringSplitOptions.RemoveEmptyEntries)))
        {
            if (sides.Length == 2 && choices.TryGetValue(sides[0], out MarkupElement? left) && choices.TryGetValue(sides[1], out MarkupElement? right))
                pairs.Add(new(texts.Markup(left), texts.Markup(right)));
        }
        return pairs;
    }

    private QuestionDraft? Number(MarkupElement response, List<Sourced<string>> key, Sourced<string> prompt, SourceMark at)
    {
        if (key.Count == 0 || NumberRange.Number(key[0].Value) is not { } value)
            return null;
        // The tolerance is that of the condition which compares.
        MarkupElement? equal = item.All("equal").FirstOrDefault(equal => equal["tolerancemode"] == "absolute" && equal.All("variable").Any(variable => variable["identifier"] == response["identifier"]));
        decimal tolerance = NumberRange.Number(equal?["tolerance"]?.Split(' ')[0] ?? "") ?? 0;
        return DraftTypes.Number(prompt, new(value, Math.Abs(tolerance)), at);
    }

    private static QuestionDraft? Slider(MarkupElement interaction, List<Sourced<string>> key, Sourced<string> prompt, SourceMark at) =>
        key.Count == 1 && NumberRange.Number(key[0].Value) is { } value
        && NumberRange.Number(interaction["lowerbound"] ?? "") is { } low && NumberRange.Number(interaction["upperbound"] ?? "") is { } high
            ? DraftTypes.Slider(prompt, low, high, NumberRange.Number(interaction["step"] ?? "") ?? 1, new(value, 0), at)
            : null;

    private List<(Sourced<string> Key, decimal Weight)> Mapped(MarkupElement? response) =>
    [
        .. response?.Child("mapping")?.All("mapentry").Select(entry => (
            new Sourced<string>(entry["mapkey"] ?? "", texts.Mark(entry)),
            decimal.TryParse(entry["mappedvalue"], NumberStyles.Float, CultureInfo.InvariantCulture, out decimal weight) ? weight : 0)) ?? [],
    ];

    private static Dictionary<string, MarkupElement> ByIdentifier(IEnumerable<MarkupElement> choices)
    {
        Dictionary<string, MarkupElement> found = [];
        foreach (MarkupElement choice in choices)
            found.TryAdd(choice["identifier"] ?? "", choice);
        return found;
    }

    private static IEnumerable<MarkupElement> Interactions(MarkupElement item)
    {
        var left = new Stack<MarkupElement>(item.Children.Where(child => child.Name == "itembody"));
        while (left.TryPop(out MarkupElement? element))
        {
            if (element.Name.EndsWith("interaction", StringComparison.Ordinal))
                yield return element;
            foreach (MarkupElement child in element.Children)
                left.Push(child);
        }
    }
}
