using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using System.Xml;
using Arena.Game.Questions;
using Arena.Game.Vocabulary;
using Arena.Gateway.Quizzes.Content;

namespace Arena.Gateway.Quizzes.Writing.Markup;

/// <summary>Writes items of QTI 2.1, one at a time, by one writer: items are many and small.</summary>
internal sealed class QtiItemWriter : IDisposable
{
    public const string Namespace = "http://www.imsglobal.org/xsd/imsqti_v2p1";

    private const string Response = "RESPONSE";
    private const string Feedback = "FEEDBACK";
    private const string Explanation = "explanation";

    /// <summary>From the folder of an item to that of the manifest.</summary>
    private const string FromItem = "../";

    private static readonly string[] Choices = Ids('C');
    private static readonly string[] Left = Ids('L');
    private static readonly string[] Right = Ids('R');

    private static readonly FrozenSet<string> Kept = FrozenSet.Create<string>("media", "explanation", "weight", "scoring", "shuffle");

    private readonly MemoryStream _item = new();
    private readonly XmlWriter _xml;
    private readonly LossCounter _losses;
    private readonly WrittenPictures _pictures;

    public QtiItemWriter(LossCounter losses, WrittenPictures pictures)
    {
        (_losses, _pictures) = (losses, pictures);
        _xml = XmlWriter.Create(_item, new()
        {
            ConformanceLevel = ConformanceLevel.Fragment,
            Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
            OmitXmlDeclaration = true,
        });
    }

    /// <summary>Writes the item of a question, if there is one.</summary>
    public bool TryWrite(Question question, string id)
    {
        _item.SetLength(0);
        if (Content(question) is not { } write)
            return false;
        _xml.WriteRaw("""<?xml version="1.0" encoding="UTF-8"?>""");
        Open("assessmentItem", ("identifier", id), ("title", XmlCharacters.Of(question is SlideQuestion ? question.Prompt : QuizText.Excerpt(question.Prompt))),
            ("adaptive", "false"), ("timeDependent", "false"));
        write();
        if (question.Explanation is { } explanation)
        {
            // It is hidden for one value of an outcome that never has it.
            Open("modalFeedback", ("outcomeIdentifier", Feedback), ("identifier", Explanation), ("showHide", "hide"));
            Lines(explanation);
            Close();
        }
        Close();
        _xml.Flush();
        _losses.ChangeAllBut(question, Kept);
        _pictures.Note(question);
        return true;
    }

    /// <summary>Gives the item that was written.</summary>
    public void CopyTo(Stream file) => _item.WriteTo(file);

    public void Dispose()
    {
        _xml.Dispose();
        _item.Dispose();
    }

    private Action? Content(Question question) => question switch
    {
        OptionsQuestion options => () => WriteOptions(options),
        TypedAnswerQuestion typed => () => WriteTyped(typed),
        NumberQuestion number => () => WriteNumber(number, WrittenNumber.Of(number, _losses)),
        SliderQuestion slider when WrittenNumber.IsExact(slider) => () => WriteSlider(slider),
        OrderQuestion order => () => WriteOrder(order),
        MatchQuestion match => () => WriteMatch(match),
        OpenTextQuestion => () => WriteOpenText(question),
        SlideQuestion slide => () => WriteSlide(slide),
        _ => null,
    };

    private void WriteOptions(OptionsQuestion question)
    {
        bool isMultiple = question is MultipleChoiceQuestion;
        bool isPoll = question is PollQuestion;
        bool hasShares = question is MultipleChoiceQuestion { Scoring: ChoiceScoring.PerOption }
            || (!isMultiple && question.Options.Any(option => option.Weight is not null));
        if (!isMultiple && !isPoll)
            ImpliedType.Check(question, _losses);
        Declare(
            isMultiple ? "multiple" : "single", "identifier", Choices.Where((_, place) => place < question.Options.Length && question.Options[place].IsCorrect),
            hasShares ? question.Options.Select((option, place) => (Choices[place], Share(question, option))) : [], question);
        Body(question, () =>
        {
            Open("choiceInteraction", ("responseIdentifier", Response), ("shuffle", question.Shuffle ? "true" : "false"), ("maxChoices", isMultiple ? "0" : "1"));
            for (int place = 0; place < question.Options.Length; place++)
                Choice(Choices[place], question.Options[place].Label, question.Options[place].Picture);
            Close();
        });
        if (!isPoll)
            Process(hasShares ? "map_response" : "match_correct");
    }

    /// <summary>The share that an option earns: as the game counts it where none is given.</summary>
    private static decimal Share(OptionsQuestion question, Option option) => option.Weight is { } weight
        ? (decimal)weight
        : question is MultipleChoiceQuestion ? (option.IsCorrect ? 1m : -1m) / question.Options.Count(each => each.IsCorrect) : option.IsCorrect ? 1 : 0;

    private void WriteTyped(TypedAnswerQuestion question)
    {
        AcceptedTexts.Check(question, isCaseSensitive: false, _losses);
        Declare("single", "string", [question.Accepted[0]], question.Accepted.Select(text => (text, 1m)), question);
        Body(question, TextEntry);
        Process("map_response");
    }

    private void WriteNumber(Question question, WrittenNumber number)
    {
        Declare("single", "float", [WrittenNumber.Text(number.Value)], [], question);
        Body(question, TextEntry);
        if (number.Tolerance == 0)
        {
            Process("match_correct");
            return;
        }
        string tolerance = WrittenNumber.Text(number.Tolerance);
        Open("responseProcessing");
        Open("responseCondition");
        Open("responseIf");
        Open("equal", ("toleranceMode", "absolute"), ("tolerance", $"{tolerance} {tolerance}"));
        Empty("variable", ("identifier", Response));
        Empty("correct", ("identifier", Response));
        Close();
        Open("setOutcomeValue", ("identifier", "SCORE"));
        Open("baseValue", ("baseType", "float"));
        _xml.WriteString("1");
        for (int open = 0; open < 5; open++)
            Close();
    }

