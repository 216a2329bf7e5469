using Arena.Gateway.Quizzes.Content;

namespace Arena.Gateway.Quizzes.Reading.Markup;

/// <summary>The texts of a QTI item, and the pictures that they show.</summary>
/// <param name="file">Its file, if it is in a package.</param>
/// <param name="pictures">Gets the pictures.</param>
/// <param name="find">Finds a file of the package by its address in a text.</param>
internal sealed class QtiTexts(JsonPath? file, DraftPictures pictures, Func<string, PackedFile?> find)
{
    public SourceMark Mark(MarkupElement element) => new(element.Line, null, file);

    /// <summary>A text of version 1: HTML that is escaped in the XML, or HTML in a CDATA section. It has no place for pictures.</summary>
    public Sourced<string> Escaped(MarkupElement element, Func<MarkupElement, bool>? without = null)
    {
        var shown = new ShownMedia();
        Sourced<string> text = Escaped(element, without, shown);
        pictures.LeaveOut(shown);
        return text;
    }

    /// <summary>The same with its picture.</summary>
    public (Sourced<string> Text, MediumDraft? Picture) EscapedAndPicture(MarkupElement element, Func<MarkupElement, bool>? without = null)
    {
        var shown = new ShownMedia();
        return pictures.Keep(shown, Escaped(element, without, shown), find);
    }

    /// <summary>A text of later versions: markup that is itself XML. It has no place for pictures.</summary>
    public Sourced<string> Markup(MarkupElement element)
    {
        var shown = new ShownMedia();
        Sourced<string> text = new(MarkupText.Of(element, null, shown), Mark(element));
        pictures.LeaveOut(shown);
        return text;
    }

    /// <summary>Such texts, one after another, with their picture.</summary>
    /// <param name="elements">The texts.</param>
    /// <param name="without">Which elements are left out.</param>
    public (Sourced<string> Text, MediumDraft? Picture) MarkupAndPicture(IReadOnlyList<MarkupElement> elements, Func<MarkupElement, bool>? without = null)
    {
        var shown = new ShownMedia();
        string text = string.Join('\n', elements.Select(element => MarkupText.Of(element, without, shown))).Trim();
        return pictures.Keep(shown, new(text, Mark(elements[0])), find);
    }

    private Sourced<string> Escaped(MarkupElement element, Func<MarkupElement, bool>? without, ShownMedia shown)
    {
        string text = MarkupText.Of(element, without, shown);
        bool isHtml = element.All("mattext").Any(written => written["texttype"] == "text/html") || text.Contains("</", StringComparison.Ordinal);
        return new(isHtml ? HtmlText.Of(text, shown) : text, Mark(element));
    }
}
