using System.Globalization;
using Arena.Gateway.Quizzes.Content;

namespace Arena.Gateway.Quizzes.Reading.Markup;

/// <summary>Makes a question of a QTI item: version 1.2 with response_lid, versions 2 and 3 with choiceInteraction.</summary>
internal sealed class QtiItem(MarkupElement item, JsonPath? file, DraftCollector draft)
{
    private bool _hasMedia;

    private SourceMark At => Mark(item);

    public void Read()
    {
        if (item.Name == "item")
            ReadVersion1();
        else
            ReadVersion2();
    }

    private SourceMark Mark(MarkupElement element) => new(element.Line, null, file);

    private void ReadVersion1()
    {
        MarkupElement[] choices = [.. item.All("response_lid")];
        string type = TypeOf() ?? (choices.Length == 1 ? "" : item.All("response_str").Any() ? "response_str" : "text");
        bool isChoice = choices.Length == 1 && choices[0]["rcardinality"] != "Multiple"
            && type is "" or "multiple_choice_question" or "true_false_question" or "Multiple Choice" or "True/False" or "Either/Or";
        if (!isChoice || choices.Length != 1 || item.Child("presentation") is not { } presentation)
        {
            draft.LeaveOut(At, QuizErrorCode.UnsupportedQuestionType, type, "type");
            return;
        }
        HashSet<string> key = KeyOf();
        var options = new List<OptionDraft>();
        foreach (MarkupElement label in choices[0].All("response_label"))
            options.Add(new(new(Version1Text(label, null), Mark(label)), key.Contains(label["ident"] ?? "")));
        Add(Version1Text(presentation, choices[0]), options);
    }

    private string? TypeOf() => item.All("qtimetadatafield")
        .Where(field => field.TextOf("fieldlabel")?.Trim() is "question_type" or "qmd_itemtype")
        .Select(field => field.TextOf("fieldentry")?.Trim()).FirstOrDefault();

    /// <summary>The idents of the condition that gives most of the score, without those that it excludes.</summary>
    private HashSet<string> KeyOf()
    {
        double most = 0;
        HashSet<string> key = [];
        foreach (MarkupElement condition in item.All("respcondition"))
        {
            double score = condition.All("setvar")
                .Select(set => double.TryParse(set.InnerText(), NumberStyles.Float, CultureInfo.InvariantCulture, out double value) ? value : 0)
                .DefaultIfEmpty().Max();
            if (score <= most)
                continue;
            most = score;
            HashSet<MarkupElement> excluded = [.. condition.All("not").SelectMany(not => not.All("varequal"))];
            key = [.. condition.All("varequal").Where(equal => !excluded.Contains(equal)).Select(equal => equal.InnerText().Trim())];
        }
        return key;
    }

    /// <summary>Texts are HTML that is escaped in the XML, or HTML in a CDATA section.</summary>
    private string Version1Text(MarkupElement element, MarkupElement? without)
    {
        string text = MarkupText.Of(element, without, ref _hasMedia);
        bool isHtml = element.All("mattext").Any(written => written["texttype"] == "text/html") || text.Contains("</", StringComparison.Ordinal);
        if (!isHtml)
            return text;
        string shown = HtmlText.Of(text, out bool hasMedia);
        _hasMedia |= hasMedia;
        return shown;
    }

    private void ReadVersion2()
    {
        MarkupElement[] interactions = [.. Interactions()];
        MarkupElement? interaction = interactions.Length == 1 && interactions[0].Name == "choiceinteraction" ? interactions[0] : null;
        MarkupElement? declaration = item.All("responsedeclaration")
            .FirstOrDefault(response => interaction is not null && (interaction["responseidentifier"] is not { } id || response["identifier"] == id));
        if (interaction is null || declaration?["cardinality"] == "multiple" || interaction["maxchoices"] is not (null or "1" or "0"))
        {
            draft.LeaveOut(At, QuizErrorCode.UnsupportedQuestionType, interactions.FirstOrDefault()?.Name ?? "text", "type");
            return;
        }
        HashSet<string> key = [.. declaration?.Child("correctresponse")?.All("value").Select(value => value.InnerText().Trim()) ?? []];
        var options = new List<OptionDraft>();
        foreach (MarkupElement choice in interaction.All("simplechoice"))
            options.Add(new(new(MarkupText.Of(choice, null, ref _hasMedia), Mark(choice)), key.Contains(choice["identifier"] ?? "")));
        string before = item.Child("itembody") is { } body ? MarkupText.Of(body, interaction, ref _hasMedia) : "";
        string prompt = interaction.Child("prompt") is { } asked ? MarkupText.Of(asked, null, ref _hasMedia) : "";
        Add($"{before}\n{prompt}".Trim(), options);
    }

    private IEnumerable<MarkupElement> Interactions()
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

    private void Add(string prompt, List<OptionDraft> options)
    {
        if (_hasMedia)
            draft.Assumptions.Note(QuizWarningCode.MediaLeftOut, item.Line, prompt);
        draft.Add(new(DraftOptions.TypeOf(options), new(prompt, At), options, At));
    }
}
