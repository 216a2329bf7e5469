using Arena.Gateway.Quizzes.Content;

namespace Arena.Gateway.Quizzes.Reading.Markup;

/// <summary>Makes a question of a QTI item, of version 1.2, 2 or 3.</summary>
internal sealed class QtiItem(MarkupElement item, JsonPath? file, DraftCollector draft, Func<string, PackedFile?> find)
{
    public void Read()
    {
        SourceMark at = new(item.Line, null, file);
        var pictures = new DraftPictures(draft);
        var texts = new QtiTexts(file, pictures, find);
        (QuestionDraft? made, MediumDraft? picture, string type) = item.Name == "item" ? new QtiItem1(item, texts).ToDraft(at) : new QtiItem2(item, texts).ToDraft(at);
        if (made is null)
            draft.LeaveOut(at, QuizErrorCode.UnsupportedQuestionType, type, "type");
        else
            draft.Add(pictures.Complete(made, picture));
    }
}
