using System.Globalization;
using System.Xml;
using Arena.Gateway.Quizzes.Content;
using Arena.Gateway.Quizzes.Reading.Archives;

namespace Arena.Gateway.Quizzes.Reading.Markup;

/// <summary>Reads Moodle's XML, one question after another. Its texts are HTML unless they say otherwise.</summary>
internal sealed class MoodleReader(DraftCollector draft, ReadingWork work)
{
    private const double Whole = 100;

    public void Read(XmlReader reader)
    {
        while (!draft.IsFull && reader.ReadNode())
        {
            if (reader.NodeType != XmlNodeType.Element || reader.LocalName != "question")
                continue;
            var markup = new MarkupReader(reader);
            MarkupElement question = markup.Read();
            if (markup.IsCut)
                draft.LeaveOut(new(question.Line), QuizErrorCode.TooLong);
            else
                ReadQuestion(question);
        }
    }

    private void ReadQuestion(MarkupElement question)
    {
        SourceMark at = new(question.Line);
        string type = question["type"] ?? "";
        if (type == "category")
            return;
        if (type is not ("multichoice" or "truefalse"))
        {
            draft.LeaveOut(at, QuizErrorCode.UnsupportedQuestionType, type, "type");
            return;
        }
        bool hasMedia = false;
        string prompt = TextOf(question.Child("questiontext"), ref hasMedia);
        string explanation = TextOf(question.Child("generalfeedback"), ref hasMedia);
        // With several allowed, each right one has a part of the whole.
        double right = question.TextOf("single")?.Trim() is "false" or "0" ? double.Epsilon : Whole;
        var options = new List<OptionDraft>();
        foreach (MarkupElement answer in question.Children.Where(child => child.Name == "answer"))
        {
            string label = TextOf(answer, ref hasMedia);
            bool isCorrect = double.TryParse(answer["fraction"], NumberStyles.Float, CultureInfo.InvariantCulture, out double fraction) && fraction >= right;
            options.Add(new(new(type == "truefalse" ? Capitalised(label) : label, new(answer.Line)), isCorrect));
        }
        if (hasMedia)
            draft.Assumptions.Note(QuizWarningCode.MediaLeftOut, question.Line, prompt);
        draft.Add(new(
            DraftOptions.TypeOf(options), new(prompt, at), options, at, Explanation: explanation.Length == 0 ? null : new(explanation, at)));
    }

    private string TextOf(MarkupElement? element, ref bool hasMedia)
    {
        if (element?.Child("text") is not { } text)
            return "";
        string written = text.InnerText();
        work.Visit(written.Length);
        hasMedia |= element.Child("file") is not null;
        if (element["format"] is "plain_text" or "markdown")
            return written.Trim();
        string shown = HtmlText.Of(written, out bool media);
        hasMedia |= media;
        return shown;
    }

    private static string Capitalised(string label) => label.ToLowerInvariant() switch
    {
        "true" => "True",
        "false" => "False",
        _ => label,
    };
}
