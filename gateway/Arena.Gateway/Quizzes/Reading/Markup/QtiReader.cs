using System.Xml;
using Arena.Gateway.Quizzes.Content;
using Arena.Gateway.Quizzes.Reading.Archives;

namespace Arena.Gateway.Quizzes.Reading.Markup;

/// <summary>Reads the items of a QTI file: an assessment of version 1.2 with many, or one item of version 2 or 3.</summary>
internal sealed class QtiReader(DraftCollector draft, Func<string, PackedFile?> find)
{
    /// <param name="reader">The file.</param>
    /// <param name="file">Its name in the package, if it is in one.</param>
    public void Read(XmlReader reader, JsonPath? file)
    {
        while (!draft.IsFull && reader.ReadNode())
        {
            if (reader.NodeType != XmlNodeType.Element)
                continue;
            string name = MarkupReader.NameOf(reader.LocalName);
            if (name is "assessment" or "assessmenttest")
                ReadTitle(reader, file);
            else if (name is "item" or "assessmentitem")
                ReadItem(reader, file);
        }
    }

    private void ReadTitle(XmlReader reader, JsonPath? file)
    {
        if (reader.GetAttribute("title") is { } title && !string.IsNullOrWhiteSpace(title))
            draft.Title ??= new(title, new(Math.Max(1, ((IXmlLineInfo)reader).LineNumber), null, file));
    }

    private void ReadItem(XmlReader reader, JsonPath? file)
    {
        var markup = new MarkupReader(reader);
        MarkupElement item = markup.Read();
        if (markup.IsCut)
            draft.LeaveOut(new(item.Line, null, file), QuizErrorCode.TooLong);
        else
            new QtiItem(item, file, draft, find).Read();
    }
}
