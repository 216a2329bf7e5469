using Arena.Gateway.Quizzes.Content;

namespace Arena.Gateway.Quizzes.Reading.Markup;

/// <summary>Makes a question of a QTI item, of version 1.2, 2 or 3.</summary>
internal sealed class QtiItem(MarkupElement item, JsonPath? file, DraftCollector draft)
{
    public void Read()
    {
        SourceMark at = new(item.Line, null, file);
        var texts = new QtiTexts(file);
        (QuestionDraft? made, string type) = item.Name == "item" ? new QtiItem1(item, texts).ToDraft(at) : new QtiItem2(item, texts).ToDraft(at);
        if (made is null)
        {
            draft.LeaveOut(at, QuizErrorCode.UnsupportedQuestionType, type, "type");
            return;
        }
        if (texts.HaveMedia)
            draft.Assumptions.Note(QuizWarningCode.MediaLeftOut, item.Line, made.Prompt.Value);
        draft.Add(made);
    }
}
