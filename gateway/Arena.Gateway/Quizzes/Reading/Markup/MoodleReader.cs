using System.Xml;
using Arena.Gateway.Quizzes.Content;
using Arena.Gateway.Quizzes.Reading.Archives;

namespace Arena.Gateway.Quizzes.Reading.Markup;

/// <summary>Reads Moodle's XML, one question after another.</summary>
internal sealed class MoodleReader(DraftCollector draft, ReadingWork work)
{
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

    private void ReadQuestion(MarkupElement element)
    {
        string type = element["type"] ?? "";
        if (type == "category")
            return;
        var question = new MoodleQuestion(element, new DraftPictures(draft), work);
        if (question.ToDraft(type) is not { } made)
        {
            draft.LeaveOut(new(element.Line), QuizErrorCode.UnsupportedQuestionType, type, "type");
            return;
        }
        draft.Add(made);
    }
}