    private void WriteSlider(SliderQuestion question)
    {
        Declare("single", "float", [WrittenNumber.Text(question.Value)], [], question);
        Body(question, () => Empty(
            "sliderInteraction", ("responseIdentifier", Response), ("lowerBound", WrittenNumber.Text(question.Min)), ("upperBound", WrittenNumber.Text(question.Max)),
            ("step", WrittenNumber.Text(question.Step))));
        Process("match_correct");
    }

    private void WriteOrder(OrderQuestion question)
    {
        Declare("ordered", "identifier", Choices.Take(question.Items.Length), [], question);
        Body(question, () =>
        {
            Open("orderInteraction", ("responseIdentifier", Response), ("shuffle", "true"));
            for (int place = 0; place < question.Items.Length; place++)
                Choice(Choices[place], question.Items[place]);
            Close();
        });
        Process("match_correct");
    }

    private void WriteMatch(MatchQuestion question)
    {
        Declare("multiple", "directedPair", question.Pairs.Select((_, place) => $"{Left[place]} {Right[place]}"), [], question);
        Body(question, () =>
        {
            Open("matchInteraction", ("responseIdentifier", Response), ("shuffle", "true"), ("maxAssociations", $"{question.Pairs.Length}"));
            Side(Left, question.Pairs.Select(pair => pair.Left));
            Side(Right, question.Pairs.Select(pair => pair.Right));
            Close();
        });
        Process("match_correct");
    }

    private void Side(string[] ids, IEnumerable<string> texts)
    {
        Open("simpleMatchSet");
        foreach ((int place, string text) in texts.Index())
        {
            Open("simpleAssociableChoice", ("identifier", ids[place]), ("matchMax", "1"));
            _xml.WriteString(XmlCharacters.Of(text));
            Close();
        }
        Close();
    }

    private void WriteOpenText(Question question)
    {
        Declare("single", "string", [], [], question);
        Body(question, () => Empty("extendedTextInteraction", ("responseIdentifier", Response)));
    }

    private void WriteSlide(SlideQuestion question) => Body(question.Body, question.Medium, () => { });

    private static string[] Ids(char letter) => [.. Enumerable.Range(1, GameLimits.MaxOptions).Select(number => $"{letter}{number}")];

    /// <summary>The response with its key and shares, and the outcomes.</summary>
    private void Declare(string cardinality, string baseType, IEnumerable<string> key, IEnumerable<(string Key, decimal Share)> shares, Question question)
    {
        Open("responseDeclaration", ("identifier", Response), ("cardinality", cardinality), ("baseType", baseType));
        string[] values = [.. key];
        if (values.Length > 0)
        {
            Open("correctResponse");
            foreach (string value in values)
                _xml.WriteElementString("value", Namespace, XmlCharacters.Of(value));
            Close();
        }
        (string Key, decimal Share)[] entries = [.. shares];
        if (entries.Length > 0)
        {
            Open("mapping", ("defaultValue", "0"));
            foreach ((string mapped, decimal share) in entries)
                Empty("mapEntry", ("mapKey", XmlCharacters.Of(mapped)), ("mappedValue", share.ToString(CultureInfo.InvariantCulture)));
            Close();
        }
        Close();
        Empty("outcomeDeclaration", ("identifier", "SCORE"), ("cardinality", "single"), ("baseType", "float"));
        if (question.Explanation is not null)
            Empty("outcomeDeclaration", ("identifier", Feedback), ("cardinality", "single"), ("baseType", "identifier"));
    }

    private void Body(Question question, Action interaction) => Body(question.Prompt, question.Medium, interaction);

    private void Body(string text, Medium? medium, Action interaction)
    {
        Open("itemBody");
        Lines(text);
        if (WrittenPictures.In(medium) is { } picture)
        {
            Open("p");
            Image(picture);
            Close();
        }
        interaction();
        Close();
    }

    private void Lines(string text)
    {
        foreach (string line in text.Contains('\n') ? text.Split('\n', StringSplitOptions.RemoveEmptyEntries) : [text])
            _xml.WriteElementString("p", Namespace, XmlCharacters.Of(line));
    }

    private void TextEntry()
    {
        Open("p");
        Empty("textEntryInteraction", ("responseIdentifier", Response));
        Close();
    }

    private void Choice(string id, string label, Medium? medium = null)
    {
        Open("simpleChoice", ("identifier", id));
        _xml.WriteString(XmlCharacters.Of(label));
        if (WrittenPictures.In(medium) is { } picture)
            Image(picture);
        Close();
    }

    private void Image(Medium picture) =>
        Empty("img", ("src", $"{FromItem}{QtiWriter.MediaFolder}{WrittenPictures.FileOf(picture)}"), ("alt", XmlCharacters.Of(picture.Alt ?? "")));

    private void Process(string template) => Empty("responseProcessing", ("template", $"http://www.imsglobal.org/question/qti_v2p1/rptemplates/{template}"));

    private void Open(string element, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        _xml.WriteStartElement(element, Namespace);
        foreach ((string name, string value) in attributes)
            _xml.WriteAttributeString(name, value);
    }

    private void Close() => _xml.WriteEndElement();

    private void Empty(string element, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        Open(element, attributes);
        Close();
    }
}
